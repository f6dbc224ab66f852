import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Remembered } from '../../../lib/model/remembered';
import { Database } from '../../../lib/store/database';
import { SCHEMA } from '../../../lib/store/schema';
import {
  acceptLoss,
  findTrouble,
  followTrouble,
  type MarkPlace,
  rememberState,
  startAnew,
} from '../../../lib/store/trouble';
import { write } from '../../../lib/store/write';

const NAME = 'trouble';
const NEWER = [...SCHEMA, { version: 99, why: 'later', stores: { later: 'id' } }];
let opened: Database[] = [];
let place: MarkPlace;
let remembered: Remembered | null;

beforeEach(() => {
  remembered = null;
  place = { read: async () => remembered, change: async (next) => void (remembered = next(remembered)) };
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const db of opened) db.close();
  opened = [];
  await new Database(NAME).delete();
});

function open(steps = SCHEMA): Database {
  const db = new Database(NAME, steps);
  opened.push(db);
  return db;
}

describe('trouble with the database', () => {
  it('finds none with a new one, nor with the same one again', async () => {
    expect(await findTrouble(place, open())).toBeNull();
    expect(await findTrouble(place, open())).toBeNull();
  });

  it('notices that the database is another one than before, until the reader knows', async () => {
    await findTrouble(place, open());
    await new Database(NAME).delete();
    expect(await findTrouble(place, open())).toBe('emptied');
    expect(await findTrouble(place, open())).toBe('emptied');
    await acceptLoss(place, open());
    expect(await findTrouble(place, open())).toBeNull();
  });

  it('says that data is newer, and that a database cannot be opened', async () => {
    const newer = open(NEWER);
    await newer.open();
    newer.close();
    expect(await findTrouble(place, open())).toBe('newer-data');
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    expect(await findTrouble(place, open())).toBe('damaged');
  });

  it('closes an old connection for a newer version, and says so and nothing after it', async () => {
    const told: unknown[] = [];
    const old = open();
    const stop = followTrouble((trouble) => told.push(trouble), place, old);
    await vi.waitFor(() => expect(told).toEqual([null]));
    vi.spyOn(console, 'warn').mockReturnValue();
    await open(NEWER).open();
    await vi.waitFor(() => expect(told).toEqual([null, 'superseded']));
    stop();
  });

  it('says that an older page is in the way, and when it no longer is', async () => {
    const older = open(SCHEMA.slice(0, 1));
    await older.open();
    older.close();
    const holding = indexedDB.open(NAME);
    await new Promise((done) => holding.addEventListener('success', done));
    vi.spyOn(console, 'warn').mockReturnValue();
    const told: unknown[] = [];
    const stop = followTrouble((trouble) => told.push(trouble), place, open());
    await vi.waitFor(() => expect(told).toEqual(['blocked']));
    holding.result.close();
    await vi.waitFor(() => expect(told).toEqual(['blocked', null]));
    stop();
  });

  it('begins anew where the reader wants it, and that is no trouble', async () => {
    const db = open();
    await findTrouble(place, db);
    await db.codes.put({ name: 'x', definition: '', example: '', parent: null, colour: '#000000', key: '' });
    await startAnew(place, db);
    const again = open();
    expect(await again.codes.count()).toBe(0);
    expect(await findTrouble(place, again)).toBeNull();
  });

  it('notices that the last writes are gone, however much is written after, until the reader knows', async () => {
    const db = open();
    await writeOnce(db);
    const cut = await db.about.toArray();
    await writeOnce(db);
    await rememberState(place, db);
    // The browser finds the file as it was one write earlier.
    await db.about.bulkPut(cut);
    remembered = remembered && { ...remembered, articles: 3 };
    expect(await findTrouble(place, db)).toBe('shortened');
    for (let i = 0; i < 4; i++) await writeOnce(db);
    await rememberState(place, db);
    expect(await findTrouble(place, db)).toBe('shortened');
    expect(remembered?.missing).toBe(3);
    await acceptLoss(place, db);
    expect(await findTrouble(place, db)).toBeNull();
  });

  it('takes what the reader deleted for no loss', async () => {
    const db = open();
    await writeOnce(db);
    await rememberState(place, db);
    remembered = remembered && { ...remembered, articles: 20 };
    await writeOnce(db);
    expect(await findTrouble(place, db)).toBeNull();
    expect(remembered).toMatchObject({ articles: 0, missing: null });
  });
});

async function writeOnce(db: Database): Promise<void> {
  expect((await write(async () => null, db)).ok).toBe(true);
}
