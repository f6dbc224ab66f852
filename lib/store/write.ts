import { Dexie, type Table } from 'dexie';
import { type Result, fail, ok } from '../model/result';
import { type Database, database } from './database';

/** Why a write was refused. The same words as in the message protocol. */
export type StoreFailure = 'storage-full' | 'conflict' | 'not-found' | 'storage-failed' | 'newer-data';

/** Thrown inside a transaction to give it up as a whole. */
export class Refusal extends Error {
  constructor(readonly reason: StoreFailure) {
    super(reason);
    this.name = 'Refusal';
  }
}

// In both: Dexie keeps a transaction open over native `await` only when the scope function itself is async.

/**
 * Runs `work` in one read-write transaction over all tables: all of it is stored, or nothing and the reason why. Work that
 * needs few `tables` can name them, so that nobody waits for it who needs others.
 */
export async function write<Value>(
  work: (db: Database) => Promise<Value>,
  db: Database = database,
  tables: readonly Table[] = db.tables,
): Promise<Result<Value, StoreFailure>> {
  return guarded(() => db.transaction('rw', tables, async () => work(db)));
}

/** Runs `work` in one read-only transaction over all tables. */
export async function read<Value>(
  work: (db: Database) => Promise<Value>,
  db: Database = database,
): Promise<Result<Value, StoreFailure>> {
  return guarded(() => db.transaction('r', db.tables, async () => work(db)));
}

async function guarded<Value>(run: () => PromiseLike<Value>): Promise<Result<Value, StoreFailure>> {
  try {
    return ok(await run());
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'storage-failed') console.error('Hearsay:', error);
    return fail(reason);
  }
}

/** The names are those of IndexedDB; Dexie wraps some of them, with the first cause in `inner`. */
function reasonOf(error: unknown): StoreFailure {
  for (let cause = error; cause instanceof Error || cause instanceof DOMException; cause = innerOf(cause)) {
    if (cause instanceof Refusal) return cause.reason;
    if (cause.name === Dexie.errnames.QuotaExceeded || cause.name === 'QuotaExceededError') return 'storage-full';
    if (cause.name === Dexie.errnames.Version || cause.name === 'VersionError') return 'newer-data';
  }
  return 'storage-failed';
}

function innerOf(error: Error | DOMException): unknown {
  return 'inner' in error ? error.inner : error instanceof Error ? error.cause : undefined;
}
