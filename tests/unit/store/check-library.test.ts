import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asId, type ClippingId } from '../../../lib/model/ids';
import { checkLibrary } from '../../../lib/store/check/check-library';
import { type FaultKind, isMendable } from '../../../lib/store/check/fault';
import { mendLibrary } from '../../../lib/store/check/mend-library';
import { Database } from '../../../lib/store/database';
import { mergeIndex } from '../../../lib/store/index/merge-index';
import { inventedLibrary, rowsOf } from '../../library/invented';

const library = inventedLibrary(24);
let db: Database;
let count = 0;
beforeEach(async () => {
  count += 1;
  db = new Database(`check-${count}`);
  for (const [table, rows] of Object.entries(rowsOf(library))) await db.table(table).bulkAdd([...rows]);
  await mergeIndex(db);
});
afterEach(() => db.delete());

async function check() {
  const checked = await checkLibrary({}, db);
  if (!checked.ok) throw new Error(checked.reason);
  return checked.value;
}

const [first] = library;
if (!first) throw new Error('no invented article');
const { id } = first.clipping;
const GONE = asId<ClippingId>('gone');

/** Packs the index of an article whose description lies, so that the segments are whole and wrong. */
async function packWrongly(): Promise<void> {
  const row = await db.descriptions.get(id);
  if (!row) throw new Error('not described');
  await db.descriptions.put({ ...row, words: row.words.replace(/\S+/, 'otherword') });
  await db.indexLog.put({ clippingId: id, change: 'replaced' });
  for (const { clipping } of library) await db.indexLog.put({ clippingId: clipping.id, change: 'replaced' });
  await mergeIndex(db);
  await db.descriptions.put(row);
}

async function damagePart(): Promise<void> {
  const part = await db.segmentParts.toCollection().last();
  if (!part) throw new Error('nothing is packed');
  await db.segmentParts.put({ ...part, bytes: part.bytes.slice(1) });
}

const DAMAGES: readonly (readonly [string, () => Promise<unknown>, FaultKind, boolean])[] = [
  ['a text that is missing', () => db.texts.delete(id), 'text-missing', true],
  ['parts of an article that is gone', () => db.clippings.delete(id), 'article-missing', false],
  ['a description that is missing', () => db.descriptions.delete(id), 'index', true],
  ['a description of another text', () => db.descriptions.update(id, { words: 'other words' }), 'index', true],
  ['postings that are not those of the text', packWrongly, 'index', true],
  ['a part of the index that is cut short', damagePart, 'index', false],
  ['a segment without its head', async () => db.segments.update(1, { head: new Uint8Array(3) }), 'index', false],
  [
    'an article that stands in the index twice',
    () => db.indexLog.put({ clippingId: id, change: 'added' }),
    'index',
    false,
  ],
  ['claims that were miscounted', () => db.clippings.update(id, { claims: 99 }), 'miscounted', true],
  ['actors that are missing', () => db.appearances.delete(id), 'actors', true],
  ['claims by speaker that are missing', () => db.spoken.delete(id), 'actors', true],
  ['actors of an article that is not there', () => db.spoken.put({ clippingId: GONE, claims: [] }), 'actors', false],
];

describe('the check of the library', () => {
  it('counts what is there, and finds nothing wrong with a sound one', async () => {
    const found = await check();
    expect(found).toMatchObject({
      articles: 24,
      claims: library.reduce((sum, { text }) => sum + text.analysis.claims.length, 0),
      notes: library.reduce((sum, { notes }) => sum + notes.length, 0),
      indexed: 24,
      faults: [],
    });
    expect(found.postings).toBeGreaterThan(24 * 30);
    expect(await db.segments.count()).toBeGreaterThan(0);
  });

  it.each(DAMAGES)('finds %s', async (_name, damage, kind, hasTitle) => {
    await damage();
    const { faults } = await check();
    expect(faults.map((fault) => fault.kind)).toContain(kind);
    if (hasTitle)
      expect(faults.find((fault) => fault.kind === kind && fault.title)?.title).toBe(first.clipping.meta.title);
  });

  it.each(DAMAGES)('mends what can be mended of %s, and touches nothing else', async (_name, damage) => {
    await damage();
    const before = await check();
    const written = async () => [await db.texts.toArray(), await db.notes.toArray(), await db.corrections.toArray()];
    const kept = await written();
    await mendLibrary(before.faults, db);
    const after = await check();
    expect(after.faults).toEqual(before.faults.filter((fault) => !isMendable(fault)));
    expect(await written()).toEqual(kept);
  });

  it('looks at every article though one cannot be read back, and says which', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    db.texts.hook('reading', (row) => {
      if (row.clippingId === id) throw new Error('damaged');
      return row;
    });
    expect((await check()).faults.map(({ kind, clippingId }) => [kind, clippingId])).toEqual([['unreadable', id]]);
  });

  it('tells how far it is, and can be stopped', async () => {
    const told: number[] = [];
    await checkLibrary({ onProgress: (done) => told.push(done) }, db);
    expect(told).toEqual([20, 24]);
    await expect(checkLibrary({ signal: AbortSignal.abort() }, db)).rejects.toThrow();
  });
});
