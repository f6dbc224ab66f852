import { browser } from 'wxt/browser';
import { isPrivateWindow } from './private-window';

const KEY = 'libraryMark';

/** Which database there was, remembered apart from it. In a private window, where each is new, nothing is remembered. */
export const libraryMark = {
  async read(): Promise<string | null> {
    if (isPrivateWindow()) return null;
    const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
    return typeof stored === 'string' ? stored : null;
  },
  async write(mark: string): Promise<void> {
    if (!isPrivateWindow()) await browser.storage.local.set({ [KEY]: mark });
  },
};
