import '../../components/styles/index';
import { render } from 'preact';
import { TroubleNotice } from '../../components/trouble/TroubleNotice';
import { PanelApp } from '../../components/panel/PanelApp';
import { createPanelState, type PanelState } from '../../components/panel-state';
import type { PanelPort } from '../../components/port';
import { followActiveTab, tabInAddress } from '../../lib/platform/tabs';
import { backUpSoon } from '../../lib/background/rolling-backup';
import { say } from '../../lib/platform/words';
import { troublePort } from '../options/trouble-port';
import { panelPort } from './panel-port';

const trouble = troublePort();

/** What was set in the panel, and the way to the page, of every tab shown so far. */
const panels = new Map<number, { readonly port: PanelPort; readonly state: PanelState }>();

function show(root: Element, tabId: number): void {
  const panel = panels.get(tabId) ?? { port: panelPort(tabId), state: createPanelState() };
  panels.set(tabId, panel);
  render(
    <>
      <TroubleNotice port={trouble} />
      <PanelApp key={tabId} {...panel} />
    </>,
    root,
  );
}

document.documentElement.lang = say('language');
document.documentElement.dir = say('@@bidi_dir');
backUpSoon();

const root = document.querySelector('#panel');
if (root) {
  const tab = tabInAddress(location.search);
  if (tab === null) void followActiveTab((tabId) => show(root, tabId));
  else show(root, tab);
}
