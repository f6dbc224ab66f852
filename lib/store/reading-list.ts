import { liveQuery } from 'dexie';
import type { Clipping } from '../model/clipping';
import type { ClippingId } from '../model/ids';
import type { Kept } from '../model/kept';
import type { Note } from '../model/note';
import type { Result } from '../model/result';
import { type Database, database } from './database';
import { type StoreFailure, read } from './write';

/**
 * Gives all clippings, newest first, those in the trash among them, at once and after every change in whichever
 * context. Gives the function that ends it.
 */
export function followClippings(
  onClippings: (found: Result<readonly Clipping[], StoreFailure>) => void,
  db: Database = database,
): () => void {
  // Not by the index: the browser looks each up by itself then, and Dexie notes the key of each that it watches.
  const list = async (tables: Database) => (await tables.clippings.toArray()).toSorted(newestFirst);
  const subscription = liveQuery(() => read(list, db)).subscribe(onClippings);
  return () => subscription.unsubscribe();
}

function newestFirst(a: Clipping, b: Clipping): number {
  return b.savedAt - a.savedAt || (a.id < b.id ? 1 : -1);
}

/** The same for all notes, in no order. */
export function followNotes(
  onNotes: (found: Result<readonly Note[], StoreFailure>) => void,
  db: Database = database,
): () => void {
  const subscription = liveQuery(() => read((tables) => tables.notes.toArray(), db)).subscribe(onNotes);
  return () => subscription.unsubscribe();
}

/** The people and organisations that each of these clippings names; clippings that are gone are left out. */
export function actorsOfClippings(
  ids: readonly ClippingId[],
  db?: Database,
): Promise<Result<ReadonlyMap<ClippingId, readonly string[]>, StoreFailure>> {
  return read(async (tables) => {
    const found = await tables.descriptions.bulkGet([...ids]);
    return new Map(found.flatMap((one) => (one ? [[one.clippingId, one.actors] as const] : [])));
  }, db);
}

/** Everything kept about these clippings, in their order; those that are gone are left out. */
export function getManyKept(ids: readonly ClippingId[], db?: Database): Promise<Result<readonly Kept[], StoreFailure>> {
  return read(async (tables) => {
    const clippings = await tables.clippings.bulkGet([...ids]);
    const texts = await tables.texts.bulkGet([...ids]);
    // One call each, all under way at once: walking along the index takes a way to the disk and back for every step.
    const parts = await Promise.all(
      ids.map(async (id) => ({
        notes: await tables.notes.where('clippingId').equals(id).sortBy('createdAt'),
        corrections: await tables.corrections.where('clippingId').equals(id).sortBy('createdAt'),
      })),
    );
    return clippings.flatMap((clipping, i): Kept[] => {
      const [text, part] = [texts[i], parts[i]];
      return clipping && text && part ? [{ clipping, text, ...part }] : [];
    });
  }, db);
}
