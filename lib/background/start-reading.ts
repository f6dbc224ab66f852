import { pageInTab } from '../messages/call';
import { injectContentScript } from '../platform/inject';
import { orReason } from '../platform/read-tab';
import { openSidePanel } from '../platform/side-panel';
import { tabAddress } from '../platform/tabs';

/** What a gesture does to a tab. */
export interface TabToRead {
  readonly openPanel: () => Promise<void>;
  /** Puts the content script into the page. */
  readonly inject: () => Promise<void>;
  /** Whether the content script answers. */
  readonly isRunning: () => Promise<boolean>;
  readonly address: () => Promise<string | null>;
}

/**
 * Waits before the script is put into a page again. A click grants access in the browser at once, but the process of
 * a page that has just been loaded hears of it a moment later, and until then turns the script away.
 */
const TRY_AGAIN_MS: readonly number[] = [50, 100, 200, 400, 800, 1600];

/**
 * Opens the panel and reads the page, in a gesture of the reader. Panel and script start in the same tick, since
 * an `await` before either would end the gesture. Where the page cannot be read the panel tells so itself.
 */
export function openAndRead(tabId: number, tab: TabToRead = tabToRead(tabId)): Promise<void> {
  const panel = tab.openPanel();
  const reading = tab.inject();
  panel.catch((error: unknown) => console.error('Hearsay: the panel did not open', error));
  return keepTrying(tab, reading);
}

async function keepTrying(tab: TabToRead, first: Promise<void>): Promise<void> {
  let attempt = first;
  for (const wait of TRY_AGAIN_MS) {
    const tried = await orReason(attempt, tab.address);
    if (tried.ok || tried.reason === 'browser-page' || tried.reason === 'pdf') return;
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (await tab.isRunning()) return;
    attempt = tab.inject();
  }
  await attempt.catch(() => {});
}

function tabToRead(tabId: number): TabToRead {
  return {
    openPanel: () => openSidePanel(tabId),
    inject: () => injectContentScript(tabId),
    isRunning: () =>
      pageInTab(tabId)
        .view()
        .then(
          () => true,
          () => false,
        ),
    address: () => tabAddress(tabId),
  };
}
