import { asId, type ClippingId } from '../../model/ids';
import type { Result } from '../../model/result';
import type { Database } from '../database';
import { type StoreFailure, write } from '../write';
import { describeClipping } from './describe-clipping';
import { readSegments } from './open-index';

/** What was wrong with the index; all zero when nothing was. */
export interface Repairs {
  /** Segments that could not be read, and are gone now. */
  readonly damaged: number;
  /** Clippings the index did not know. */
  readonly missing: number;
  /** Entries of clippings that are not there. */
  readonly ghosts: number;
}

/** Compares index and clippings and repairs what disagrees; the clippings are always right. */
export function checkIndex(db?: Database): Promise<Result<Repairs, StoreFailure>> {
  return write(async (tables) => {
    const numbers = await tables.segments.toCollection().primaryKeys();
    const segments = await readSegments(tables, numbers);
    const damaged = numbers.filter((number) => !segments.has(number));
    await tables.segments.bulkDelete(damaged);

    const log = new Map((await tables.indexLog.toArray()).map(({ clippingId, change }) => [clippingId, change]));
    const packed = new Set([...segments.values()].flatMap((segment) => segment.ids).map((id) => asId<ClippingId>(id)));
    const kept = new Set(await tables.clippings.toCollection().primaryKeys());
    const missing = [...kept].filter((id) => !packed.has(id) && log.get(id) !== 'added');
    const ghosts = [...packed].filter((id) => !kept.has(id) && log.get(id) !== 'erased');
    const hidden = [...kept].filter((id) => packed.has(id) && log.get(id) === 'erased');
    for (const id of missing) await describeMissing(tables, id);
    await tables.indexLog.bulkPut(missing.map((clippingId) => ({ clippingId, change: 'added' })));
    await tables.indexLog.bulkPut(ghosts.map((clippingId) => ({ clippingId, change: 'erased' })));
    await tables.indexLog.bulkDelete(hidden);
    return { damaged: damaged.length, missing: missing.length + hidden.length, ghosts: ghosts.length };
  }, db);
}

async function describeMissing(db: Database, id: ClippingId): Promise<void> {
  if (await db.descriptions.get(id)) return;
  const [clipping, text] = await Promise.all([db.clippings.get(id), db.texts.get(id)]);
  if (clipping && text) await db.descriptions.put(describeClipping(clipping, text));
}
