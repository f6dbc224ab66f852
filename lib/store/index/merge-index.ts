/**
 * Keeps the index small in parts: new articles of the log become a segment, and segments of like size are merged into
 * one, so that there are never more than a few (a log-structured merge tree). Everything long is done outside of
 * transactions and in steps, so that a query in between does not wait.
 */
import { mergeSegments, packDescriptions } from '../../search/packed/pack';
import { type Database, database } from '../database';
import { readSegments } from './open-index';

/** New articles that the log may hold before they are packed: opening the index packs them each time. */
export const MAX_LOG = 64;

/** Articles packed at once; bounds the memory that an import needs. */
const MAX_PACKED = 512;

/** Segments of like size that are merged. */
const MERGED = 8;

/** Longest stretch of work without a pause, in milliseconds. */
const MAX_STRETCH_MS = 15;

let running: Promise<void> | null = null;

/** Packs and merges what is due; called again while it runs it does nothing more. Never rejects. */
export function mergeIndex(db: Database = database): Promise<void> {
  running ??= mergeAll(db)
    .catch((error: unknown) => console.error('Hearsay: the index was not merged', error))
    .finally(() => (running = null));
  return running;
}

async function mergeAll(db: Database): Promise<void> {
  while ((await db.indexLog.filter(isAdded).count()) > MAX_LOG) if (!(await packLog(db))) return;
  for (;;) {
    const due = (await findErased(db)) ?? (await findDue(db));
    if (!due || !(await mergeInto(db, due))) return;
  }
}

/**
 * A segment that still has words of an article deleted for good: it is rewritten, for deleted means gone. Null when
 * there is none; then nothing need be remembered of those articles any more.
 */
async function findErased(db: Database): Promise<readonly number[] | null> {
  const erased = await erasedIds(db);
  if (erased.size === 0) return null;
  const segments = await readSegments(db, await db.segments.toCollection().primaryKeys());
  for (const [number, segment] of segments) if (segment.ids.some((id) => erased.has(id))) return [number];
  await db.indexLog
    .where('clippingId')
    .anyOf([...erased])
    .filter((row) => !isAdded(row))
    .delete();
  return null;
}

async function erasedIds(db: Database): Promise<ReadonlySet<string>> {
  return new Set<string>(await db.indexLog.filter((row) => !isAdded(row)).primaryKeys());
}

const isAdded = ({ change }: { readonly change: string }) => change === 'added';

/** Packs part of the log; false when another context was faster. */
async function packLog(db: Database): Promise<boolean> {
  const ids = await db.indexLog.filter(isAdded).limit(MAX_PACKED).primaryKeys();
  const descriptions = (await db.descriptions.bulkGet(ids)).filter((one) => one !== undefined);
  const bytes = packDescriptions(descriptions);
  return db.transaction('rw', [db.segments, db.indexLog], async () => {
    const still = await db.indexLog.bulkGet(ids);
    if (!still.every((row) => row?.change === 'added')) return false;
    if (descriptions.length) await db.segments.add({ articles: descriptions.length, bytes });
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

/** Puts one segment in the place of several; false when one of them is not there any more, or damaged. */
async function mergeInto(db: Database, numbers: readonly number[]): Promise<boolean> {
  const segments = await readSegments(db, numbers);
  if (segments.size < numbers.length) return false;
  const erased = await erasedIds(db);
  const merging = mergeSegments([...segments.values()], (id) => erased.has(id));
  const bytes = await inStretches(merging);
  const kept = [...segments.values()].flatMap((segment) => segment.ids).filter((id) => !erased.has(id));
  return db.transaction('rw', [db.segments, db.indexLog], async () => {
    const still = await db.segments.where(':id').anyOf(numbers).primaryKeys();
    if (still.length < numbers.length) return false;
    await db.segments.bulkDelete([...numbers]);
    if (kept.length) await db.segments.add({ articles: kept.length, bytes });
    return true;
  });
}

async function inStretches<Value>(work: Generator<void, Value>): Promise<Value> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < MAX_STRETCH_MS) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  }
}
