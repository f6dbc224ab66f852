import { asId, type ClippingId } from '../../model/ids';
import type { Result } from '../../model/result';
import { DamagedSegment } from '../../search/packed/segment';
import type { Database } from '../database';
import { type StoreFailure, write } from '../write';
import { describeClipping } from './describe-clipping';
import { toRow } from './description-row';
import { forgetIndex, openSegments } from './open-index';
import { deleteSegment } from './segments';

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
    forgetIndex(tables);
    const damaged: number[] = [];
    const packed = new Set<ClippingId>();
    const twice = new Set<ClippingId>();
    for (const number of await tables.segments.toCollection().primaryKeys()) {
      const ids = await idsOf(tables, number);
      if (!ids) damaged.push(number);
      for (const id of ids ?? []) (packed.has(id) ? twice : packed).add(id);
    }
    for (const number of damaged) await deleteSegment(tables, number);

    const log = new Map((await tables.indexLog.toArray()).map(({ clippingId, change }) => [clippingId, change]));
    const kept = new Set(await tables.clippings.toCollection().primaryKeys());
    const isInLog = (id: ClippingId) => log.has(id) && log.get(id) !== 'erased';
    const missing = [...kept].filter((id) => !isInLog(id) && (!packed.has(id) || log.has(id) || twice.has(id)));
    const ghosts = [...packed].filter((id) => !kept.has(id) && log.get(id) !== 'erased');
    for (const id of missing) await describeMissing(tables, id);
    const rowOf = (clippingId: ClippingId) =>
      ({ clippingId, change: packed.has(clippingId) ? 'replaced' : 'added' }) as const;
    await tables.indexLog.bulkPut(missing.map(rowOf));
    await tables.indexLog.bulkPut([...log.keys()].filter((id) => isInLog(id) && kept.has(id)).map(rowOf));
    await tables.indexLog.bulkPut(ghosts.map((clippingId) => ({ clippingId, change: 'erased' })));
    return { damaged: damaged.length, missing: missing.length, ghosts: ghosts.length };
  }, db);
}

/** The articles of a segment; null when it is not whole. */
async function idsOf(db: Database, number: number): Promise<readonly ClippingId[] | null> {
  try {
    const segment = (await openSegments(db, [number])).get(number);
    await segment?.check();
    return Array.from({ length: segment?.size ?? 0 }, (_, i) => asId<ClippingId>(segment?.idOf(i) ?? ''));
  } catch (error) {
    if (error instanceof DamagedSegment) return null;
    throw error;
  }
}

async function describeMissing(db: Database, id: ClippingId): Promise<void> {
  if (await db.descriptions.get(id)) return;
  const [clipping, text] = await Promise.all([db.clippings.get(id), db.texts.get(id)]);
  if (clipping && text) await db.descriptions.put(toRow(describeClipping(clipping, text)));
}
