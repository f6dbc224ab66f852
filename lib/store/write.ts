import { Dexie, type Table } from 'dexie';
import { type Result, fail, ok } from '../model/result';
import { type Database, database } from './database';
import { freshenLog } from './fresh-log';
import { countChange } from './library-state';
import { hasRoom, ROOM_TO_OPEN, ROOM_TO_WRITE } from './room';

/** Why a write was refused. The same words as in the message protocol. */
export type StoreFailure = 'storage-full' | 'conflict' | 'not-found' | 'storage-failed' | 'newer-data';

/** Thrown inside a transaction to give it up as a whole. */
export class Refusal extends Error {
  constructor(readonly reason: StoreFailure) {
    super(reason);
    this.name = 'Refusal';
  }
}

/** What is told of writes, for whoever keeps account of them. */
export interface WriteListener {
  /** Something was stored in the whole library. */
  readonly onStored: (db: Database) => void;
  /** The browser could not write: the end of its log may hold half a record, see `freshenLog`. */
  readonly onBroken: (db: Database) => void;
}

const listeners = new Set<WriteListener>();

/** Tells of each write in this context. */
export function followWrites(listener: WriteListener): void {
  listeners.add(listener);
}

/** Databases whose log must be left behind before anything is written. */
const broken = new WeakSet<Database>();

// In both: Dexie keeps a transaction open over native `await` only when the scope function itself is async.

/**
 * Runs `work` in one read-write transaction over all tables: all of it is stored, or nothing and the reason why. Work that
 * needs few `tables` can name them, so that nobody waits for it who needs others.
 */
export async function write<Value>(
  work: (db: Database) => Promise<Value>,
  db: Database = database,
  tables?: readonly Table[],
): Promise<Result<Value, StoreFailure>> {
  const written = await guarded(db, async () => {
    if (!(await hasRoom(ROOM_TO_WRITE))) throw new Refusal('storage-full');
    if (broken.has(db)) await freshenLog(db);
    broken.delete(db);
    return db.transaction('rw', tables ?? db.tables, async () => {
      const value = await work(db);
      if (!tables) await countChange(db);
      return value;
    });
  });
  if (written.ok && !tables) for (const { onStored } of listeners) onStored(db);
  return written;
}

/** Runs `work` in one read-only transaction over all tables. */
export async function read<Value>(
  work: (db: Database) => Promise<Value>,
  db: Database = database,
): Promise<Result<Value, StoreFailure>> {
  const query = () => db.transaction('r', db.tables, async () => work(db));
  return guarded(db, () => {
    if (db.isOpen()) return query();
    // Dexie's own promise, past which a live query goes on to see what is read.
    return Dexie.Promise.resolve(hasRoom(ROOM_TO_OPEN)).then((has) => {
      if (!has) throw new Refusal('storage-full');
      return query();
    });
  });
}

async function guarded<Value>(db: Database, run: () => PromiseLike<Value>): Promise<Result<Value, StoreFailure>> {
  try {
    return ok(await run());
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== 'storage-failed') return fail(reason);
    console.error('Hearsay:', error);
    if (!isOfBrowser(error)) return fail(reason);
    // The browser gives up a connection whose files it could not write: the next call opens another one.
    db.close({ disableAutoOpen: false });
    broken.add(db);
    for (const { onBroken } of listeners) onBroken(db);
    return fail((await hasRoom(ROOM_TO_WRITE)) ? reason : 'storage-full');
  }
}

/** Names of mistakes of ours; all else that fails is the browser's. */
const OURS = [
  'TypeError',
  'RangeError',
  'ReferenceError',
  'ConstraintError',
  'DataError',
  'DataCloneError',
  'NotFoundError',
];

function isOfBrowser(error: unknown): boolean {
  return (error instanceof Error || error instanceof DOMException) && !OURS.includes(error.name);
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
