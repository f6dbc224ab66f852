import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '../../../lib/background/import/open-file';
import type { OpenedFile } from '../../../lib/model/opened-file';
import { keepAwaited } from '../../../lib/background/keep-awaited';
import { remember } from '../../../lib/background/remember';
import type { Analysis } from '../../../lib/model/analysis';
import type { Article } from '../../../lib/model/article';
import type { Result } from '../../../lib/model/result';
import { keepClipping, removeClipping } from '../../../lib/store/clippings';
import { Database } from '../../../lib/store/database';
import type { StoreFailure } from '../../../lib/store/write';
import { followToRead, removeToRead, restoreToRead, type ToReadEntry } from '../../../lib/store/to-read';

let db: Database;
let count = 0;
beforeEach(() => {
  db = new Database(`open-file-${(count += 1)}`);
});
afterEach(() => db.delete());

const TEXT = 'The lock at Brenna opened late.\n\nThe ferry waited for two hours, its captain said.';
const ANALYSIS: Analysis = { engine: 'test', sentences: [], actors: [], claims: [] };
const analyse = async () => ANALYSIS;

function article(url: string, text = TEXT): Article {
  const meta = { url, canonicalUrl: url.replace(/\?.*/, ''), title: 'Lock', byline: '', outlet: '', published: null };
  return { meta: { ...meta, modified: null, language: 'en' }, text, blocks: [] };
}

function must<Value>(result: Result<Value> | false): Value {
  if (!result || !result.ok) throw new Error(result ? result.reason : 'nothing');
  return result.value;
}

const open = async (text: string): Promise<OpenedFile<StoreFailure>> => must(await openFile(new Blob([text]), {}, db));

const annotation = (source: string, exact: string | null, value: string, tags: readonly string[] = []) => ({
  type: 'Annotation',
  motivation: 'commenting',
  created: '2026-05-04T10:00:00Z',
  body: [
    { type: 'TextualBody', value, purpose: 'commenting' },
    ...tags.map((tag) => ({ type: 'TextualBody', value: tag, purpose: 'tagging' })),
  ],
  target:
    exact === null
      ? source
      : {
          source,
          selector: [
            { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
            { type: 'TextPositionSelector', start: 900, end: 900 + exact.length },
          ],
        },
});

const BRENNA = 'https://courier.example/brenna';
const ELSEWHERE = 'https://ledger.example/lock';

describe('annotations from elsewhere', () => {
  const file = JSON.stringify([
    annotation(`${BRENNA}?utm_source=mail#top`, 'waited for two hours', 'Check.', ['ferry']),
    annotation(ELSEWHERE, 'opened late', 'Who says so?'),
    annotation(ELSEWHERE, null, 'On the whole.'),
    { type: 'Annotation' },
  ]);

  it('are counted before anything is stored, and the ones that cannot be read are named', async () => {
    await keepClipping({ article: article(BRENNA), analysis: ANALYSIS }, db);
    const { preview } = await open(file);
    expect(preview).toMatchObject({
      kind: 'annotations',
      counts: { notes: 3, articles: 2, placed: 1, waiting: 2, known: 0 },
      titles: [BRENNA, ELSEWHERE],
      refused: [{ record: 4 }],
      canReplace: false,
    });
    expect(await db.notes.count()).toBe(0);
    expect(await db.waiting.count()).toBe(0);
  });

  it('are placed in the article that is kept, at its own positions', async () => {
    const { id } = must(await keepClipping({ article: article(BRENNA), analysis: ANALYSIS }, db));
    const { take } = await open(file);
    expect(must(await take('merge')).counts).toEqual({ placed: 1, waiting: 2, known: 0 });
    const [note] = await db.notes.toArray();
    expect(note).toMatchObject({
      clippingId: id,
      body: 'Check.',
      tags: ['ferry'],
      createdAt: Date.UTC(2026, 4, 4, 10),
    });
    const { start = 0, end = 0 } = note?.selectors ?? {};
    expect(TEXT.slice(start, end)).toBe('waited for two hours');
  });

  it('wait at their address until the article is saved, under whichever address of it', async () => {
    must(await (await open(file)).take('merge'));
    const kept = must(await keepClipping({ article: article(`${ELSEWHERE}?fbclid=1`), analysis: ANALYSIS }, db));
    const notes = await db.notes.where('clippingId').equals(kept.id).sortBy('body');
    expect(notes.map(({ body }) => body)).toEqual(['On the whole.', 'Who says so?']);
    expect(TEXT.slice(notes[1]?.selectors?.start, notes[1]?.selectors?.end)).toBe('opened late');
    expect(await db.waiting.where('url').equals(ELSEWHERE).count()).toBe(0);
    expect(await db.toRead.toCollection().primaryKeys()).toEqual([BRENNA]);
  });

  it('have their article kept when it is read, and no other', async () => {
    must(await (await open(file)).take('merge'));
    await keepAwaited(article('https://courier.example/other', 'Another text.'), analyse, db);
    expect(await db.clippings.count()).toBe(0);
    await keepAwaited(article(ELSEWHERE), analyse, db);
    expect(must(await remember(article(ELSEWHERE), db))?.notes).toHaveLength(2);
  });

  it('whose passage is not in the article stay, as they were described', async () => {
    must(await (await open(JSON.stringify([annotation(BRENNA, 'never said here at all', 'x')]))).take('merge'));
    must(await keepClipping({ article: article(BRENNA), analysis: ANALYSIS }, db));
    expect((await db.notes.toArray())[0]?.selectors).toMatchObject({ exact: 'never said here at all', start: 900 });
  });

  it('are taken once, also when the same file is read again, before and after the article is kept', async () => {
    must(await (await open(file)).take('merge'));
    expect((await open(file)).preview.counts).toMatchObject({ placed: 0, waiting: 0, known: 3 });
    expect(must(await (await open(file)).take('merge')).counts).toEqual({ placed: 0, waiting: 0, known: 3 });
    must(await keepClipping({ article: article(ELSEWHERE), analysis: ANALYSIS }, db));
    expect((await open(file)).preview.counts).toMatchObject({ placed: 0, waiting: 0, known: 3 });
  });

  it('bring an article back from the trash', async () => {
    const { id } = must(await keepClipping({ article: article(BRENNA), analysis: ANALYSIS }, db));
    must(await removeClipping(id, db));
    must(await (await open(file)).take('merge'));
    expect((await db.clippings.get(id))?.trashedAt).toBe(0);
  });

  it('can be taken back', async () => {
    await keepClipping({ article: article(BRENNA), analysis: ANALYSIS }, db);
    const { undo } = must(await (await open(file)).take('merge'));
    must((await undo?.()) ?? false);
    expect([await db.notes.count(), await db.waiting.count(), await db.toRead.count()]).toEqual([0, 0, 0]);
  });

  it('of Hypothesis are read, too', async () => {
    const rows = [{ uri: BRENNA, text: 'h', tags: ['t'], document: { title: ['Brenna lock'] }, target: [] }];
    expect((await open(JSON.stringify({ total: 1, rows }))).preview).toMatchObject({
      titles: ['Brenna lock'],
      counts: { waiting: 1 },
    });
  });
});

describe('addresses', () => {
  const BOOKMARKS =
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><DT><A HREF="https://courier.example/brenna?utm_id=4">Brenna &amp; lock</A>\n' +
    '<DT><A HREF="javascript:alert(1)">no</A>\n<DT><A HREF="https://courier.example/brenna/">again</A>';
  const list = () =>
    new Promise<readonly ToReadEntry[]>((resolve) => {
      const stop = followToRead((found) => {
        resolve(found.ok ? found.value : []);
        setTimeout(() => stop());
      }, db);
    });

  it('become things to read, each once, those that are no web pages named', async () => {
    const { preview, take } = await open(BOOKMARKS);
    expect(preview).toMatchObject({
      kind: 'addresses',
      counts: { addresses: 1, known: 0 },
      titles: ['Brenna & lock'],
      refused: [{ record: 2, why: 'javascript:alert(1)' }],
    });
    must(await take('merge'));
    expect(await list()).toMatchObject([{ url: BRENNA, title: 'Brenna & lock', notes: 0 }]);
    expect((await open('address\nhttps://courier.example/brenna')).preview.counts).toEqual({ addresses: 1, known: 1 });
  });

  it('are passed over when the article is kept, and leave the list when it is', async () => {
    must(await (await open('https://courier.example/brenna\nhttps://ledger.example/lock')).take('merge'));
    must(await keepClipping({ article: article(BRENNA), analysis: ANALYSIS }, db));
    expect((await list()).map(({ url }) => url)).toEqual([ELSEWHERE]);
    expect(must(await (await open(BRENNA)).take('merge')).counts).toEqual({ addresses: 0, known: 1 });
  });

  it('are taken off the list with the notes that wait there, and put back', async () => {
    must(await (await open(JSON.stringify([annotation(BRENNA, null, 'x')]))).take('merge'));
    const before = await list();
    expect(before).toMatchObject([{ notes: 1 }]);
    const removed = must(await removeToRead([BRENNA], db));
    expect(await list()).toEqual([]);
    must(await restoreToRead(removed, db));
    expect(await list()).toEqual(before);
  });
});

describe('a file', () => {
  it.each([
    ['empty', ''],
    ['of words', 'hello'],
    ['with a number', '7'],
    ['of another program', '{"name":"x","version":"1.0"}'],
    ['that is a zip', 'PK\u0003\u0004\0\0https://a.example/'],
    ['that is a page without links', '<!doctype html><p>Hello'],
  ])('%s is refused in one word', async (_name, text) => {
    expect(await openFile(new Blob([text]), {}, db)).toMatchObject({ ok: false, reason: 'not-recognised' });
  });

  it('with an empty list has nothing in it', async () => {
    expect(await openFile(new Blob(['[]']), {}, db)).toMatchObject({ reason: 'nothing-in-it' });
  });

  it('is recognised behind a byte order mark', async () => {
    expect((await open('\uFEFFtitle;address\nA;https://a.example/1')).preview.kind).toBe('addresses');
  });

  it('that is being read can be cancelled', async () => {
    const signal = AbortSignal.abort();
    expect(await openFile(new Blob(['https://a.example/1']), { signal }, db)).toMatchObject({ reason: 'cancelled' });
  });
});

describe('a codebook of another program', () => {
  const file =
    '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="other"><Codes>' +
    '<Code guid="1" name="blame" isCodable="true" color="#aa3300"><Description>Who is made responsible.</Description>' +
    '<Code guid="2" name="officials" isCodable="true"/></Code></Codes></CodeBook>';

  it('adds the codes that are missing, and can be taken back but for those changed since', async () => {
    await db.codes.add({ name: 'Blame', definition: 'Ours.', example: '', parent: null, colour: '#767676', key: 'b' });
    const { preview, take } = await open(file);
    expect(preview).toMatchObject({ kind: 'codebook', counts: { codes: 2, known: 1 }, titles: ['blame', 'officials'] });
    const { counts, undo } = must(await take('merge'));
    expect(counts).toEqual({ codes: 1, known: 1 });
    expect((await db.codes.toArray()).map(({ name, definition }) => [name, definition])).toEqual([
      ['Blame', 'Ours.'],
      ['officials', ''],
    ]);
    must((await undo?.()) ?? false);
    expect(await db.codes.count()).toBe(1);
  });
});
