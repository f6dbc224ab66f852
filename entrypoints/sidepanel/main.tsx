import '../../components/styles/index';
import { render } from 'preact';
import { TroubleNotice } from '../../components/trouble/TroubleNotice';
import { PanelApp } from '../../components/panel/PanelApp';
import { createPanelState, type PanelState } from '../../components/panel-state';
import type { PanelPort } from '../../components/port';
import { followActiveTab, tabInAddress } from '../../lib/platform/tabs';
import { backUpSoon } from '../../lib/background/rolling-backup';
import { troublePort } from '../options/trouble-port';
import { inChosenLanguage } from '../../lib/platform/language';
import { nameLanguage, wordsLanguage } from '../../lib/platform/words';
import { panelPort } from './panel-port';

const trouble = troublePort();

/** What was set in the panel, and the way to the page, of every tab shown so far. */
const panels = new Map<number, { readonly port: PanelPort; readonly state: PanelState }>();

const root = document.querySelector('#panel');
let shown: number | null = null;
let isFollowing = false;

function show(tabId: number): void {
  shown = tabId;
  const panel = panels.get(tabId) ?? { port: panelPort(tabId), state: createPanelState() };
  panels.set(tabId, panel);
  if (!root) return;
  render(
    <>
      <TroubleNotice key={`trouble ${wordsLanguage()}`} port={trouble} />
      <PanelApp key={`${tabId} ${wordsLanguage()}`} {...panel} />
    </>,
    root,
  );
}

function begin(): void {
  const tab = tabInAddress(location.search);
  if (tab === null) void followActiveTab(show);
  else show(tab);
}

inChosenLanguage(() => {
  nameLanguage(document);
  if (shown !== null) show(shown);
  else if (!isFollowing) begin();
  isFollowing = true;
});
backUpSoon();
