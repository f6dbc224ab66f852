/**
 * Counts everything that is kept anew, and finds what does not belong together: articles that are not whole, parts without
 * an article, and whatever of index and actors is not what the articles say. The reader may go on working beside it: the
 * articles are looked at a few at a time.
 */
import type { ClippingId } from '../../model/ids';
import type { LongWork } from '../../model/opened-file';
import { type Result, ok } from '../../model/result';
import { type Database, database } from '../database';
import { type StoreFailure, read } from '../write';
import { type ArticleCheck, checkArticle } from './check-article';
import type { Fault } from './fault';
import { findOrphans } from './find-orphans';
import { type IndexCount, countIndex } from './count-index';

/** Articles looked at in one transaction, for which a write would have to wait. */
const BATCH = 20;

/** What is stored, counted anew. */
export interface LibraryCount {
  /** Those in the trash among them. */
  readonly articles: number;
  readonly claims: number;
  readonly notes: number;
  /** Articles that the index of words knows. */
  readonly indexed: number;
  /** Words and names under which they are found there. */
  readonly postings: number;
}

/** The count, and what is wrong; a sound library has no faults. */
export interface LibraryCheck extends LibraryCount {
  readonly faults: readonly Fault[];
}

/** Checks the whole library; rejects with an AbortError when it was cancelled. */
export async function checkLibrary(
  { onProgress, signal }: LongWork = {},
  db: Database = database,
): Promise<Result<LibraryCheck, StoreFailure>> {
  const begun = await read(async (tables) => {
    const ids = await tables.clippings.toCollection().primaryKeys();
    return { ids, index: await countIndex(tables, ids), orphans: await findOrphans(tables, ids) };
  }, db);
  if (!begun.ok) return begun;
  const { ids, index, orphans } = begun.value;
  const found: ArticleCheck[] = [];
  for (let at = 0; at < ids.length; at += BATCH) {
    signal?.throwIfAborted();
    const batch = ids.slice(at, at + BATCH);
    const checked = await checkBatch(batch, index, db);
    if (!checked.ok) return checked;
    found.push(...checked.value);
    onProgress?.(Math.min(at + BATCH, ids.length), ids.length);
  }
  const notes = await read((tables) => tables.notes.count(), db);
  if (!notes.ok) return notes;
  return ok({
    articles: ids.length,
    claims: sumOf(found, ({ claims }) => claims),
    notes: notes.value,
    indexed: index.known.size,
    postings: sumOf(found, ({ postings }) => postings),
    faults: [...index.faults, ...orphans, ...found.flatMap(({ faults }) => faults)],
  });
}

/** One row that cannot be read back makes the whole transaction fail: then each article is looked at alone. */
async function checkBatch(
  ids: readonly ClippingId[],
  index: IndexCount,
  db: Database,
): Promise<Result<readonly ArticleCheck[], StoreFailure>> {
  const checked = await read(async (tables) => {
    const found: ArticleCheck[] = [];
    for (const id of ids) found.push(await checkArticle(tables, id, index));
    return found;
  }, db);
  const [only] = ids;
  if (checked.ok || checked.reason !== 'storage-failed' || only === undefined) return checked;
  if (ids.length === 1)
    return ok([{ claims: 0, postings: 0, faults: [{ kind: 'unreadable', clippingId: only, title: '' }] }]);
  const found: ArticleCheck[] = [];
  for (const id of ids) {
    const alone = await checkBatch([id], index, db);
    if (!alone.ok) return alone;
    found.push(...alone.value);
  }
  return ok(found);
}

function sumOf(found: readonly ArticleCheck[], count: (one: ArticleCheck) => number): number {
  return found.reduce((sum, one) => sum + count(one), 0);
}
