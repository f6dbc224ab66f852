import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChanges } from '../../../lib/anchoring/changes';

const OLD = [
  'The river ran high again on Tuesday, and the old bridge at Marrow stayed closed to all but the post van.',
  '“We will not open it before the inspection,” said Ana Ortiz, who leads the council. “That is final, whatever they say.”',
  'Some 1,300 people cross it every day, most of them on foot. The ferry takes 40 at a time.',
  'The ferry belongs to Li Wei, who said fares would not rise.',
].join('\n\n');

/** The changes as "how kind: before -> after". */
const changes = (next: string) =>
  findChanges(OLD, next).map((c) => `${c.how} ${c.kind}: ${c.before?.text ?? ''} -> ${c.after?.text ?? ''}`);

describe('findChanges', () => {
  it.each<[string, string, readonly string[]]>([
    ['a number', OLD.replace('1,300', '2,300'), ['changed number: 1,300 -> 2,300']],
    ['a day', OLD.replace('Tuesday', 'Monday'), ['changed number: Tuesday -> Monday']],
    [
      'a word within a quotation',
      OLD.replace('will not open', 'will open'),
      ['changed quotation: “We will not open it before the inspection,” -> “We will open it before the inspection,”'],
    ],
    ['a name', OLD.replace('Li Wei', 'Jo Reed'), ['changed name: Li Wei -> Jo Reed']],
    [
      'a quotation that was cut',
      OLD.replace(' “That is final, whatever they say.”', ''),
      ['removed quotation: “That is final, whatever they say.” -> '],
    ],
    [
      'a sentence that was added',
      `${OLD}\n\nThe inspection will cost 70 dollars, the council said in a letter to Jo Reed.`,
      ['added number:  -> 70', 'added name:  -> Jo Reed'],
    ],
  ])('tells of %s', (_, next, expected) => {
    expect(changes(next)).toEqual(expected);
  });

  it.each([
    ['other quotation marks', OLD.replace(/[“”]/g, '"')],
    ['other white space', OLD.replaceAll(' people', '\u00a0people').replace('council', 'coun\u00adcil')],
    ['a number written another way', OLD.replace('1,300', '1300')],
    [
      'advertisements and boxes',
      OLD.replaceAll('\n\n', '\n\nREAD MORE: Five things to know\n\nSubscribe now for 3 dollars a month.\n\n'),
    ],
    ['a moved paragraph', OLD.split('\n\n').toReversed().join('\n\n')],
    ['a shorter form of a name', OLD.replace('Ana Ortiz', 'Ms. Ortiz')],
    ['a reworded sentence', OLD.replace('stayed closed to all', 'was shut for everybody')],
  ])('is silent about %s', (_, next) => {
    expect(changes(next)).toEqual([]);
  });

  it('finds no change between a text and itself, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(findChanges(a, a)).toEqual([]);
        expect(findChanges(a, b).every((change) => change.before?.key !== change.after?.key)).toBe(true);
      }),
    );
  });
});
