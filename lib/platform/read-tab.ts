import { type Result, fail, ok } from '../model/result';
import { documentIn, injectContentScript } from './inject';
import { tabAddress } from './tabs';

/** Why a tab cannot be read. */
export type StartFailure = 'browser-page' | 'pdf' | 'no-access' | 'failed';

/** Reads the page of a tab that the reader has given access to. */
export async function readTab(tabId: number): Promise<Result<null, StartFailure>> {
  const read = await orReason(injectContentScript(tabId), () => tabAddress(tabId));
  return read.ok ? ok(null) : read;
}

/** Why the page of a tab could not be read now, without starting anything in it; null where it could. */
export async function whyNotRead(tabId: number): Promise<StartFailure | 'loading' | null> {
  const found = await orReason(documentIn(tabId), () => tabAddress(tabId));
  if (!found.ok) return found.reason;
  if (found.value.mediaType === 'application/pdf') return 'pdf';
  return found.value.isLoading ? 'loading' : null;
}

/** What a script that is put into a tab comes to: its answer, or the reason why it was turned away. */
export async function orReason<Value>(
  injected: Promise<Value>,
  address: () => Promise<string | null>,
): Promise<Result<Value, StartFailure>> {
  try {
    return ok(await injected);
  } catch (error) {
    return fail(startFailure(String(error), await address()));
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
