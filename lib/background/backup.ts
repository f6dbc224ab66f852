/** The backup as a use case of our own pages: out into a file. */
import { writeBackup } from '../exchange/backup/write-backup';
import type { KeptWhole } from '../model/kept';
import { countEveryKept, eachAside, eachKept } from '../store/backup';
import type { Database } from '../store/database';
import type { LongWork } from '../model/opened-file';

/** Characters held in memory before they go into the file. */
const PIECE_CHARS = 1_000_000;

/** The file with everything that is kept; rejects with an AbortError when it was cancelled. */
export async function exportBackup({ onProgress, signal }: LongWork = {}, db?: Database): Promise<Blob> {
  const all = await countEveryKept(db);
  const parts: Blob[] = [];
  let done = 0;
  async function* counted(): AsyncGenerator<KeptWhole> {
    for await (const one of eachKept(db)) {
      signal?.throwIfAborted();
      yield one;
      onProgress?.(++done, all);
    }
  }
  let text = '';
  for await (const piece of writeBackup(counted(), eachAside(db))) {
    text += piece;
    // A Blob lies outside of the heap: only the text in progress is held there.
    if (text.length > PIECE_CHARS) {
      parts.push(new Blob([text]));
      text = '';
    }
  }
  return new Blob([...parts, text], { type: 'application/json' });
}
