import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../../../components/library/entries';
import {
  applyFilters,
  countFacet,
  type Filters,
  matchQuery,
  NO_FILTERS,
  toggleFilter,
} from '../../../../components/library/filter';
import { type Order, sortEntries } from '../../../../components/library/sort';
import { asId, type ClippingId } from '../../../../lib/model/ids';
import type { Kept } from '../../../../lib/model/kept';
import { keptFixture } from '../../exchange/kept-fixture';

type Row = readonly [
  id: string,
  title: string,
  outlet: string,
  published: string | null,
  tags: string[],
  actors: string[],
];

const ROWS: readonly Row[] = [
  ['a', 'Bridge shut', 'Ledger', '2026-03-09', ['money'], ['Ana Ruiz', 'Port Authority']],
  ['b', 'Ärger am Hafen', 'Hafenbote', '2025-11-02', [], ['Ana Ruiz']],
  ['c', 'What it costs', 'Ledger', '2025-01-20T08:00:00Z', ['money', 'bridge'], []],
  ['d', 'Undated', '', null, [], ['Port Authority']],
];

const kept = ROWS.map(([id, title, outlet, published, tags], i): Kept => {
  const one = keptFixture({ meta: { title, outlet, published }, notes: tags.length > 0 ? [{ tags, body: '' }] : [] });
  const clippingId = asId<ClippingId>(id);
  return {
    ...one,
    clipping: { ...one.clipping, id: clippingId, savedAt: 100 - i },
    notes: one.notes.map((note) => ({ ...note, clippingId })),
  };
});
const entries = entriesOf(
  kept.map(({ clipping }) => clipping),
  kept.flatMap(({ notes }) => notes),
  new Map(ROWS.map(([id, , , , , actors]) => [asId<ClippingId>(id), actors])),
);
const ids = (list: typeof entries) => list.map(({ clipping }) => clipping.id).join('');
const chosen = (some: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...some });

describe('entries', () => {
  it('counts notes and gathers tags, actors and the year', () => {
    expect(entries.map(({ notes, tags, year }) => [notes, tags, year])).toEqual([
      [1, ['money'], '2026'],
      [0, [], '2025'],
      [1, ['money', 'bridge'], '2025'],
      [0, [], ''],
    ]);
  });
});

describe('searching the list', () => {
  it.each([
    ['', 'abcd'],
    ['  ', 'abcd'],
    ['bridge', 'ac'],
    ['BRIDGE shut', 'a'],
    ['arger', 'b'],
    ['ana', 'ab'],
    ['ledger costs', 'c'],
    ['nothing', ''],
  ])('%j finds %j', (query, expected) => {
    expect(ids(matchQuery(entries, query, null))).toBe(expected);
  });

  it('finds what only the text holds, and does not lose what only the line holds', () => {
    const inText = new Set([asId<ClippingId>('d')]);
    expect(ids(matchQuery(entries, 'shut', inText))).toBe('ad');
  });
});

describe('facets', () => {
  it.each<[Partial<Filters>, string]>([
    [{}, 'abcd'],
    [{ outlet: ['Ledger'] }, 'ac'],
    [{ outlet: ['Ledger', 'Hafenbote'] }, 'abc'],
    [{ outlet: ['Ledger'], year: ['2025'] }, 'c'],
    [{ actor: ['Ana Ruiz'] }, 'ab'],
    [{ tag: ['bridge'] }, 'c'],
    [{ tag: ['bridge'], actor: ['Ana Ruiz'] }, ''],
  ])('%j shows %j', (filters, expected) => {
    expect(ids(applyFilters(entries, chosen(filters)))).toBe(expected);
  });

  it('counts what each value would show beside the other facets, most first', () => {
    expect(countFacet(entries, NO_FILTERS, 'outlet')).toEqual([
      { value: 'Ledger', count: 2 },
      { value: 'Hafenbote', count: 1 },
    ]);
    expect(countFacet(entries, chosen({ outlet: ['Ledger'] }), 'outlet')).toHaveLength(2);
    expect(countFacet(entries, chosen({ outlet: ['Ledger'] }), 'actor')).toEqual([
      { value: 'Ana Ruiz', count: 1 },
      { value: 'Port Authority', count: 1 },
    ]);
  });

  it('puts years newest first and keeps a chosen value that would show nothing', () => {
    expect(countFacet(entries, NO_FILTERS, 'year').map(({ value }) => value)).toEqual(['2026', '2025']);
    expect(countFacet(entries, chosen({ outlet: ['Hafenbote'], tag: ['money'] }), 'tag')).toEqual([
      { value: 'money', count: 0 },
    ]);
  });

  it('each count is what choosing the value shows', () => {
    const filters = chosen({ year: ['2025'] });
    for (const { value, count } of countFacet(entries, filters, 'outlet'))
      expect(applyFilters(entries, { ...filters, outlet: [value] })).toHaveLength(count);
  });

  it('toggles a value and leaves the others', () => {
    const once = toggleFilter(NO_FILTERS, 'tag', 'money');
    expect(once).toEqual(chosen({ tag: ['money'] }));
    expect(toggleFilter(once, 'tag', 'money')).toEqual(NO_FILTERS);
  });
});

describe('sorting', () => {
  it.each<[Order, string]>([
    ['saved', 'abcd'],
    ['published', 'abcd'],
    ['outlet', 'dbac'],
    ['title', 'badc'],
  ])('by %s', (order, expected) => {
    expect(ids(sortEntries(entries.toReversed(), order, 'en'))).toBe(expected);
  });
});
