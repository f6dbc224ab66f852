import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId } from '../../../lib/model/ids';
import type { Description } from '../../../lib/search/description';
import { mergeSegments, packDescriptions } from '../../../lib/search/packed/pack';
import { best, PackedLibrary } from '../../../lib/search/packed/packed-library';
import { Segment } from '../../../lib/search/packed/segment';
import { dayOf } from '../../../lib/search/packed/terms-of';

/** An article of which only words matter here. */
function article(id: string, counts: Record<string, number>, more: Partial<Description> = {}): Description {
  return {
    clippingId: asId(id),
    words: Object.keys(counts),
    counts: Object.values(counts),
    opening: [],
    names: [],
    actors: [],
    speakers: [],
    kinds: [],
    outlet: '',
    published: null,
    quotations: [],
    ...more,
  };
}

function open(bytes: Uint8Array): Segment {
  const segment = Segment.open(bytes);
  if (!segment) throw new Error('unreadable');
  return segment;
}

function finish<Value>(steps: Generator<void, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Everything a library knows, by term and id. */
function contentOf(library: PackedLibrary): Record<string, Record<string, number>> {
  const content: Record<string, Record<string, number>> = {};
  const terms = new Set(library.segments.flatMap((segment) => [...segment.terms()].map(({ term }) => term)));
  for (const term of [...terms].toSorted()) {
    const places: Record<string, number> = {};
    library.each(term, (number, count) => {
      if (library.isLive(number)) places[library.ids[number] ?? ''] = count;
    });
    if (Object.keys(places).length) content[term] = places;
  }
  return content;
}

const word = fc.stringMatching(/^[a-zé0-9日本]{1,12}$/u);
const articles = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z0-9-]{1,20}$/),
    words: fc.dictionary(word, fc.integer({ min: 1, max: 300 }), { maxKeys: 40 }),
    outlet: fc.constantFrom('', 'The Harbour Post', 'Küstenblatt'),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
);
const described = articles.map((list) => list.map(({ id, words, outlet }) => article(id, { ...words }, { outlet })));

describe('a packed segment', () => {
  it('gives back every word of every article', () => {
    fc.assert(
      fc.property(described, (list) => {
        const segment = open(packDescriptions(list));
        expect(segment.ids).toEqual(list.map(({ clippingId }) => clippingId));
        for (const [number, { words, counts }] of list.entries()) {
          for (const [i, term] of words.entries()) {
            const postings = segment.postings(segment.find(term));
            expect(postings.counts[postings.articles.indexOf(number)]).toBe(counts[i]);
          }
        }
        const terms = [...segment.terms()].map(({ term }) => term);
        expect(terms).toEqual([...new Set(terms)].toSorted((a, b) => (a < b ? -1 : 1)));
      }),
    );
  });

  it('finds no word that is not there, and the words with a beginning', () => {
    fc.assert(
      fc.property(described, word, (list, wanted) => {
        const segment = open(packDescriptions(list));
        const all = new Set(list.flatMap(({ words }) => words));
        expect(segment.find(wanted) !== null).toBe(all.has(wanted));
        expect([...segment.terms(wanted)].map(({ term }) => term).toSorted()).toEqual(
          [...all].filter((term) => term.startsWith(wanted)).toSorted(),
        );
      }),
    );
  });

  it('keeps the day', () => {
    const segment = open(
      packDescriptions([
        article('a', {}, { published: '2026-03-01T10:00:00Z' }),
        article('b', {}),
        article('c', {}, { published: '1970-01-01' }),
      ]),
    );
    expect([...segment.days]).toEqual([dayOf('2026-03-01'), -1, 0]);
  });

  it('that is damaged anywhere is not opened', () => {
    const bytes = packDescriptions([article('a', { strike: 2, harbour: 1 }), article('b', { strike: 1 })]);
    for (let at = 0; at < bytes.length; at++) {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x40;
      expect(Segment.open(damaged), `byte ${at}`).toBeNull();
    }
    expect(Segment.open(bytes.slice(0, -1))).toBeNull();
    expect(Segment.open(new Uint8Array(0))).toBeNull();
  });
});

describe('merged segments', () => {
  it('know what they knew apart, without what is gone', () => {
    fc.assert(
      fc.property(described, fc.nat(5), (list, every) => {
        const third = Math.ceil(list.length / 3);
        const parts = [0, 1, 2].map((i) => open(packDescriptions(list.slice(i * third, (i + 1) * third))));
        const gone = new Set(
          list.flatMap(({ clippingId }, i) => (i % (every + 2) === 0 ? [clippingId as string] : [])),
        );
        const isGone = (id: string) => gone.has(id);
        const merged = open(finish(mergeSegments(parts, isGone)));
        expect(contentOf(new PackedLibrary([merged]))).toEqual(contentOf(new PackedLibrary(parts, isGone)));
        expect(merged.ids).toEqual(list.map(({ clippingId }) => clippingId).filter((id) => !gone.has(id)));
      }),
    );
  });

  it('take the last of two accounts of one article', () => {
    const parts = [article('a', { old: 1, both: 1 }), article('a', { new: 1, both: 2 })].map((one) =>
      open(packDescriptions([one])),
    );
    const expected = { both: { a: 2 }, new: { a: 1 } };
    expect(contentOf(new PackedLibrary(parts))).toEqual(expected);
    expect(contentOf(new PackedLibrary([open(finish(mergeSegments(parts)))]))).toEqual(expected);
  });

  it('weigh like articles packed together', () => {
    const list = [article('a', { strike: 2, harbour: 1 }), article('b', { strike: 1 }), article('c', { apple: 3 })];
    const merged = open(finish(mergeSegments(list.map((one) => open(packDescriptions([one]))))));
    const packed = open(packDescriptions(list));
    for (let i = 0; i < 3; i++) expect(merged.lengthOf(i)).toBeCloseTo(packed.lengthOf(i), 5);
  });
});

describe('the nearest', () => {
  const library = new PackedLibrary([
    open(packDescriptions([article('a', { harbour: 3, strike: 2 }), article('b', { apple: 2, frost: 1 })])),
    open(packDescriptions([article('c', { harbour: 1, apple: 5 })])),
  ]);

  it('share words, closest first, across segments', () => {
    expect(library.nearest(article('q', { harbour: 1, strike: 1 }), 5).map(({ clippingId }) => clippingId)).toEqual([
      'a',
      'c',
    ]);
  });

  it('of many are the highest values in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 300 }), fc.integer({ min: 1, max: 20 }), (values, limit) => {
        const expected = [...values.keys()]
          .filter((i) => (values[i] ?? 0) > 0)
          .toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)
          .slice(0, limit);
        expect(best(values, limit)).toEqual(expected);
      }),
    );
  });
});
