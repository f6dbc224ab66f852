import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { strFromU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webAddress } from '../../../components/text/words';
import { exportBackup } from '../../../lib/background/backup';
import { openFile } from '../../../lib/background/import/open-file';
import { readAddresses } from '../../../lib/exchange/addresses/read-addresses';
import { toCslItem } from '../../../lib/exchange/citation/csl-item';
import { notesToCsv } from '../../../lib/exchange/csv/notes-csv';
import { fromCsv } from '../../../lib/exchange/csv/table';
import { clippingToMarkdown, digestToMarkdown } from '../../../lib/exchange/markdown/clipping-markdown';
import { toRis } from '../../../lib/exchange/reference/ris';
import { codebookToQdc, qdcToCodes } from '../../../lib/exchange/refi-qda/codebook';
import { toHtmlReport } from '../../../lib/exchange/report/html-report';
import { readAnnotations } from '../../../lib/exchange/web-annotation/from-annotations';
import { toAnnotationCollection } from '../../../lib/exchange/web-annotation/to-annotations';
import { undefinedCode } from '../../../lib/model/code';
import { asId } from '../../../lib/model/ids';
import type { Kept } from '../../../lib/model/kept';
import { cleanTag } from '../../../lib/model/tag';
import { addRows } from '../../../lib/store/clippings';
import { Database } from '../../../lib/store/database';
import { mergeIndex } from '../../../lib/store/index/merge-index';
import { searchClippings } from '../../../lib/store/search';
import { hashOfText } from '../../../lib/store/text-hash';
import { keptFixture, projectFiles, SHARED, WORDS } from './kept-fixture';

const BLNS = new URL('attacks/blns.json', SHARED);
const URLS = new URL('attacks/urls.json', SHARED);
const read = (file: URL): string[] => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []);
/** Besides the list: what JavaScript alone can hold. */
const NAUGHTY = existsSync(BLNS) ? [...read(BLNS), 'half \ud800 a pair', '\0', '\u2028\u2029', '__proto__'] : [];

/** An article whose title, text, note, passage and tag are this string. */
function articleOf(naughty: string, number: number): Kept {
  const id = asId<Kept['clipping']['id']>(`n${number}`);
  const one = keptFixture({ meta: { title: naughty, byline: naughty, outlet: naughty } });
  const text = `${one.text.text}\n\nNumber zq${number}zq says ${naughty} here.`;
  const start = text.indexOf(' says ') + ' says '.length;
  const selectors = { exact: naughty, prefix: 'says ', suffix: ' here', start, end: start + naughty.length };
  const note = { id: asId<Kept['notes'][number]['id']>(`note${number}`), clippingId: id };
  return {
    clipping: { ...one.clipping, id, urls: [`https://ledger.example/${number}`] },
    text: { ...one.text, clippingId: id, text },
    notes: one.notes.map((each) => ({
      ...each,
      ...note,
      body: naughty,
      tags: [cleanTag(naughty) || 'tag'],
      selectors,
    })),
    corrections: [],
  };
}

describe.runIf(NAUGHTY.length > 0)('naughty strings', () => {
  const articles = NAUGHTY.map(articleOf);
  let db: Database;
  beforeAll(async () => {
    db = new Database('naughty');
    for (const { clipping, text, notes } of articles) {
      await addRows(db, { ...clipping, textHash: await hashOfText(text.text) }, text);
      await db.notes.bulkAdd([...notes]);
    }
  }, 60_000);
  afterAll(async () => {
    // An import does not wait for it.
    await mergeIndex(db);
    await db.delete();
  });

  const stored = async () => ({
    clippings: await db.clippings.toArray(),
    texts: await db.texts.toArray(),
    notes: await db.notes.toArray(),
  });

  it('are found beside, and can be searched for', async () => {
    for (const [number, naughty] of NAUGHTY.entries()) {
      if (number % 8 === 0) {
        const found = await searchClippings(`zq${number}zq`, 0, db);
        expect(found.ok && [...found.value]).toEqual([`n${number}`]);
      }
      expect((await searchClippings(naughty, 0, db)).ok, JSON.stringify(naughty)).toBe(true);
    }
  });

  it('go out into a backup and come back the same', async () => {
    const before = await stored();
    const file = await exportBackup({}, db);
    const opened = await openFile(file, {}, db);
    expect(opened.ok && opened.value.preview.refused).toEqual([]);
    expect(opened.ok && (await opened.value.take('replace'))).toMatchObject({ ok: true });
    expect(await stored()).toEqual(before);
  });

  it('come back from annotations', () => {
    const { notes, refused } = readAnnotations(JSON.stringify(toAnnotationCollection('All', articles)));
    expect(refused).toEqual([]);
    expect(notes.map(({ body, tags, selectors }) => [body, tags, selectors?.exact])).toEqual(
      articles
        .flatMap(({ notes: written }) => written)
        .map(({ body, tags, selectors }) => [body, tags, selectors?.exact]),
    );
  });

  it('come back from a table', () => {
    const [head = [], ...rows] = fromCsv(notesToCsv(articles));
    const columns = ['passage', 'note', 'title'].map((name) => head.indexOf(name));
    expect(rows.map((row) => columns.map((column) => row[column]))).toEqual(
      NAUGHTY.map((naughty) => [naughty, naughty, naughty]),
    );
  });

  it('come back from a codebook, but for characters that XML cannot hold', () => {
    const names = [...new Set(NAUGHTY.map((naughty) => naughty.trim()).filter((name) => name && name.length < 200))];
    const back = qdcToCodes(codebookToQdc(names.map(undefinedCode)) ?? '')?.map(({ name }) => name);
    const plain = (name: string) =>
      name
        .toWellFormed()
        // eslint-disable-next-line no-control-regex -- those are the characters that XML 1.0 forbids
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\uFFFD')
        .replace(/[\t\r\n]+/g, ' ')
        .trim();
    expect(back).toEqual([...new Set(names.map(plain))]);
  });

  it('stand in a project as they are', () => {
    const files = projectFiles(articles, [], 'Coder', Date.UTC(2026, 1, 1));
    const texts = Object.keys(files).filter((name) => name.endsWith('.txt'));
    expect(new Set(texts.map((name) => strFromU8(files[name] ?? new Uint8Array())))).toEqual(
      new Set(articles.map(({ text }) => text.text.toWellFormed())),
    );
  });

  it('stand in Markdown properties as they are, and in the digest without breaking its shape', () => {
    for (const one of articles) {
      const title = /^title: (.*)$/m.exec(clippingToMarkdown(one, WORDS))?.[1] ?? '';
      expect(JSON.parse(title)).toBe(one.clipping.meta.title.toWellFormed());
    }
    expect(digestToMarkdown('All', articles, WORDS).match(/^### Article$/gm)).toHaveLength(articles.length);
  });

  it('leave every reference whole', () => {
    const items = articles.map(({ clipping }) => toCslItem(clipping.meta, clipping.savedAt));
    expect(JSON.parse(JSON.stringify(items)).map(({ title }: { title: string }) => title)).toEqual(NAUGHTY);
    expect(toRis(items).match(/^TY {2}- /gm)).toHaveLength(items.length);
    expect(toRis(items).match(/^ER {2}- /gm)).toHaveLength(items.length);
  });
});

describe.runIf(existsSync(URLS))('addresses that must not become links', () => {
  const isWeb = (url: string) => /^\s*https?:\/\//i.test(url);
  it.each(read(URLS).map((url) => [url.slice(0, 60), url]))('%j', (_shown, url) => {
    const kept = keptFixture({ meta: { url, canonicalUrl: url } });
    const report = toHtmlReport('Report', [kept], WORDS, 'en');
    expect([...report.matchAll(/href="([^"]*)"/g)].filter(([, href = '']) => !isWeb(href))).toEqual([]);
    const markdown = clippingToMarkdown(kept, WORDS);
    expect([...markdown.matchAll(/\]\(<([^>]*)>/g)].filter(([, href = '']) => !isWeb(href))).toEqual([]);
    expect(readAddresses(`address\n${JSON.stringify(url)}`).addresses.filter((one) => !isWeb(one.url))).toEqual([]);
    const shown = webAddress(url);
    expect(shown === null || isWeb(shown)).toBe(true);
  });
});
