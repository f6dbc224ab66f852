import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type ClippingId } from '../../../lib/model/ids';
import { Database } from '../../../lib/store/database';
import { searchClippings } from '../../../lib/store/search';
import { eraseClippings, trashClippings } from '../../../lib/store/trash';
import { inventedLibrary, rowsOf } from '../../library/invented';

const NOW = Date.UTC(2026, 10, 24);
let db: Database;
let count = 0;

beforeEach(async () => {
  db = new Database(`search-${(count += 1)}`);
  for (const [table, rows] of Object.entries(rowsOf(inventedLibrary(6)))) await db.table(table).bulkAdd([...rows]);
});
afterEach(() => db.delete());

async function found(query: string): Promise<readonly ClippingId[]> {
  const result = await searchClippings(query, NOW, db);
  if (!result.ok) throw new Error(result.reason);
  return [...result.value].toSorted();
}

describe('the kept articles', () => {
  it.each([
    ['blank cheque', ['k0', 'k1', 'k3', 'k4']],
    ['TOMAS twice', ['k0', 'k1', 'k2', 'k3', 'k4']],
    ['xyzzy', []],
    [' ', ['k0', 'k1', 'k2', 'k3', 'k4', 'k5']],
  ])('are found by %j whatever its case and diacritics', async (query, ids) => {
    expect(await found(query)).toEqual(ids);
  });

  it('are found by a phrase only where its words stand side by side', async () => {
    const [kept] = inventedLibrary(1);
    const words = kept?.text.text.split(/\s+/).slice(3, 6) ?? [];
    expect(await found(`"${words.join(' ')}"`)).toContain('k0');
    expect(await found(`"${words.toReversed().join(' ')}"`)).toEqual([]);
    expect(await found(`-"${words.toReversed().join(' ')}"`)).toHaveLength(6);
  });

  it('are found by what the reader wrote and tagged', async () => {
    const tagged = [...new Set((await db.notes.toArray()).map(({ clippingId }) => clippingId))].toSorted();
    expect(await found('has:note')).toEqual(tagged);
    const note = await db.notes.toCollection().first();
    expect(await found(`tag:"${note?.tags[0]}"`)).toContain(note?.clippingId);
  });

  it('are found by the notes as they are now, when one is deleted and an older one comes back', async () => {
    const [older, newest] = await db.notes.orderBy('updatedAt').limit(2).toArray();
    if (!older || !newest) throw new Error('the library has too few notes');
    await db.notes.clear();
    const put = (note: typeof older, body: string) => db.notes.put({ ...note, body });
    await put(older, 'zeppelin');
    await put(newest, 'dirigible');
    expect(await found('zeppelin')).toEqual([older.clippingId]);
    // As many notes as before, and the same one changed last.
    await put(older, 'balloon');
    expect(await found('zeppelin')).toEqual([]);
    expect(await found('balloon')).toEqual([older.clippingId]);
  });

  it('stay found in the trash, and are gone when they are gone', async () => {
    await trashClippings([asId('k0')], db);
    expect(await found('blank cheque')).toContain('k0');
    await eraseClippings([asId('k0')], db);
    expect(await found('blank cheque')).not.toContain('k0');
  });
});
