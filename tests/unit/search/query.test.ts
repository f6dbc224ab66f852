import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId } from '../../../lib/model/ids';
import { describeArticle } from '../../../lib/search/description';
import { packDescriptions } from '../../../lib/search/packed/pack';
import { PackedLibrary } from '../../../lib/search/packed/packed-library';
import { Segment } from '../../../lib/search/packed/segment';
import { dayOf } from '../../../lib/search/packed/terms-of';
import { evaluate, type Hits, phraseCandidates, type Searched } from '../../../lib/search/query/evaluate';
import { parseDay } from '../../../lib/search/query/parse-day';
import { parseQuery } from '../../../lib/search/query/parse-query';
import { phrasesOf, type QueryNode } from '../../../lib/search/query/query';
import { isWithin } from '../../../lib/search/query/typos';

const TODAY = dayOf('2026-03-10') ?? 0;
const word = (text: string) => ({ kind: 'word', text });

describe('a query is read', () => {
  it.each([
    ['harbour strike', { kind: 'all', nodes: [word('harbour'), word('strike')] }],
    ['"will not sail"', { kind: 'phrase', text: 'will not sail' }],
    ['“will not sail”', { kind: 'phrase', text: 'will not sail' }],
    ['"will not sail', { kind: 'phrase', text: 'will not sail' }],
    ['-strike', { kind: 'not', node: word('strike') }],
    ['-"will not sail"', { kind: 'not', node: { kind: 'phrase', text: 'will not sail' } }],
    ['harbour OR port', { kind: 'any', nodes: [word('harbour'), word('port')] }],
    [
      'pay harbour OR port OR quay',
      { kind: 'all', nodes: [word('pay'), { kind: 'any', nodes: [word('harbour'), word('port'), word('quay')] }] },
    ],
    ['OR harbour OR', word('harbour')],
    ['or', word('or')],
    ['said-by:"Ana Ruiz"', { kind: 'field', field: 'said-by', value: 'Ana Ruiz' }],
    ['Tag:roads', { kind: 'field', field: 'tag', value: 'roads' }],
    ['-kind:direct', { kind: 'not', node: { kind: 'field', field: 'kind', value: 'direct' } }],
    ['before:2026-03-09', { kind: 'date', side: 'before', day: TODAY - 1 }],
    ['after:"9 March 2026"', { kind: 'date', side: 'after', day: TODAY - 1 }],
    ['after:someday', { kind: 'phrase', text: 'after someday' }],
    ['colour:red', { kind: 'phrase', text: 'colour red' }],
    ['co-operate', { kind: 'phrase', text: 'co-operate' }],
    ["it's", word("it's")],
    ['tag:', null],
    ['harbour before:', word('harbour')],
    ['colour:', word('colour:')],
    ['(a|b)*c+', null],
    ['', null],
    ['   ', null],
    ['-', null],
    ['"', null],
    ['🦔', null],
    ['מסמך חדש', { kind: 'all', nodes: [word('מסמך'), word('חדש')] }],
  ])('%j', (query, expected) => {
    expect(parseQuery(query, TODAY)).toEqual(expected);
  });

  it('whatever it is, and long ones quickly', async () => {
    const library = await libraryOf();
    const bait = fc.stringMatching(/^[-":OR a]{0,60}$/);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), bait), async (query) => {
        const parsed = parseQuery(query, TODAY);
        if (!parsed) return;
        expect(await hitsOf(parsed, library, new Map())).toHaveLength(library.size);
      }),
    );
    expect(parseQuery('a:"'.repeat(10_000), TODAY)).not.toBeUndefined();
  });
});

describe('a date', () => {
  it.each([
    ['2026', '2026-01-01'],
    ['2026-03', '2026-03-01'],
    ['2026/3/9', '2026-03-09'],
    ['9.3.2026', '2026-03-09'],
    ['March 2026', '2026-03-01'],
    ['9 march 2026', '2026-03-09'],
    ['Mar. 9, 2026', '2026-03-09'],
    ['1 Sept 2025', '2025-09-01'],
    ['today', '2026-03-10'],
    ['yesterday', '2026-03-09'],
  ])('%s', (text, iso) => {
    expect(parseDay(text, TODAY)).toBe(dayOf(iso));
  });

  it.each(['2026-13', '31.2.2026', 'Smarch 2026', 'soon', '', '20261'])('%j is none', (text) => {
    expect(parseDay(text, TODAY)).toBeNull();
  });
});

describe('typing errors', () => {
  it.each([
    ['vucik', 'vucic', 1, true],
    ['habrour', 'harbour', 1, true],
    ['harbor', 'harbour', 1, true],
    ['strike', 'strike', 0, true],
    ['strike', 'stroke', 0, false],
    ['comission', 'commissoin', 2, true],
    ['bat', 'cat', 1, true],
    ['harbour', 'strike', 2, false],
  ])('%s for %s within %i: %s', (a, b, most, expected) => {
    expect(isWithin(a, b, most)).toBe(expected);
    expect(isWithin(b, a, most)).toBe(expected);
  });
});

async function hitsOf(parsed: QueryNode, library: PackedLibrary, notes: Searched['notes']) {
  const phrases = new Map<string, Hits>();
  for (const phrase of phrasesOf(parsed)) phrases.set(phrase, await phraseCandidates(phrase, library));
  return evaluate(parsed, { library, notes, phrases });
}

/** Three invented articles in two segments. */
async function libraryOf(): Promise<PackedLibrary> {
  const claim = { kind: 'direct' as const, speaker: 'Ada Ortiz', content: [] };
  const analysis = (names: string[], claims: object[]) =>
    ({ engine: '', sentences: [], actors: names.map((name) => ({ name, type: 'person' })), claims }) as never;
  const one = describeArticle(
    asId('strike'),
    {
      title: 'Harbour strike',
      text: 'Crews will not sail, Vucic said.',
      outlet: 'The Harbour Post',
      published: '2026-03-01',
    },
    analysis(['Ada Ortiz'], [claim]),
  );
  const two = describeArticle(
    asId('port'),
    {
      title: 'Port reopens',
      text: 'The strike is over and ships sail again.',
      outlet: 'Courier',
      published: '2026-03-09T08:00:00Z',
    },
    analysis(['Bo Lind'], []),
  );
  const three = describeArticle(asId('apples'), { title: 'Apples', text: 'A small harvest.' }, analysis([], []));
  const segments = [packDescriptions([one, two]), packDescriptions([three])];
  return new PackedLibrary(await Promise.all(segments.map((packed) => Segment.openPacked(packed))));
}

describe('a query finds', () => {
  const notes = new Map([[2, { words: new Set(['frost']), tags: new Set(['farming']) }]]);
  const found = async (query: string) => {
    const library = await libraryOf();
    const parsed = parseQuery(query, TODAY);
    if (!parsed) return null;
    const hits = await hitsOf(parsed, library, notes);
    return [...hits.keys()].filter((number) => hits[number] === 1).map((number) => library.idOf(number));
  };

  it.each([
    ['strike', ['strike', 'port']],
    ['STRIKES', ['strike', 'port']],
    ['strike sail crews', ['strike']],
    ['strike -crews', ['port']],
    ['-strike', ['apples']],
    ['crews OR harvest', ['strike', 'apples']],
    ['Vučić', ['strike']],
    ['Vucik', ['strike']],
    ['harbor', ['strike']],
    ['harv', ['apples']],
    ['actor:ortiz', ['strike']],
    ['said-by:"ada ortiz"', ['strike']],
    ['said-by:lind', []],
    ['actor:lind', ['port']],
    ['outlet:post', ['strike']],
    ['kind:direct', ['strike']],
    ['kind:nonsense', []],
    ['before:2026-03-09', ['strike']],
    ['after:2026-03-09', ['port']],
    ['-after:2026', ['apples']],
    ['frost', ['apples']],
    ['tag:Farming', ['apples']],
    ['has:note', ['apples']],
    ['-has:note strike', ['strike', 'port']],
    ['has:tags', ['apples']],
    ['has:nothing', []],
    ['xyzzy', []],
  ])('%j', async (query, ids) => {
    expect(await found(query)).toEqual(ids);
  });
});
