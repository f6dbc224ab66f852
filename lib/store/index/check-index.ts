import { asId, type ClippingId } from '../../model/ids';
import { fail, ok, type Result } from '../../model/result';
import { DamagedSegment } from '../../search/packed/segment';
import { type Database, database, type LogRow } from '../database';
import { type StoreFailure, read, write } from '../write';
import { describeClipping } from './describe-clipping';
import { toRow } from './description-row';
import { aloneOnIndex } from './index-lock';
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

/** Clippings repaired in one transaction, for which others may have to wait. */
const BATCH = 50;

/**
 * Compares index and clippings and repairs what disagrees; the clippings are always right. Works in steps, between
 * which others read and write, while nobody merges.
 */
export function checkIndex(db: Database = database): Promise<Result<Repairs, StoreFailure>> {
  return aloneOnIndex(db, async () => {
    forgetIndex(db);
    const packed = await readPacked(db);
    if (!packed.ok) return packed;
    const { damaged, ids, twice } = packed.value;
    const found = await read((tables) => compare(tables, ids, twice), db);
    if (!found.ok) return found;
    const { missing, ghosts, misnamed } = found.value;
    const changeOf = (id: ClippingId) => (ids.has(id) ? 'replaced' : 'added');
    const repaired =
      (await inBatches(missing, (batch) => write((tables) => addMissing(tables, batch, changeOf), db))) ??
      (await inBatches(misnamed, (batch) => write((tables) => renameChanges(tables, batch, changeOf), db))) ??
      (await inBatches(ghosts, (batch) => write((tables) => dropGhosts(tables, batch), db)));
    if (repaired !== null) return fail(repaired);
    return ok({ damaged, missing: missing.length, ghosts: ghosts.length });
  });
}

/** Ids in segments that are whole; the others are deleted. */
interface Packed {
  readonly damaged: number;
  readonly ids: ReadonlySet<ClippingId>;
  /** Those in more than one. */
  readonly twice: ReadonlySet<ClippingId>;
}

async function readPacked(db: Database): Promise<Result<Packed, StoreFailure>> {
  const numbers = await read((tables) => tables.segments.toCollection().primaryKeys(), db);
  if (!numbers.ok) return numbers;
  const ids = new Set<ClippingId>();
  const twice = new Set<ClippingId>();
  let damaged = 0;
  for (const number of numbers.value) {
    const found = await read((tables) => idsOf(tables, number), db);
    if (!found.ok) return found;
    for (const id of found.value ?? []) (ids.has(id) ? twice : ids).add(id);
    if (found.value) continue;
    damaged += 1;
    const deleted = await write((tables) => deleteSegment(tables, number), db);
    if (!deleted.ok) return deleted;
  }
  return ok({ damaged, ids, twice });
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

/** What the index lacks, what it has too much, and what the log may tell otherwise than the segments have it. */
async function compare(db: Database, packed: ReadonlySet<ClippingId>, twice: ReadonlySet<ClippingId>) {
  const log = new Map((await db.indexLog.toArray()).map(({ clippingId, change }) => [clippingId, change]));
  const kept = new Set(await db.clippings.toCollection().primaryKeys());
  const isInLog = (id: ClippingId) => log.has(id) && log.get(id) !== 'erased';
  return {
    missing: [...kept].filter((id) => !isInLog(id) && (!packed.has(id) || log.has(id) || twice.has(id))),
    ghosts: [...packed].filter((id) => !kept.has(id) && log.get(id) !== 'erased'),
    misnamed: [...log.keys()].filter((id) => isInLog(id) && kept.has(id)),
  };
}

type ChangeOf = (id: ClippingId) => LogRow['change'];

async function addMissing(db: Database, ids: readonly ClippingId[], changeOf: ChangeOf): Promise<void> {
  const clippings = await db.clippings.bulkGet([...ids]);
  for (const clipping of clippings) {
    // Erased since they were compared.
    if (!clipping) continue;
    if (!(await db.descriptions.get(clipping.id))) {
      const text = await db.texts.get(clipping.id);
      if (text) await db.descriptions.put(toRow(describeClipping(clipping, text)));
    }
    await db.indexLog.put({ clippingId: clipping.id, change: changeOf(clipping.id) });
  }
}

async function renameChanges(db: Database, ids: readonly ClippingId[], changeOf: ChangeOf): Promise<void> {
  const rows = (await db.indexLog.bulkGet([...ids])).filter((row) => row !== undefined);
  const still = rows.filter(({ change }) => change !== 'erased');
  await db.indexLog.bulkPut(still.map(({ clippingId }) => ({ clippingId, change: changeOf(clippingId) })));
}

async function dropGhosts(db: Database, ids: readonly ClippingId[]): Promise<void> {
  const clippings = await db.clippings.bulkGet([...ids]);
  const gone = ids.filter((_, i) => clippings[i] === undefined);
  await db.indexLog.bulkPut(gone.map((clippingId) => ({ clippingId, change: 'erased' })));
}

/** Runs `work` on so many at a time until all are done, or it fails; gives why. */
async function inBatches(
  ids: readonly ClippingId[],
  work: (batch: readonly ClippingId[]) => Promise<Result<void, StoreFailure>>,
): Promise<StoreFailure | null> {
  for (let at = 0; at < ids.length; at += BATCH) {
    const done = await work(ids.slice(at, at + BATCH));
    if (!done.ok) return done.reason;
  }
  return null;
}
