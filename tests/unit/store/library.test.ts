import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { purgeNow } from '../../../lib/background/trash-care';
import type { Clipping } from '../../../lib/model/clipping';
import { asId, type ClippingId } from '../../../lib/model/ids';
import type { Note } from '../../../lib/model/note';
import type { Result } from '../../../lib/model/result';
import { Database } from '../../../lib/store/database';
import { mergeIndex } from '../../../lib/store/index/merge-index';
import { actorsOfClippings, followClippings, followNotes, getManyKept } from '../../../lib/store/reading-list';
import { eraseClippings, purgeTrash, TRASH_DAYS, trashClippings, untrashClippings } from '../../../lib/store/trash';
import { inventedLibrary, rowsOf } from '../../library/invented';

const DAY_MS = 86_400_000;
const id = (name: string) => asId<ClippingId>(name);

let db: Database;
let count = 0;

beforeEach(async () => {
  db = new Database(`library-${(count += 1)}`);
  const rows = rowsOf(inventedLibrary(6));
  await db.clippings.bulkAdd(rows.clippings);
  await db.texts.bulkAdd(rows.texts);
  await db.descriptions.bulkAdd(rows.descriptions);
  await db.appearances.bulkAdd(rows.appearances);
  await db.spoken.bulkAdd(rows.spoken);
  await db.notes.bulkAdd(rows.notes);
  await db.corrections.bulkAdd(rows.corrections);
  await db.versions.add({ clippingId: id('k0'), textHash: 'later', foundAt: 1, title: '', text: '', blocks: [] });
});
afterEach(() => db.delete());

/** The tables that hold something of a clipping. */
const tablesWith = async (which: string) => {
  const holds = async (rows: readonly object[]) =>
    rows.some((row) => Reflect.get(row, 'clippingId') === which || Reflect.get(row, 'id') === which);
  const names = await Promise.all(db.tables.map(async (t) => ((await holds(await t.toArray())) ? t.name : '')));
  return names.filter(Boolean).toSorted();
};

describe('the trash', () => {
  it('takes several at once, gives them back, and passes over those that are gone', async () => {
    expect(await trashClippings([id('k0'), id('k1'), id('gone')], db)).toEqual({ ok: true, value: 2 });
    expect(await db.clippings.where('trashedAt').above(0).primaryKeys()).toEqual(['k0', 'k1']);
    expect(await untrashClippings([id('k0'), id('gone')], db)).toEqual({ ok: true, value: 1 });
    expect(await db.clippings.where('trashedAt').above(0).primaryKeys()).toEqual(['k1']);
    expect(await db.clippings.count()).toBe(6);
  });

  it('deletes for good with all that belongs to it, and nothing that is not in the trash', async () => {
    await trashClippings([id('k0')], db);
    expect(await tablesWith('k0')).toEqual(
      'appearances clippings corrections descriptions notes spoken texts versions'.split(' '),
    );
    expect(await eraseClippings([id('k0'), id('k1')], db)).toEqual({ ok: true, value: 1 });
    expect(await tablesWith('k0')).toEqual(['indexLog']);
    await mergeIndex(db);
    expect(await tablesWith('k0')).toEqual([]);
    expect(await tablesWith('k1')).toEqual(['appearances', 'clippings', 'descriptions', 'spoken', 'texts']);
  });

  it('is emptied of what lay there for its days, and of nothing younger', async () => {
    const now = Date.UTC(2026, 10, 24);
    await db.clippings.update(id('k0'), { trashedAt: now - TRASH_DAYS * DAY_MS });
    await db.clippings.update(id('k1'), { trashedAt: now - TRASH_DAYS * DAY_MS + 1 });
    expect(await purgeTrash(now, db)).toEqual({ ok: true, value: 1 });
    expect(await db.clippings.toCollection().primaryKeys()).toEqual(['k1', 'k2', 'k3', 'k4', 'k5']);
  });
});

describe('a trash nobody empties', () => {
  it('empties itself after 30 days, by the clock of the day it is woken', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const start = Date.UTC(2026, 0, 1);
    vi.setSystemTime(start);
    await trashClippings([id('k0')], db);
    vi.setSystemTime(start + 30 * DAY_MS - 1);
    await purgeNow(db);
    expect(await db.clippings.count()).toBe(6);
    vi.setSystemTime(start + 30 * DAY_MS);
    await purgeNow(db);
    expect(await tablesWith('k0')).toEqual(['indexLog']);
    expect(await db.clippings.count()).toBe(5);
    vi.useRealTimers();
  });
});

describe('the reading list', () => {
  it('gives all clippings newest first, and again after a change', async () => {
    const told = vi.fn<(found: Result<readonly Clipping[]>) => void>();
    const stop = followClippings(told, db);
    const ids = (call: number) => {
      const found = told.mock.calls[call]?.[0];
      return found?.ok ? found.value.map((clipping) => clipping.id) : [];
    };
    await vi.waitFor(() => expect(ids(0)).toEqual(['k5', 'k4', 'k3', 'k2', 'k1', 'k0']));
    await trashClippings([id('k5')], db);
    await eraseClippings([id('k5')], db);
    await vi.waitFor(() => expect(ids(told.mock.calls.length - 1)).toEqual(['k4', 'k3', 'k2', 'k1', 'k0']));
    stop();
  });

  it('follows the notes', async () => {
    const told = vi.fn<(found: Result<readonly Note[]>) => void>();
    const stop = followNotes(told, db);
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
    await db.notes.clear();
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith({ ok: true, value: [] }));
    stop();
  });

  it('gives everything kept about several, in their order, each with its own notes', async () => {
    const found = await getManyKept([id('k3'), id('gone'), id('k0')], db);
    const [, , , three] = inventedLibrary(6);
    expect(found.ok && found.value.map(({ clipping }) => clipping.id)).toEqual(['k3', 'k0']);
    expect(found.ok && found.value[0]).toEqual(three);
  });

  it('names the actors of each', async () => {
    const found = await actorsOfClippings([id('k0'), id('gone')], db);
    expect(found.ok && [...found.value.keys()]).toEqual(['k0']);
    expect(found.ok && found.value.get(id('k0'))).toContain('Mara Olsen');
  });
});
