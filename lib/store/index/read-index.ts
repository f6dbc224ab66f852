import type { Result } from '../../model/result';
import type { PackedLibrary } from '../../search/packed/packed-library';
import { type Database, database } from '../database';
import { type StoreFailure, read } from '../write';
import { checkIndex } from './check-index';
import { isDamaged, openIndex } from './open-index';

/**
 * Runs `work` in one read-only transaction over all tables, with the index as it stands in it. When part of the index
 * turns out to be damaged the answer comes from the rest, and the repair begins right after.
 */
export async function readIndex<Value>(
  work: (db: Database, library: PackedLibrary) => Promise<Value>,
  db: Database = database,
): Promise<Result<Value, StoreFailure>> {
  const answer = await read(async (tables) => work(tables, await openIndex(tables)), db);
  if (isDamaged(db)) void checkIndex(db);
  return answer;
}
