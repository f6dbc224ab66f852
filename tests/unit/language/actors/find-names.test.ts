import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames, namesOf, readNameModels } from '../../../../lib/language/actors/find-names';
import { readSequenceModel } from '../../../../lib/language/learned/model-file';
import { readWordTable } from '../../../../lib/language/learned/word-table';
import { readWords } from '../../../../lib/language/read-words';
import { segment } from '../../../../lib/language/segment/segment';
import { readParserModel } from '../../../../lib/language/syntax/parse-sentences';
import { readModelFile } from '../../../../scripts/word-models';

const words = {
  words: readWordTable(readModelFile('words.bin')),
  tagger: readSequenceModel(readModelFile('tagging.bin')),
  parser: readParserModel(readModelFile('syntax.bin')),
};
const models = readNameModels(readModelFile('names.bin'));

function names(text: string): string[] {
  const segmented = segment(text);
  const { forms, tags } = readWords(segmented, words);
  const { start, end } = segmented.tokens;
  return findNames(segmented, forms, tags, models).map(
    ({ first, last, type }) => `${type}: ${text.slice(start[first], end[last])}`,
  );
}

describe('names', () => {
  it.each([
    ['Foreign Ministry spokeswoman Mira Oltova said on Monday she would fly to Belgrade.', 'person: Mira Oltova'],
    ['Foreign Ministry spokeswoman Mira Oltova said on Monday she would fly to Belgrade.', 'place: Belgrade'],
    ['Shares of Tarnex Corp. fell after Deutsche Bank cut its rating.', 'organization: Tarnex Corp.'],
    ['Shares of Tarnex Corp. fell after Deutsche Bank cut its rating.', 'organization: Deutsche Bank'],
    ['President Abdul Rahman al-Tarnawi met officials in Nairobi, Kenya.', 'person: Abdul Rahman al-Tarnawi'],
    ['President Abdul Rahman al-Tarnawi met officials in Nairobi, Kenya.', 'place: Kenya'],
    ['“We will not yield,” said Jean-Luc Varnier of the World Health Organization.', 'person: Jean-Luc Varnier'],
    [
      '“We will not yield,” said Jean-Luc Varnier of the World Health Organization.',
      'organization: World Health Organization',
    ],
  ])('%s -> %s', (text, expected) => {
    expect(names(text)).toContain(expected);
  });

  it('leaves nationalities, days and ordinary words alone', () => {
    expect(names('On Monday the French minister praised it. The plan was cheap.')).toEqual([]);
  });

  it('knows a bare surname by its full name elsewhere in the article', () => {
    const text =
      'Mayor Lena Tarnquist opened the bridge.\n\nTarnquist, who was late, said it was safe. The day was long for Tarnquist.';
    expect(names(text).filter((name) => name === 'person: Tarnquist')).toHaveLength(2);
  });
});

describe('labels', () => {
  it('become names in order, never overlapping, without those of other kinds', () => {
    // B-PER I-PER O B-ORG B-ORG B-MISC I-MISC I-LOC
    expect(namesOf(Uint8Array.of(1, 2, 0, 3, 3, 7, 8, 6))).toEqual([
      { first: 0, last: 1, type: 'person' },
      { first: 3, last: 3, type: 'organization' },
      { first: 4, last: 4, type: 'organization' },
      { first: 7, last: 7, type: 'place' },
    ]);
  });

  it('give spans inside any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom('Ana ', 'Ruiz ', 'the ', 'Tarn, ', '\n\n', '(', '\udc00'), fc.string())),
        (parts) => {
          const segmented = segment(parts.join(''));
          const { forms, tags } = readWords(segmented, words);
          let at = -1;
          for (const { first, last } of findNames(segmented, forms, tags, models)) {
            expect(first > at && last >= first && last < segmented.count).toBe(true);
            at = last;
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
