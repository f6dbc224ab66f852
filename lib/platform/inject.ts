import { browser } from 'wxt/browser';
import { MAX_ELEMENTS } from '../model/page-limits';

/** What the build makes of `entrypoints/content.ts`. */
export const CONTENT_SCRIPT = '/content-scripts/content.js';
export const CONTENT_STYLE = '/content-scripts/content.css';

/** Firefox turns scripts away from its own pages without a word: it answers for no frame at all. */
const TURNED_AWAY = 'this page cannot be scripted';

/**
 * Puts the content script into the top frame of a tab. Starts at once, without an `await` before, so that it may be
 * called in the gesture that grants `activeTab`. Rejects where the browser lets no extension in.
 */
export async function injectContentScript(tabId: number): Promise<void> {
  const target = { tabId };
  const style = addStyle(tabId);
  const script = browser.scripting.executeScript({ target, files: [CONTENT_SCRIPT] });
  const [[frame]] = await Promise.all([script, style]);
  if (!frame) throw new Error(TURNED_AWAY);
}

/** Where nothing will be marked, the browser need not style the whole page anew. */
async function addStyle(tabId: number): Promise<void> {
  const target = { tabId };
  const [frame] = await browser.scripting.executeScript({
    target,
    func: () => document.getElementsByTagName('*').length,
    injectImmediately: true,
  });
  if ((frame?.result ?? 0) <= MAX_ELEMENTS) await browser.scripting.insertCSS({ target, files: [CONTENT_STYLE] });
}

/** The document in the top frame of a tab, also while it is loading; rejects exactly where `injectContentScript` would. */
export async function documentIn(tabId: number): Promise<{ readonly mediaType: string; readonly isLoading: boolean }> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId },
    func: () => ({ mediaType: document.contentType, isLoading: document.readyState === 'loading' }),
    injectImmediately: true,
  });
  if (!frame?.result) throw new Error(TURNED_AWAY);
  return frame.result;
}
