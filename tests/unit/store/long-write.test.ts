import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WaitingNote } from '../../../lib/model/elsewhere';
import { asId } from '../../../lib/model/ids';
import type { LongWork } from '../../../lib/model/opened-file';
import { Database } from '../../../lib/store/database';
import { addForeignNotes } from '../../../lib/store/foreign-notes';
import { undoImport } from '../../../lib/store/import-receipt';
import { PIECE } from '../../../lib/store/long-write';
import { addToRead } from '../../../lib/store/to-read';

const COUNT = 3 * PIECE + 1;
let db: Database;

beforeEach(() => {
  db = new Database(`test ${Math.random()}`);
});
afterEach(() => db.delete());

const url = (i: number) => `https://paper.example/${i}`;
const addresses = Array.from({ length: COUNT }, (_, i) => ({ url: url(i), title: `Number ${i}`, addedAt: i }));
const notes: readonly WaitingNote[] = addresses.map((one, i) => ({
  id: asId<WaitingNote['id']>(`note ${i}`),
  url: one.url,
  selectors: { exact: `words ${i}`, prefix: '', suffix: '', start: 0, end: 5 },
  body: '',
  tags: [],
  colour: 'amber',
  createdAt: i,
}));

/** Notes each step, and is stopped at the second. */
function stoppedAtTheSecond(): LongWork & { readonly steps: [number, number | null][] } {
  const steps: [number, number | null][] = [];
  const controller = new AbortController();
  const onProgress = (done: number, all: number | null) => {
    steps.push([done, all]);
    if (steps.length === 2) controller.abort();
  };
  return { steps, onProgress, signal: controller.signal };
}

describe('work that takes its time', () => {
  it('tells how far it has come', async () => {
    const steps: (readonly [number, number | null])[] = [];
    const work = { onProgress: (done: number, all: number | null) => steps.push([done, all]) };
    expect(await addToRead(addresses, work, db)).toMatchObject({ ok: true });
    expect(steps).toEqual([PIECE, 2 * PIECE, 3 * PIECE, COUNT].map((done) => [done, COUNT]));
    expect(await db.toRead.count()).toBe(COUNT);
  });

  it.each<[string, (work: LongWork) => Promise<unknown>]>([
    ['addresses', (work) => addToRead(addresses, work, db)],
    ['notes of other programs', (work) => addForeignNotes(notes, addresses, work, db)],
  ])('stores nothing when it is stopped: %s', async (_, run) => {
    const work = stoppedAtTheSecond();
    expect(await run(work)).toEqual({ ok: false, reason: 'cancelled' });
    expect(work.steps).toHaveLength(2);
    expect([await db.toRead.count(), await db.waiting.count()]).toEqual([0, 0]);
  });

  it('takes nothing back when that is stopped, and all of it when it is not', async () => {
    const added = await addForeignNotes(notes, addresses, {}, db);
    if (!added.ok) throw new Error(added.reason);
    expect([await db.toRead.count(), await db.waiting.count()]).toEqual([COUNT, COUNT]);
    expect(await undoImport(added.value.receipt, stoppedAtTheSecond(), db)).toEqual({ ok: false, reason: 'cancelled' });
    expect([await db.toRead.count(), await db.waiting.count()]).toEqual([COUNT, COUNT]);
    expect(await undoImport(added.value.receipt, {}, db)).toMatchObject({ ok: true });
    expect([await db.toRead.count(), await db.waiting.count()]).toEqual([0, 0]);
  });
});
