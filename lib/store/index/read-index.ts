import { fail, ok, type Result } from '../../model/result';
import type { PackedLibrary } from '../../search/packed/packed-library';
import { DamagedSegment } from '../../search/packed/segment';
import { type Database, database } from '../database';
import { type StoreFailure, read } from '../write';
import { checkIndex } from './check-index';
import { MAX_LOG, mergeIndex } from './merge-index';
import { forgetIndex, openIndex } from './open-index';

/** New articles that are packed for one query rather than for good: more than the log holds between two merges. */
const MAX_FRESH = 8 * MAX_LOG;

/**
 * Runs `work` in one read-only transaction over all tables, with the index as it stands in it. An index that turns out
 * to be damaged, or that does not know many articles yet, is mended first: that takes its time, and the answer is right.
 */
export async function readIndex<Value>(
  work: (db: Database, library: PackedLibrary) => Promise<Value>,
  db: Database = database,
): Promise<Result<Value, StoreFailure>> {
  const first = await attempt(work, db, MAX_FRESH);
  if (!first.ok) return first;
  if ('answer' in first.value) return ok(first.value.answer);
  if (first.value.wrong === 'damaged') await checkIndex(db);
  await mergeIndex(db);
  const second = await attempt(work, db, Infinity);
  if (!second.ok) return second;
  return 'answer' in second.value ? ok(second.value.answer) : fail('storage-failed');
}

type Attempt<Value> = { readonly answer: Value } | { readonly wrong: 'damaged' | 'behind' };

function attempt<Value>(
  work: (db: Database, library: PackedLibrary) => Promise<Value>,
  db: Database,
  maxFresh: number,
): Promise<Result<Attempt<Value>, StoreFailure>> {
  return read(async (tables): Promise<Attempt<Value>> => {
    try {
      if ((await tables.indexLog.count()) > maxFresh) return { wrong: 'behind' };
      return { answer: await work(tables, await openIndex(tables)) };
    } catch (error) {
      if (!(error instanceof DamagedSegment)) throw error;
      forgetIndex(tables);
      return { wrong: 'damaged' };
    }
  }, db);
}
