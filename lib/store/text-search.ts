import type { ClippingId } from '../model/ids';
import { type Result, ok } from '../model/result';
import { fold } from '../search/terms';
import { type Database, database } from './database';
import { type StoreFailure, read } from './write';

/** Texts read at a time: few enough to be held in memory. */
const BATCH = 100;

/**
 * Finds the clippings in whose text every word of the query stands, whatever its case and diacritics. Tells of those
 * found so far after each batch of texts that had any, so that the first are there at once in a large library; ends
 * early, telling no more, when it is stopped.
 */
export async function findInTexts(
  query: string,
  signal: AbortSignal,
  onFound: (ids: ReadonlySet<ClippingId>) => void,
  db: Database = database,
): Promise<Result<null, StoreFailure>> {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const all = await read((tables) => tables.texts.toCollection().primaryKeys(), db);
  if (!all.ok) return all;
  const found = new Set<ClippingId>();
  for (let from = 0; from < all.value.length && words.length > 0; from += BATCH) {
    const texts = await read((tables) => tables.texts.bulkGet(all.value.slice(from, from + BATCH)), db);
    if (signal.aborted) break;
    if (!texts.ok) return texts;
    const before = found.size;
    for (const one of texts.value) {
      const text = fold(one?.text ?? '');
      if (one && words.every((word) => text.includes(word))) found.add(one.clippingId);
    }
    if (found.size > before) onFound(new Set(found));
  }
  return ok(null);
}
