import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLibrary } from '../../../lib/store/check-library';
import { Database } from '../../../lib/store/database';
import { inventedLibrary, rowsOf } from '../../library/invented';

const library = inventedLibrary(12);
let db: Database;
let count = 0;
beforeEach(async () => {
  count += 1;
  db = new Database(`check-${count}`);
  for (const [table, rows] of Object.entries(rowsOf(library))) await db.table(table).bulkAdd([...rows]);
});
afterEach(() => db.delete());

const faults = async () => {
  const checked = await checkLibrary(db);
  return checked.ok ? checked.value.faults : [checked.reason];
};
const [first] = library;
if (!first) throw new Error('no invented article');
const { id } = first.clipping;

describe('the check of the library', () => {
  it('counts what is there, and finds nothing wrong with a sound one', async () => {
    expect(await checkLibrary(db)).toEqual({
      ok: true,
      value: {
        articles: 12,
        claims: library.reduce((sum, { text }) => sum + text.analysis.claims.length, 0),
        notes: library.reduce((sum, { notes }) => sum + notes.length, 0),
        indexed: 12,
        faults: [],
      },
    });
  });

  it.each<readonly [string, () => Promise<unknown>, string]>([
    ['a text that is missing', () => db.texts.delete(id), 'has no text'],
    ['a description that is missing', () => db.descriptions.delete(id), 'is not described'],
    ['an article that the index does not know', () => db.indexLog.delete(id), 'is not in the index'],
    ['claims that were miscounted', () => db.clippings.update(id, { claims: 99 }), 'counts 99 claims'],
    ['parts of an article that is gone', () => db.clippings.delete(id), 'which is not there'],
  ])('finds %s', async (_name, damage, wanted) => {
    await damage();
    expect((await faults()).join('\n')).toContain(wanted);
  });
});
