/**
 * Keeps the index small in parts: new articles of the log become a segment, and segments of like size are merged into
 * one, so that there are never more than a few (a log-structured merge tree). Everything long is done outside of
 * transactions and in steps, so that a query in between does not wait; what is written counts only when the row of the
 * segment is, so that it may end at any moment.
 */
import type { ClippingId } from '../../model/ids';
import { mergeSegments } from '../../search/packed/merge';
import { packDescriptions } from '../../search/packed/pack';
import { PART } from '../../search/packed/segment-writer';
import { type Database, database } from '../database';
import { hasRoom, ROOM_TO_WRITE } from '../room';
import { fromRow } from './description-row';
import { aloneOnIndex } from './index-lock';
import { openSegments } from './open-index';
import { deleteOrphans, freeNumber, storeParts } from './segments';

/** New articles that the log may hold before they are packed: opening the index packs them each time. */
export const MAX_LOG = 16;

/** Articles packed at once: this is done without a pause, for which a query would have to wait. */
const MAX_PACKED = 4 * MAX_LOG;

/** Segments of like size that are merged: fewer means a shorter way to an answer, more means less to write. */
export const MERGED = 4;

/** A segment of so few articles is rewritten at once when one of them is deleted for good. */
export const MAX_SMALL = 1024;

/** Articles that are deleted for good and may stand in large segments: each query reads the log with them. */
export const MAX_GONE = 64;

/** Longest stretch of work without a pause, in milliseconds. */
const MAX_STRETCH_MS = 12;

let running: Promise<void> | null = null;

/** Packs and merges what is due; called again while it runs it does nothing more. Never rejects. */
export function mergeIndex(db: Database = database): Promise<void> {
  running ??= aloneOnIndex(db, () => mergeAll(db))
    .catch((error: unknown) => console.error('Hearsay: the index was not merged', error))
    .finally(() => (running = null));
  return running;
}

async function mergeAll(db: Database): Promise<void> {
  // Queries read what is not merged, too.
  if (!(await hasRoom(ROOM_TO_WRITE))) return;
  await deleteOrphans(db);
  for (;;) {
    const gone = await findGone(db);
    if (!gone) break;
    if (!(await mergeInto(db, [gone]))) return;
  }
  while ((await countAdded(db)) > MAX_LOG) if (!(await packLog(db)) || !(await mergeDue(db))) return;
  await mergeDue(db);
}

/** Merges segments of like size until there are few of each; false when another context came in between. */
async function mergeDue(db: Database): Promise<boolean> {
  for (let due = await findDue(db); due; due = await findDue(db)) if (!(await mergeInto(db, due))) return false;
  return true;
}

async function countAdded(db: Database): Promise<number> {
  return db.indexLog.filter(({ change }) => change === 'added').count();
}

/**
 * A segment that is due to be rewritten without the articles that were deleted for good or came back as others; null
 * when there is none. Rewriting a large one takes long, so that it waits until many are to be taken out, or until it is
 * merged: till then the log keeps them from being found. What no segment has any more is forgotten.
 */
async function findGone(db: Database): Promise<number | null> {
  const rows = await db.indexLog.filter(({ change }) => change !== 'added').toArray();
  if (rows.length === 0) return null;
  const gone = new Map(rows.map(({ clippingId, change }) => [String(clippingId), change]));
  const packed = new Set<string>();
  for (const [number, segment] of await openSegments(db, await db.segments.toCollection().primaryKeys())) {
    const found = [...segment.numbersOf(gone).keys()];
    const isDue =
      segment.size <= MAX_SMALL || rows.length > MAX_GONE || found.some((id) => gone.get(id) === 'replaced');
    if (isDue && found.length > 0) return number;
    for (const id of found) packed.add(id);
  }
  const forgotten = rows.flatMap(({ clippingId }) => (packed.has(clippingId) ? [] : [clippingId]));
  await db.transaction('rw', db.indexLog, async () => {
    for (const row of await db.indexLog.bulkGet(forgotten)) {
      if (row?.change === 'erased') await db.indexLog.delete(row.clippingId);
      if (row?.change === 'replaced') await db.indexLog.put({ ...row, change: 'added' });
    }
  });
  return null;
}

/** Ids under which segments may know what is not so any more. */
async function goneIds(db: Database): Promise<ReadonlySet<string> & { [Symbol.iterator](): Iterator<ClippingId> }> {
  return new Set(await db.indexLog.filter(({ change }) => change !== 'added').primaryKeys());
}

/** Packs part of the log; false when there is nothing to pack, or another context was faster. */
async function packLog(db: Database): Promise<boolean> {
  const ids = await db.indexLog
    .filter(({ change }) => change === 'added')
    .limit(MAX_PACKED)
    .primaryKeys();
  if (ids.length === 0) return false;
  const rows = (await db.descriptions.bulkGet(ids)).filter((one) => one !== undefined);
  const { articles, head, parts } = packDescriptions(rows.map(fromRow));
  const number = await freeNumber(db);
  await storeParts(db, number, 0, parts);
  return db.transaction('rw', [db.segments, db.segmentParts, db.indexLog], async () => {
    const still = await db.indexLog.bulkGet(ids);
    const isWhole = (await db.segmentParts.where('[segment+part]').equals([number, 0]).count()) === 1;
    if (!isWhole || !still.every((row) => row?.change === 'added')) return false;
    if (articles) await db.segments.add({ number, articles, head });
    await db.indexLog.bulkDelete(ids);
    return true;
  });
}

/** Numbers of `MERGED` segments of like size; null when there are not so many. */
async function findDue(db: Database): Promise<readonly number[] | null> {
  const tiers = new Map<number, number[]>();
  await db.segments.each(({ number, articles }) => {
    const tier = Math.floor(Math.log(Math.max(1, articles / MAX_LOG)) / Math.log(MERGED));
    tiers.set(tier, [...(tiers.get(tier) ?? []), number]);
  });
  return [...tiers.values()].find((numbers) => numbers.length >= MERGED)?.slice(0, MERGED) ?? null;
}

/** Puts one segment in the place of several; false when one of them is not there any more. */
async function mergeInto(db: Database, numbers: readonly number[]): Promise<boolean> {
  const segments = await openSegments(db, numbers);
  const gone = await goneIds(db);
  const number = await freeNumber(db);
  let part: number = PART.postings;
  const { articles, head, parts } = await mergeSegments([...segments.values()], (id) => gone.has(id), {
    pause: inStretches(),
    store: async (pieces) => {
      await storeParts(db, number, part, pieces);
      part += pieces.length;
    },
  });
  await storeParts(db, number, 0, parts.slice(0, PART.postings));
  await storeParts(db, number, part, parts.slice(PART.postings));
  const isDone = await db.transaction('rw', [db.segments, db.segmentParts], async () => {
    const still = await db.segments.where(':id').anyOf(numbers).primaryKeys();
    const isWhole = (await db.segmentParts.where('[segment+part]').equals([number, 0]).count()) === 1;
    if (!isWhole || still.length < numbers.length) return false;
    await db.segments.bulkDelete([...numbers]);
    if (articles) await db.segments.add({ number, articles, head });
    return true;
  });
  await deleteOrphans(db);
  return isDone;
}

/** Waits for others to have their turn once the time since the last wait is over. */
function inStretches(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < MAX_STRETCH_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}
