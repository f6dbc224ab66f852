import type { ClippingId } from '../model/ids';
import type { Result } from '../model/result';
import type { Database } from './database';
import { type StoreFailure, read, write } from './write';

/** How long a clipping stays in the trash before it is deleted for good, in days. */
export const TRASH_DAYS = 30;

const DAY_MS = 86_400_000;

/** Puts clippings in the trash with their notes, all or none; those that are gone are left out. Gives how many. */
export function trashClippings(ids: readonly ClippingId[], db?: Database): Promise<Result<number, StoreFailure>> {
  return write((tables) => setTrashed(tables, ids, Date.now()), db);
}

/** Takes clippings out of the trash, all or none; those that are gone are left out. Gives how many. */
export function untrashClippings(ids: readonly ClippingId[], db?: Database): Promise<Result<number, StoreFailure>> {
  return write((tables) => setTrashed(tables, ids, 0), db);
}

/** Deletes those of these clippings that lie in the trash, with all that belongs to them; gives how many. */
export function eraseClippings(ids: readonly ClippingId[], db?: Database): Promise<Result<number, StoreFailure>> {
  return write(async (tables) => {
    const found = await tables.clippings.bulkGet([...ids]);
    return eraseAll(
      tables,
      found.flatMap((clipping) => (clipping?.trashedAt ? [clipping.id] : [])),
    );
  }, db);
}

/** Deletes what has been in the trash for `TRASH_DAYS` at `now` (epoch milliseconds); gives how many clippings. */
export async function purgeTrash(now: number, db?: Database): Promise<Result<number, StoreFailure>> {
  const findDue = (tables: Database) =>
    tables.clippings
      .where('trashedAt')
      .between(0, now - TRASH_DAYS * DAY_MS, false, true)
      .primaryKeys();
  const due = await read(async (tables) => (await findDue(tables)).length, db);
  // Mostly there is nothing, and then nothing is written.
  if (!due.ok || due.value === 0) return due;
  return write(async (tables) => eraseAll(tables, await findDue(tables)), db);
}

async function setTrashed(db: Database, ids: readonly ClippingId[], trashedAt: number): Promise<number> {
  const found = (await db.clippings.bulkGet([...ids])).filter((clipping) => clipping !== undefined);
  await db.clippings.bulkPut(found.map((clipping) => ({ ...clipping, trashedAt })));
  return found.length;
}

/** Deletes clippings with all that belongs to them, inside a transaction of the caller; gives how many. */
export async function eraseAll(db: Database, ids: readonly ClippingId[]): Promise<number> {
  const all = [...ids];
  // Those that bear the id of the clipping go by one call each; the others must be looked for.
  const named = [db.clippings, db.texts, db.descriptions, db.appearances, db.spoken];
  for (const table of named) await table.bulkDelete(all);
  for (const table of [db.notes, db.corrections, db.versions]) await table.where('clippingId').anyOf(all).delete();
  await db.indexLog.bulkPut(all.map((clippingId) => ({ clippingId, change: 'erased' })));
  return ids.length;
}
