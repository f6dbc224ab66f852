import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Analysis } from '../../../lib/model/analysis';
import { asId, type ClippingId } from '../../../lib/model/ids';
import type { Result } from '../../../lib/model/result';
import { describeArticle } from '../../../lib/search/description';
import { packDescriptions } from '../../../lib/search/packed/pack';
import { PackedLibrary } from '../../../lib/search/packed/packed-library';
import { Segment } from '../../../lib/search/packed/segment';
import { keepClipping } from '../../../lib/store/clippings';
import { Database } from '../../../lib/store/database';
import { mergeIndex } from '../../../lib/store/index/merge-index';
import { findQuotedElsewhere } from '../../../lib/store/quoted-elsewhere';
import { findRelated } from '../../../lib/store/related';
import { searchClippings } from '../../../lib/store/search';
import { findSnippets } from '../../../lib/store/snippets';

/** Queries and articles that nobody meant to be searched: a sensible answer, and nothing lost. */

const NOTHING: Analysis = { engine: 'test', sentences: [], actors: [], claims: [] };
let db: Database;
let count = 0;

beforeEach(() => {
  db = new Database(`hard-${(count += 1)}`);
});
afterEach(() => db.delete());

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

async function keep(name: string, text: string): Promise<ClippingId> {
  return must(await keepClipping({ article: articleOf(name, text), analysis: NOTHING }, db)).id;
}

const TEXTS = {
  plain: 'The harbour crews walked out (again) over pay.',
  hebrew: 'ראש העיר אמר כי הגשר בטוח לעת עתה.',
  arabic: 'قال رئيس الميناء إن الجسر آمن في الوقت الحالي.',
  emoji: 'The mayor replied with a hedgehog 🦔 and nothing else.',
  han: '市長は橋は安全だと述べた。',
};

describe('a query that is', () => {
  it.each([
    ['empty', '', 5],
    ['white space', ' \n\t ', 5],
    ['signs only', '()[]*+?^$|\\', 5],
    ['one emoji', '🦔', 5],
    ['a quotation mark', '"', 5],
    ['an unbalanced quotation', '"walked out', 1],
    ['an unbalanced quotation at the end', 'harbour walked"', 1],
    ['a regular expression', 'h.*r|crews+(out)?', 0],
    ['a regular expression round words', '(harbour)', 1],
    ['words with an emoji', 'hedgehog🦔', 1],
    ['Hebrew', 'הגשר', 1],
    ['Hebrew in quotation marks of its own', '"הגשר בטוח', 1],
    ['Arabic', 'الجسر', 1],
    ['between marks of direction', '\u2067الجسر\u2069', 1],
    ['Han', '市長は橋は安全だと述べた', 1],
    ['ten thousand characters', 'harbour '.repeat(1250), 1],
    ['ten thousand characters without a space', 'x'.repeat(10_000), 0],
    ['ten thousand quotation marks', '"'.repeat(10_000), 5],
    ['ten thousand operators', 'actor:'.repeat(1700), 0],
    ['a lone half of a character', 'harbour \ud83e', 1],
  ])('%s gives a sensible answer', async (_name, query, expected) => {
    for (const [name, text] of Object.entries(TEXTS)) await keep(name, text);
    const found = must(await searchClippings(query, 0, db));
    expect(found.size).toBe(expected);
    expect((await findSnippets(query, [...found], db)).ok).toBe(true);
  });
});

describe('an article of', () => {
  it('two megabytes is kept, found, and related like any other', async () => {
    const long = `${'Harbour crews walked out over pay. '.repeat(30_000)}${'x'.repeat(1_000_000)} lighthouse.`;
    expect(long.length).toBeGreaterThan(2_000_000);
    const id = await keep('long', long);
    await keep('short', TEXTS.plain);
    expect([...must(await searchClippings('lighthouse crews', 0, db))]).toEqual([id]);
    expect([...must(await searchClippings('"over pay"', 0, db))]).toHaveLength(2);
    const asked = articleOf('asked', TEXTS.plain);
    expect(must(await findRelated(asked, NOTHING, null, db)).map(({ title }) => title)).toContain('short');
    expect(must(await findQuotedElsewhere(asked, NOTHING, null, db))).toEqual([]);
  });

  it('nothing is kept and found among all', async () => {
    const id = await keep('', '');
    expect(must(await searchClippings('', 0, db))).toContain(id);
    expect(must(await searchClippings('harbour', 0, db)).size).toBe(0);
    expect(must(await findRelated(articleOf('', ''), NOTHING, null, db))).toEqual([]);
  });
});

describe('fifty thousand articles of one word each', () => {
  const descriptions = Array.from({ length: 50_000 }, (_, i) => {
    const text = i % 2 === 0 ? 'harbour' : `word${i}`;
    return describeArticle(asId<ClippingId>(`one-${i}`), { title: '', text }, NOTHING);
  });

  it('are packed small, and every one is found', async () => {
    const packed = packDescriptions(descriptions);
    const bytes = packed.head.length + packed.parts.reduce((sum, part) => sum + part.length, 0);
    expect(bytes / descriptions.length).toBeLessThan(60);
    const library = new PackedLibrary([await Segment.openPacked(packed)]);
    const found = new Set<string>();
    for (const occurrences of await library.occurrences(['harbour', 'word49999', 'word2']))
      occurrences.each((number) => found.add(library.idOf(number)));
    expect(found.size).toBe(25_001);
  });

  it('pass through the store', async () => {
    for (let i = 0; i < 150; i++) await keep(`one-${i}`, `harbour ${i}`);
    await mergeIndex(db);
    expect(must(await searchClippings('harbour', 0, db)).size).toBe(150);
  }, 60_000);
});
