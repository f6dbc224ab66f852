import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId } from '../../../lib/model/ids';
import type { Description } from '../../../lib/search/description';
import { decodeText, encodeText } from '../../../lib/search/packed/bytes';
import { mergeSegments } from '../../../lib/search/packed/merge';
import { packDescriptions } from '../../../lib/search/packed/pack';
import { best, PackedLibrary } from '../../../lib/search/packed/packed-library';
import { DamagedSegment, Segment } from '../../../lib/search/packed/segment';
import { PART, type PackedSegment } from '../../../lib/search/packed/segment-writer';
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

const open = (list: readonly Description[]) => Segment.openPacked(packDescriptions(list));

const idsOf = (segment: Segment) => Array.from({ length: segment.size }, (_, i) => segment.idOf(i));

const termsOf = (segment: Segment, prefix = '') =>
  [...segment.dictionary.terms(encodeText(prefix))].map(({ term }) => term);

/** One segment of several, with its parts as the sink got them. */
async function merge(segments: readonly Segment[], gone: ReadonlySet<string> = new Set()): Promise<Segment> {
  const pieces: Uint8Array[] = [];
  const packed = await mergeSegments(segments, (id) => gone.has(id), {
    pause: () => Promise.resolve(),
    store: (more) => Promise.resolve(void pieces.push(...more)),
  });
  const [first, rest] = [packed.parts.slice(0, PART.postings), packed.parts.slice(PART.postings)];
  return Segment.openPacked({ ...packed, parts: [...first, ...pieces, ...rest] });
}

/** Everything a library knows, by term and id. */
async function contentOf(library: PackedLibrary): Promise<Record<string, Record<string, number>>> {
  const content: Record<string, Record<string, number>> = {};
  const terms = [...new Set(library.segments.flatMap((segment) => termsOf(segment)))].toSorted();
  const occurrences = await library.occurrences(terms);
  for (const [i, term] of terms.entries()) {
    const places: Record<string, number> = {};
    occurrences[i]?.each((number, count) => {
      if (library.isLive(number)) places[library.idOf(number)] = count;
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

/** So many articles that their common words do not fit into one piece of postings. */
const MANY = Array.from({ length: 9000 }, (_, i) =>
  article(`many-${i}`, { common: 1 + (i % 3), [`rare${i % 700}`]: 2, every: 1, [`own${i}`]: 1 }),
);

describe('a packed segment', () => {
  it('gives back every word of every article', async () => {
    await fc.assert(
      fc.asyncProperty(described, async (list) => {
        const segment = await open(list);
        expect(idsOf(segment)).toEqual(list.map(({ clippingId }) => clippingId));
        const content = await contentOf(new PackedLibrary([segment]));
        for (const { clippingId, words, counts } of list)
          for (const [i, term] of words.entries()) expect(content[term]?.[clippingId]).toBe(counts[i]);
        const terms = termsOf(segment);
        expect(terms).toEqual([...new Set(terms)].toSorted((a, b) => (a < b ? -1 : 1)));
      }),
    );
  });

  it('finds no word that is not there, and the words with a beginning', async () => {
    await fc.assert(
      fc.asyncProperty(described, word, async (list, wanted) => {
        const segment = await open(list);
        const all = new Set(list.flatMap(({ words }) => words));
        expect(segment.dictionary.find(encodeText(wanted)) !== null).toBe(all.has(wanted));
        for (const each of all) expect(segment.dictionary.find(encodeText(each))).not.toBeNull();
        expect(termsOf(segment, wanted).toSorted()).toEqual([...all].filter((t) => t.startsWith(wanted)).toSorted());
      }),
    );
  });

  it('finds postings that run over several pieces', async () => {
    const content = await contentOf(new PackedLibrary([await open(MANY)]));
    expect(Object.keys(content['every'] ?? {})).toHaveLength(9000);
    expect(content['common']?.['many-8000']).toBe(1 + (8000 % 3));
    expect(Object.keys(content['rare33'] ?? {})).toEqual(
      MANY.flatMap(({ clippingId }, i) => (i % 700 === 33 ? [clippingId] : [])),
    );
  });

  it('keeps the day', async () => {
    const segment = await open([
      article('a', {}, { published: '2026-03-01T10:00:00Z' }),
      article('b', {}),
      article('c', {}, { published: '1970-01-01' }),
    ]);
    expect([0, 1, 2].map((i) => segment.dayOf(i))).toEqual([dayOf('2026-03-01'), -1, 0]);
  });

  it('that is damaged anywhere is not read', async () => {
    const whole = packDescriptions(MANY.slice(0, 300));
    expect(whole.parts.length).toBeGreaterThan(PART.postings);
    const isRead = async (packed: PackedSegment) => {
      try {
        await (await Segment.openPacked(packed)).check();
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(DamagedSegment);
        return false;
      }
    };
    expect(await isRead(whole)).toBe(true);
    for (let at = 0; at < whole.head.length; at++)
      expect(await isRead({ ...whole, head: flipped(whole.head, at) }), `head, byte ${at}`).toBe(false);
    for (const [number, part] of whole.parts.entries()) {
      const withPart = (other: Uint8Array) => ({ ...whole, parts: whole.parts.with(number, other) });
      for (let at = 0; at < part.length; at += 7)
        expect(await isRead(withPart(flipped(part, at))), `part ${number}, byte ${at}`).toBe(false);
      expect(await isRead(withPart(part.slice(0, -1)))).toBe(false);
    }
    expect(await isRead({ ...whole, parts: whole.parts.slice(0, -1) })).toBe(false);
    expect(await isRead({ ...whole, head: new Uint8Array(0) })).toBe(false);
  });
});

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const damaged = Uint8Array.from(bytes);
  damaged[at] = (damaged[at] ?? 0) ^ 0x40;
  return damaged;
}

describe('a term as bytes', () => {
  it('comes back, and is ordered like the text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(decodeText(encodeText(a))).toBe(a);
        const order = Math.sign(Buffer.compare(encodeText(a), encodeText(b)));
        expect(order).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });
});

describe('merged segments', () => {
  it('know what they knew apart, without what is gone', async () => {
    await fc.assert(
      fc.asyncProperty(described, fc.nat(5), async (list, every) => {
        const third = Math.ceil(list.length / 3);
        const parts = await Promise.all([0, 1, 2].map((i) => open(list.slice(i * third, (i + 1) * third))));
        const gone = new Set<string>(list.flatMap(({ clippingId }, i) => (i % (every + 2) === 0 ? [clippingId] : [])));
        const merged = await merge(parts, gone);
        expect(await contentOf(new PackedLibrary([merged]))).toEqual(await contentOf(new PackedLibrary(parts, gone)));
        expect(idsOf(merged)).toEqual(list.map(({ clippingId }) => clippingId).filter((id) => !gone.has(id)));
      }),
    );
  });

  it('are the same as packed together, also over many pieces', async () => {
    const parts = await Promise.all([MANY.slice(0, 5000), MANY.slice(5000)].map(open));
    const merged = await merge(parts);
    expect(await contentOf(new PackedLibrary([merged]))).toEqual(
      await contentOf(new PackedLibrary([await open(MANY)])),
    );
    await merged.check();
  });

  it('weigh like articles packed together', async () => {
    const list = [article('a', { strike: 2, harbour: 1 }), article('b', { strike: 1 }), article('c', { apple: 3 })];
    const merged = await merge(await Promise.all(list.map((one) => open([one]))));
    const packed = await open(list);
    for (let i = 0; i < 3; i++) expect(merged.lengthOf(i)).toBeCloseTo(packed.lengthOf(i), 5);
  });
});

describe('an article that came back as another', () => {
  it('is known as it is now', async () => {
    const [old, fresh] = [article('a', { old: 1, both: 1 }), article('a', { new: 1, both: 2 })];
    const library = new PackedLibrary([await open([old])], new Set(['a']), [await open([fresh])]);
    expect(await contentOf(library)).toEqual({ both: { a: 2 }, new: { a: 1 } });
    expect(library.numbersOf(new Set(['a', 'b']))).toEqual(new Map([['a', 1]]));
  });
});

describe('the nearest', () => {
  it('share words, closest first, across segments', async () => {
    const library = new PackedLibrary([
      await open([article('a', { harbour: 3, strike: 2 }), article('b', { apple: 2, frost: 1 })]),
      await open([article('c', { harbour: 1, apple: 5 })]),
    ]);
    const found = await library.nearest(article('q', { harbour: 1, strike: 1 }), 5);
    expect(found.map(({ clippingId }) => clippingId)).toEqual(['a', 'c']);
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
