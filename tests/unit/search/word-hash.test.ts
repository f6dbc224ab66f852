import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOfStep, RoughCountTable, RoughCountWriter } from '../../../lib/search/packed/rough-counts';
import { hashOf, WordPlaces } from '../../../lib/search/word-hash';

describe('places of words', () => {
  it('are found for all words of a list and for no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), fc.string(), (words, other) => {
        const places = new WordPlaces(words);
        expect(words.map((word) => places.find(word, hashOf(word)))).toEqual(words.map((_, i) => i));
        expect(places.find(other, hashOf(other))).toBe(words.indexOf(other));
      }),
    );
  });

  it('are told apart where two words have one hash', () => {
    const places = new WordPlaces(['ferry', 'bridge']);
    expect(places.find('harbour', hashOf('ferry'))).toBe(-1);
    expect(places.find('ferry', hashOf('ferry'))).toBe(0);
  });
});

describe('rough counts', () => {
  const terms = Array.from({ length: 20_000 }, (_, i) => ({ term: `term${i}`, count: 1 + (i % 220) ** 2 }));
  const writer = new RoughCountWriter();
  for (const { term, count } of terms) writer.add(term, count);
  const table = new RoughCountTable(writer.finish());
  const isClose = (found: number, count: number) => Math.abs(Math.log(found / count)) < Math.log(1.05);

  it('are near the counts, but for a few terms that are taken for others', () => {
    const wrong = terms.filter(({ term, count }) => !isClose(countOfStep(table.stepOf(hashOf(term))), count));
    expect(wrong.length / terms.length).toBeLessThan(0.02);
  });

  it('are one for most terms that no article has', () => {
    const strangers = Array.from({ length: 5000 }, (_, i) => table.stepOf(hashOf(`other${i}`)));
    expect(strangers.filter((step) => step !== 0).length / strangers.length).toBeLessThan(0.02);
  });

  it('are one for everything where no term is in two articles', () => {
    expect(new RoughCountTable(new RoughCountWriter().finish()).stepOf(hashOf('ferry'))).toBe(0);
  });
});
