import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginSession, type CarePort } from '../../../lib/background/library-care';
import { Database } from '../../../lib/store/database';
import { freshenLog } from '../../../lib/store/fresh-log';
import { followWrites, read, write } from '../../../lib/store/write';

/** LevelDB leaves a log behind after so many bytes. */
const LOG_BYTES = 4 * 1024 * 1024;

let db: Database;
let count = 0;
beforeEach(() => {
  db = new Database(`fresh-log-${++count}`);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});

/** Bytes that were put into the database since, and how many transactions wrote. */
function watchPuts() {
  const seen = { bytes: 0, largest: 0 };
  db.about.hook('creating', (_key, row) => {
    if (!('bytes' in row)) return;
    seen.bytes += row.bytes.length;
    seen.largest = Math.max(seen.largest, row.bytes.length);
  });
  return seen;
}

/** A transaction that the browser gives up because its files cannot be written. */
async function fail(): Promise<unknown> {
  vi.spyOn(console, 'error').mockReturnValue();
  return write(async () => {
    throw new DOMException('Internal error committing transaction.', 'UnknownError');
  }, db);
}

describe('a log that may end in half a record', () => {
  it('is left behind by more than it can hold, of which nothing stays', async () => {
    const seen = watchPuts();
    await freshenLog(db);
    expect(seen.bytes).toBeGreaterThan(LOG_BYTES);
    expect(seen.largest, 'else it would lie in a file of its own').toBeLessThan(65_536);
    expect(await db.about.count()).toBe(0);
  });

  it('is left behind before anything is written after a write that failed', async () => {
    const broken = vi.fn();
    followWrites({ onStored: () => {}, onBroken: broken });
    await db.open();
    expect(await fail()).toMatchObject({ ok: false, reason: 'storage-failed' });
    expect(broken).toHaveBeenCalledExactlyOnceWith(db);
    const seen = watchPuts();
    expect((await read(async (tables) => tables.clippings.count(), db)).ok).toBe(true);
    expect(seen.bytes, 'reading needs no new log').toBe(0);
    expect((await write(async () => seen.bytes, db)).ok).toBe(true);
    expect(seen.bytes).toBeGreaterThan(LOG_BYTES);
    const once = seen.bytes;
    await write(async () => null, db);
    expect(seen.bytes).toBe(once);
  });

  it('does not come about where there is hardly any room: nothing is begun, and what is open may be read', async () => {
    await db.open();
    const storage = { estimate: async () => ({ quota: 50_000_000, usage: 40_000_000 }) };
    vi.stubGlobal('navigator', { storage });
    const work = vi.fn(async () => null);
    expect(await write(work, db)).toEqual({ ok: false, reason: 'storage-full' });
    expect(work).not.toHaveBeenCalled();
    storage.estimate = async () => ({ quota: 50_000_000, usage: 49_900_000 });
    expect((await read(work, db)).ok).toBe(true);
    db.close();
    expect(await read(work, db)).toEqual({ ok: false, reason: 'storage-full' });
    storage.estimate = async () => ({ quota: 80_000_000, usage: 49_900_000 });
    db.close({ disableAutoOpen: false });
    expect((await write(work, db)).ok).toBe(true);
    vi.unstubAllGlobals();
  });

  it('is not for a mistake of ours, which leaves the files as they are', async () => {
    const broken = vi.fn();
    followWrites({ onStored: () => {}, onBroken: broken });
    vi.spyOn(console, 'error').mockReturnValue();
    const failed = await write(async () => {
      throw new TypeError('x is undefined');
    }, db);
    expect(failed).toEqual({ ok: false, reason: 'storage-failed' });
    expect(broken).not.toHaveBeenCalled();
  });

  it('is left behind once in each session of the browser, after it was looked whether something is gone', async () => {
    const done: string[] = [];
    let isFresh = false;
    let hasRoom = false;
    const port: CarePort = {
      place: { read: async () => null, change: async (next) => void (next(null), done.push('compared')) },
      isFresh: async () => isFresh,
      setFresh: async (now) => void (isFresh = now),
      hasRoom: async () => hasRoom,
      freshen: async () => void done.push('log begun anew'),
    };
    expect(await beginSession(port, db)).toBe(false);
    expect(done, 'nothing while there is no room').toEqual([]);
    hasRoom = true;
    expect(await beginSession(port, db)).toBe(true);
    expect(await beginSession(port, db)).toBe(true);
    expect(done).toEqual(['compared', 'log begun anew']);
  });
});
