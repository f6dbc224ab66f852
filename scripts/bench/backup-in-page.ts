/** What the benchmark of backups runs inside a page of the extension. */
import { inventedLibrary, putRows, rowsOf } from '../../tests/library/invented';

/** Articles written in one transaction. */
const BATCH = 500;

const bench = {
  /** Puts so many articles into the store, the index left to what merges it. */
  async fill(count: number): Promise<void> {
    const all = inventedLibrary(count);
    for (let from = 0; from < all.length; from += BATCH) {
      const { indexLog: _, ...rows } = rowsOf(all.slice(from, from + BATCH));
      await putRows(rows);
    }
  },
};

declare global {
  var backupBench: typeof bench;
}

globalThis.backupBench = bench;
