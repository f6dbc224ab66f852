/**
 * Chromium writes each change at the end of a log (LevelDB), and goes on in the same log after a restart. A full disk or a
 * power cut can leave half a record there. What is written behind that is not found by the start after next, and Chromium
 * then takes the whole database for damaged and throws it away. A log is left behind once 4 MB were written, its content
 * being moved into tables: so more than that is written here, and deleted.
 */
import type { Database } from './database';

/** Larger ones are put into files of their own, beside the log. */
const ROW_BYTES = 60_000;

/** Together more than the 4 MB after which a log is left behind. */
const ROWS = 80;

const FIRST = 'padding 00';
const LAST = 'padding 99';

/** Makes the browser begin a new log; rejects, with nothing changed, where there is no room for that. */
export async function freshenLog(db: Database): Promise<void> {
  const rows = Array.from({ length: ROWS }, (_, i) => ({
    key: `padding ${String(i).padStart(2, '0')}` as const,
    // The browser packs what can be packed.
    bytes: crypto.getRandomValues(new Uint8Array(ROW_BYTES)),
  }));
  await db.about.bulkPut(rows);
  // The first write that finds the log too long begins another one; the second makes sure that there was one.
  for (let i = 0; i < 2; i++) await db.about.where('key').between(FIRST, LAST, true, true).delete();
}
