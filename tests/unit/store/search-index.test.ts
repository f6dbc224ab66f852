import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Analysis } from '../../../lib/model/analysis';
import { asId, type ActorId, type ClaimId, type ClippingId } from '../../../lib/model/ids';
import type { Result } from '../../../lib/model/result';
import { describeArticle } from '../../../lib/search/description';
import { encodeText } from '../../../lib/search/packed/bytes';
import { packDescriptions } from '../../../lib/search/packed/pack';
import { addRows, keepClipping } from '../../../lib/store/clippings';
import { Database } from '../../../lib/store/database';
import { checkIndex } from '../../../lib/store/index/check-index';
import { MAX_GONE, MAX_LOG, MAX_SMALL, MERGED, mergeIndex } from '../../../lib/store/index/merge-index';
import { toRow } from '../../../lib/store/index/description-row';
import { storeParts } from '../../../lib/store/index/segments';
import { openIndex, openSegments } from '../../../lib/store/index/open-index';
import { findSaidBefore } from '../../../lib/store/actors/said-before';
import { findRelated } from '../../../lib/store/related';
import { eraseClippings, trashClippings, untrashClippings } from '../../../lib/store/trash';
import { searchClippings } from '../../../lib/store/search';
import { read, write } from '../../../lib/store/write';

let db: Database;
let count = 0;
beforeEach(() => {
  db = new Database(`index-${(count += 1)}`);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});

const NOTHING: Analysis = { engine: 'test', sentences: [], actors: [], claims: [] };

function articleOf(name: string, text: string) {
  const url = `https://news.example/${name}`;
  const meta = {
    url,
    canonicalUrl: url,
    title: name,
    byline: '',
    outlet: 'Post',
    published: null,
    modified: null,
    language: 'en',
  };
  return { meta, text, blocks: [] };
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

async function keep(name: string, text: string, analysis = NOTHING): Promise<ClippingId> {
  return must(await keepClipping({ article: articleOf(name, text), analysis }, db)).id;
}

/** Titles of the articles the index has under this word. */
async function under(word: string): Promise<string[]> {
  return must(
    await read(async (tables) => {
      const library = await openIndex(tables);
      const ids: ClippingId[] = [];
      const [occurrences] = await library.occurrences([word]);
      occurrences?.each((number) => {
        if (library.isLive(number)) ids.push(library.idOf(number));
      });
      const found = await tables.clippings.bulkGet(ids);
      return found.map((clipping) => clipping?.meta.title ?? '?').toSorted();
    }, db),
  );
}

async function keepMany(from: number, to: number): Promise<void> {
  for (let i = from; i < to; i++) await keep(`n${i}`, `lighthouse number${i} shines`);
}

/** Puts clippings with these texts and their descriptions into the store, in one segment, much faster than keeping each. */
async function keepInOneSegment(texts: readonly string[]): Promise<ClippingId[]> {
  const first = await db.clippings.get(await keep('pattern', 'Nothing.'));
  await db.delete();
  await db.open();
  const ids = texts.map((_, i) => asId<ClippingId>(`${String(i).padStart(8, '0')}-0000-4000-8000-000000000000`));
  const rows = texts.map((text, i) => {
    const article = articleOf(`n${i}`, text);
    return describeArticle(ids[i] ?? asId(''), { title: article.meta.title, text }, NOTHING);
  });
  if (first)
    await db.clippings.bulkAdd(ids.map((id, i) => ({ ...first, id, meta: { ...first.meta, title: `n${i}` } })));
  await db.descriptions.bulkAdd(rows.map(toRow));
  const { articles, head, parts } = packDescriptions(rows);
  await storeParts(db, 1, 0, parts);
  await db.segments.add({ number: 1, articles, head });
  return ids;
}

describe('the index', () => {
  it('knows an article as soon as it is kept, and not one that was refused', async () => {
    await keep('one', 'The harbour is closed.');
    expect(await under('harbour')).toEqual(['one']);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(db.descriptions, 'put').mockRejectedValueOnce(new Error('no'));
    expect((await keepClipping({ article: articleOf('two', 'A harbour.'), analysis: NOTHING }, db)).ok).toBe(false);
    expect(await under('harbour')).toEqual(['one']);
    expect(await db.indexLog.count()).toBe(1);
  });

  it('answers the same before and after its log was packed and its segments were merged', async () => {
    await keepMany(0, MAX_LOG + 5);
    const before = await under('lighthouse');
    expect(before).toHaveLength(MAX_LOG + 5);
    await mergeIndex(db);
    expect(await db.segments.count()).toBe(1);
    expect(await db.indexLog.count()).toBe(0);
    expect(await under('lighthouse')).toEqual(before);
    expect(await under('number3')).toEqual(['n3']);
  });

  it('merges segments of like size into one', async () => {
    for (let part = 0; part < MERGED; part++) {
      await keepMany(part * (MAX_LOG + 1), (part + 1) * (MAX_LOG + 1));
      await mergeIndex(db);
    }
    const numbers = await db.segments.toCollection().primaryKeys();
    expect(numbers).toHaveLength(1);
    expect(new Set((await db.segmentParts.toArray()).map(({ segment }) => segment))).toEqual(new Set(numbers));
    expect(await under('lighthouse')).toHaveLength(MERGED * (MAX_LOG + 1));
  });

  it('forgets what was deleted for good, also over a merge, and keeps what lies in the trash', async () => {
    await keepMany(0, MAX_LOG + 1);
    const [first] = await db.clippings.toCollection().primaryKeys();
    await mergeIndex(db);
    if (!first) throw new Error('nothing kept');
    await trashClippings([first], db);
    expect(await under('lighthouse')).toHaveLength(MAX_LOG + 1);
    await eraseClippings([first], db);
    expect(await under('lighthouse')).toHaveLength(MAX_LOG);
    await mergeIndex(db);
    const [segment] = [...(await openSegments(db, await db.segments.toCollection().primaryKeys())).values()];
    expect([...(segment?.dictionary.terms(encodeText('number')) ?? [])]).toHaveLength(MAX_LOG);
    expect(await db.indexLog.count()).toBe(0);
    await keepMany(100, 100 + MERGED * (MAX_LOG + 1));
    await mergeIndex(db);
    expect(await under('lighthouse')).toHaveLength(MAX_LOG + MERGED * (MAX_LOG + 1));
  });

  it('waits with a large segment until many are to be taken out of it, and does not find them till then', async () => {
    const texts = Array.from({ length: MAX_SMALL + 1 }, (_, i) => `lighthouse number${i} shines`);
    const ids = await keepInOneSegment(texts);
    const numberOfSegment = () => db.segments.toCollection().primaryKeys();
    const before = await numberOfSegment();
    const erase = async (some: readonly ClippingId[]) => {
      await trashClippings(some, db);
      await eraseClippings(some, db);
      await mergeIndex(db);
    };
    await erase(ids.slice(0, 1));
    expect(await numberOfSegment()).toEqual(before);
    expect(await under('number0')).toEqual([]);
    expect(must(await checkIndex(db))).toEqual({ damaged: 0, missing: 0, ghosts: 0 });
    await erase(ids.slice(1, MAX_GONE + 2));
    expect(await numberOfSegment()).not.toEqual(before);
    expect(await db.indexLog.count()).toBe(0);
    expect(await under('lighthouse')).toHaveLength(texts.length - MAX_GONE - 2);
  });

  it('knows an article that came back after it was erased as it is now', async () => {
    const id = await keep('one', 'The harbour is closed.');
    await keepMany(0, MAX_LOG + 1);
    await mergeIndex(db);
    const [clipping, text] = [await db.clippings.get(id), await db.texts.get(id)];
    await trashClippings([id], db);
    await eraseClippings([id], db);
    expect(await under('harbour')).toEqual([]);
    await write(async (tables) => addRows(tables, clipping!, { ...text!, text: 'The quay is open.' }), db);
    expect(await under('harbour')).toEqual([]);
    expect(await under('quay')).toEqual(['one']);
    await mergeIndex(db);
    expect(await under('harbour')).toEqual([]);
    expect(await under('quay')).toEqual(['one']);
    expect(must(await checkIndex(db))).toEqual({ damaged: 0, missing: 0, ghosts: 0 });
  });

  it('is whole when a merge dies before it is written', async () => {
    await keepMany(0, MAX_LOG + 1);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(db.segments, 'add').mockRejectedValueOnce(new Error('killed'));
    await mergeIndex(db);
    expect(await under('lighthouse')).toHaveLength(MAX_LOG + 1);
    expect(await db.segmentParts.count()).toBeGreaterThan(0);
    await mergeIndex(db);
    expect(await under('lighthouse')).toHaveLength(MAX_LOG + 1);
    const numbers = await db.segments.toCollection().primaryKeys();
    expect(new Set((await db.segmentParts.toArray()).map(({ segment }) => segment))).toEqual(new Set(numbers));
    expect(must(await checkIndex(db))).toEqual({ damaged: 0, missing: 0, ghosts: 0 });
  });
});

describe('the checker', () => {
  it('finds nothing wrong with a sound index', async () => {
    await keepMany(0, MAX_LOG + 5);
    await mergeIndex(db);
    await keepMany(100, 103);
    expect(must(await checkIndex(db))).toEqual({ damaged: 0, missing: 0, ghosts: 0 });
  });

  it.each([
    ['a damaged head', async () => void (await db.segments.toCollection().modify({ head: new Uint8Array(40) }))],
    ['no head', async () => void (await db.segments.toCollection().modify({ head: null } as never))],
    ['a damaged part', async () => void (await db.segmentParts.toCollection().modify({ bytes: new Uint8Array(9) }))],
    ['a missing part', async () => void (await db.segmentParts.where('[segment+part]').equals([1, 2]).delete())],
    ['no parts', async () => db.segmentParts.clear()],
  ])('rebuilds a segment with %s', async (_name, damage) => {
    await keepMany(0, MAX_LOG + 1);
    await mergeIndex(db);
    await damage();
    const fresh = new Database(db.name);
    expect(must(await checkIndex(fresh))).toEqual({ damaged: 1, missing: MAX_LOG + 1, ghosts: 0 });
    fresh.close();
    expect(await under('lighthouse')).toHaveLength(MAX_LOG + 1);
  });

  it('is not needed for a right answer: a query that meets damage has the index rebuilt', async () => {
    await keepMany(0, MAX_LOG + 1);
    await mergeIndex(db);
    await db.segmentParts.where('[segment+part]').equals([1, 2]).delete();
    const fresh = new Database(db.name);
    expect(must(await searchClippings('lighthouse', 0, fresh))).toHaveLength(MAX_LOG + 1);
    expect(must(await checkIndex(fresh))).toEqual({ damaged: 0, missing: 0, ghosts: 0 });
    fresh.close();
  });

  it('adds what is missing, description and all, and drops what is not there', async () => {
    const one = await keep('one', 'The harbour is closed.');
    const two = await keep('two', 'The harbour is open.');
    await db.indexLog.delete(one);
    await db.descriptions.delete(one);
    await db.clippings.delete(two);
    expect(must(await checkIndex(db))).toMatchObject({ missing: 1 });
    expect(await under('harbour')).toEqual(['?', 'one']);
  });
});

describe('from the index', () => {
  const story = (n: number) =>
    `The harbour crews of Northgate walked out over pay, and ${n} ferries stood idle at the pier.`;

  it('related articles are found, without the trash and the article itself', async () => {
    const one = await keep('one', story(14));
    const two = await keep('two', story(14));
    await keep('three', 'Growers expect a smaller apple harvest after the frost in May.');
    const titles = async () =>
      must(await findRelated(articleOf('query', `${story(14)} More came later.`), NOTHING, one, db)).map(
        ({ title }) => title,
      );
    // The same text under another address is the same article.
    expect(two).toBe(one);
    const other = await keep('other', `${story(14)} Nobody would say for how long.`);
    expect(await titles()).toEqual(['other']);
    await trashClippings([other], db);
    expect(await titles()).toEqual([]);
    await untrashClippings([other], db);
    expect(await titles()).toEqual(['other']);
  });

  it('what an actor said before is found by first and last name', async () => {
    const text = 'The bridge is safe, Ada Ortiz said.';
    const claim = {
      id: asId<ClaimId>('c1'),
      kind: 'indirect' as const,
      source: [],
      cue: [],
      content: [{ start: 0, end: 18 }],
      actor: asId<ActorId>('a1'),
      speaker: 'Ada M. Ortiz',
      stance: 'asserts' as const,
      certainty: 1,
      why: [],
    };
    const id = await keep('bridge', text, { ...NOTHING, claims: [claim] });
    const said = async (name: string, not: ClippingId | null = null) =>
      must(await findSaidBefore(name, not, db)).map(({ content }) => content);
    expect(await said('ada ortiz')).toEqual(['The bridge is safe']);
    expect(await said('Ada Ortiz', id)).toEqual([]);
    expect(await said('Eva Ortiz')).toEqual([]);
    expect(await said('')).toEqual([]);
  });
});
