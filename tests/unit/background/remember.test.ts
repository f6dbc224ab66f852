import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { remember } from '../../../lib/background/remember';
import type { Article } from '../../../lib/model/article';
import { asId } from '../../../lib/model/ids';
import type { Result } from '../../../lib/model/result';
import { findMemory, keepClipping, removeClipping, restoreClipping } from '../../../lib/store/clippings';
import { Database } from '../../../lib/store/database';
import { addVersion, listVersions, readVersion } from '../../../lib/store/versions';

let db: Database;
let count = 0;
beforeEach(() => {
  count += 1;
  db = new Database(`versions-${count}`);
  let now = 1000;
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 10));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});

const KEPT =
  'The repair of the pier will cost about 14 million crowns, the harbour board of Sandvik said on Tuesday evening.\n\n' +
  'The ferry will carry 300 workers a day across the bay until the bridge is open again to lorries and to cars.';
const LATER = KEPT.replace('14 million', '17 million');
const LATEST = LATER.replace('300 workers', '450 workers');

function article(text: string, title = 'Pier'): Article {
  const url = 'https://courier.example/pier';
  const meta = {
    url,
    canonicalUrl: url,
    title,
    byline: '',
    outlet: '',
    published: null,
    modified: null,
    language: 'en',
  };
  return { meta, text, blocks: [{ start: 0, end: text.length, kind: 'paragraph' }] };
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const keep = async (text = KEPT) =>
  must(
    await keepClipping(
      { article: article(text), analysis: { engine: 'test', sentences: [], actors: [], claims: [] } },
      db,
    ),
  );
const visit = async (text: string, title?: string) => must(await remember(article(text, title), db));

describe('an article that is read again', () => {
  it('has no changes and no versions while nobody kept it', async () => {
    expect(await visit(LATER)).toBeNull();
    expect(await db.versions.count()).toBe(0);
  });

  it.each([
    ['as it was', KEPT],
    ['with other white space', KEPT.replaceAll(' ', '\u00a0 ')],
    ['with an advertisement in it', KEPT.replace('\n\n', '\n\nSubscribe now for 3 crowns\n\n')],
  ])('%s is no news', async (_, text) => {
    await keep();
    expect(await visit(text)).toMatchObject({ changes: [], versions: [] });
    expect(await db.versions.count()).toBe(0);
  });

  it('is told of and stored once when a number differs, and the kept copy stays as it was', async () => {
    const { id } = await keep();
    const memory = await visit(LATER, 'Pier dearer');
    expect(memory?.changes).toMatchObject([{ kind: 'number', before: { words: '14' }, after: { words: '17' } }]);
    expect(memory?.versions).toHaveLength(1);
    expect(await visit(`${LATER} `)).toEqual({ ...memory, versions: memory?.versions });
    expect(must(await listVersions(id, db))).toMatchObject([{ text: LATER, title: 'Pier dearer' }]);
    expect(memory?.text.text).toBe(KEPT);
    expect(memory?.clipping.textHash).toBe(must(await findMemory(article(LATER), db))?.clipping.textHash);
  });

  it('is compared with the kept copy, and stored again only when it differs from the newest version', async () => {
    await keep();
    await visit(LATER);
    const memory = await visit(LATEST);
    expect(memory?.changes.map(({ after }) => after?.words)).toEqual(['17', '450']);
    expect(memory?.versions).toHaveLength(2);
    expect((await visit(LATEST.replace('\n\n', '\n\nSubscribe now for 3 crowns\n\n')))?.versions).toHaveLength(2);
    expect(await visit(KEPT)).toMatchObject({ changes: [], versions: memory?.versions });
  });

  it('keeps its versions through the trash', async () => {
    const { id } = await keep();
    await visit(LATER);
    must(await removeClipping(id, db));
    expect(await visit(LATEST)).toBeNull();
    must(await restoreClipping(id, db));
    expect((await visit(LATER))?.versions).toHaveLength(1);
  });

  it('tells what changed though the version cannot be stored', async () => {
    await keep();
    vi.spyOn(db.versions, 'add').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await visit(LATER)).toMatchObject({ changes: [{ kind: 'number' }], versions: [] });
  });
});

describe('a version', () => {
  it('is stored once, by whoever comes first', async () => {
    const { id } = await keep();
    await Promise.all([addVersion(id, article(LATER), db), addVersion(id, article(`${LATER}\n`), db)]);
    must(await addVersion(id, article(KEPT), db));
    expect(must(await listVersions(id, db))).toHaveLength(1);
  });

  it('can be read, as can the kept copy', async () => {
    const { id, textHash } = await keep();
    const [mark] = must(await addVersion(id, article(LATER, 'Dearer'), db));
    expect(must(await readVersion(id, mark?.textHash ?? '', db))).toMatchObject({ title: 'Dearer', text: LATER });
    expect(must(await readVersion(id, textHash, db))).toMatchObject({ title: 'Pier', text: KEPT });
    expect(await readVersion(id, 'none', db)).toEqual({ ok: false, reason: 'not-found' });
    expect(await addVersion(asId('none'), article(LATER), db)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('is not stored when there are a hundred already', async () => {
    const { id } = await keep();
    const rows = Array.from({ length: 100 }, (_, i) => ({
      clippingId: id,
      textHash: `h${i}`,
      foundAt: i,
      title: '',
      text: '',
      blocks: [],
    }));
    await db.versions.bulkAdd(rows);
    expect(must(await addVersion(id, article(LATER), db))).toHaveLength(100);
  });
});
