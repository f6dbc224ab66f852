import { type Result, fail, ok } from '../model/result';
import { injectContentScript, mediaTypeOf } from '../platform/inject';
import { openSidePanel } from '../platform/side-panel';
import { tabAddress } from '../platform/tabs';

/** Why a tab cannot be read. */
export type StartFailure = 'browser-page' | 'pdf' | 'no-access' | 'failed';

/**
 * Opens the panel and reads the page, in a gesture of the reader. Panel and script start in the same tick, since
 * an `await` before either would end the gesture. Where the page cannot be read the panel tells so itself.
 */
export function openAndRead(tabId: number): void {
  const panel = openSidePanel(tabId);
  const reading = injectContentScript(tabId);
  panel.catch((error: unknown) => console.error('Hearsay: the panel did not open', error));
  // The panel asks for the tab, gets no answer, and tries again by `readTab`, which gives the reason.
  reading.catch(() => {});
}

/** Reads the page of a tab that the reader has given access to. */
export async function readTab(tabId: number): Promise<Result<null, StartFailure>> {
  const read = await orReason(tabId, injectContentScript(tabId));
  return read.ok ? ok(null) : read;
}

/** Whether the page of a tab could be read; nothing is started in it. */
export async function probeTab(tabId: number): Promise<Result<null, StartFailure>> {
  const probed = await orReason(tabId, mediaTypeOf(tabId));
  if (!probed.ok) return probed;
  return probed.value === 'application/pdf' ? fail('pdf') : ok(null);
}

async function orReason<Value>(tabId: number, injected: Promise<Value>): Promise<Result<Value, StartFailure>> {
  try {
    return ok(await injected);
  } catch (error) {
    return fail(startFailure(String(error), await tabAddress(tabId)));
  }
}

const BROWSER_PAGE = /^(?:about|chrome|chrome-extension|edge|moz-extension|view-source|resource|devtools):/i;

/** The reason in the browser's own words, which differ, and in the address, which is not always shown to us. */
export function startFailure(message: string, address: string | null): StartFailure {
  if (address !== null && /\.pdf(?:$|[?#])/i.test(address)) return 'pdf';
  if (address !== null && BROWSER_PAGE.test(address)) return 'browser-page';
  if (/chrome:\/\/|extensions gallery|chrome-extension:|about:|cannot be scripted/i.test(message))
    return 'browser-page';
  if (/cannot access|must request permission|missing host permission/i.test(message)) return 'no-access';
  return 'failed';
}
