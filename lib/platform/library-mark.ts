import { browser } from 'wxt/browser';
import * as v from 'valibot';
import type { Remembered } from '../model/remembered';
import { isPrivateWindow } from './private-window';

const KEY = 'libraryMark';

const Stored = v.object({
  mark: v.string(),
  changes: v.number(),
  articles: v.number(),
  missing: v.nullable(v.number()),
});

/** What is remembered of the database, apart from it. In a private window, where each is new, nothing is remembered. */
export const libraryMark = {
  async read(): Promise<Remembered | null> {
    if (isPrivateWindow()) return null;
    const parsed = v.safeParse(Stored, (await browser.storage.local.get(KEY))[KEY]);
    return parsed.success ? parsed.output : null;
  },
  async change(next: (before: Remembered | null) => Remembered | null): Promise<void> {
    if (isPrivateWindow()) return;
    await navigator.locks.request('library-mark', async () => {
      const before = await libraryMark.read();
      const after = next(before);
      if (after !== null && JSON.stringify(after) !== JSON.stringify(before))
        await browser.storage.local.set({ [KEY]: after });
    });
  },
};
