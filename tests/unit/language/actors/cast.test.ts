import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../lib/language/actors/candidates';
import { Cast } from '../../../../lib/language/actors/cast';

/** Candidates by the tokens where their names stand. */
function candidates(names: readonly (readonly number[])[]): Candidate[] {
  return names.map((tokens, index) => ({
    index,
    actor: {
      type: 'person',
      words: [],
      forms: new Set(),
      names: tokens.map((first) => ({ first, last: first, type: 'person' })),
    },
    type: 0,
    gender: 'unknown',
    genderIsSure: false,
    firstName: 0,
    firstNameEnd: 0,
    roleWords: new Set(),
    roleFine: new Set(),
    roleCoarse: new Set(),
    called: { he: 0, she: 0 },
    met: [],
    next: 0,
  }));
}

const any = () => true;
const indices = (found: readonly Candidate[]) => found.map(({ index }) => index);

describe('the cast', () => {
  it.each([
    [0, []],
    [1, [0]],
    [5, [1, 0]],
    [7, [0, 1]],
    [99, [2, 0, 1]],
  ])('at token %i: who was met before, the last one first', (token, met) => {
    const cast = new Cast(candidates([[0, 6], [4], [8]]));
    cast.readUpTo(token);
    expect(indices(cast.met(any))).toEqual(met);
  });
  it('a pronoun brings its actor to the front, a name from the middle, too', () => {
    const all = candidates([[0], [1], [2, 9]]);
    const cast = new Cast(all);
    cast.readUpTo(3);
    for (const candidate of all.slice(0, 2)) cast.meet(candidate, 4 + candidate.index, 'pronoun');
    expect(indices(cast.met(any))).toEqual([1, 0, 2]);
    cast.readUpTo(10);
    expect(indices(cast.met(any))).toEqual([2, 1, 0]);
    expect(indices(cast.met(({ index }) => index !== 1))).toEqual([2, 0]);
  });
  it('who is named soon and was not met yet, in order', () => {
    const all = candidates([[0, 5], [7], [6], [50]]);
    const cast = new Cast(all);
    cast.readUpTo(1);
    expect(indices(cast.coming((token) => token < 20, any))).toEqual([1, 2]);
    for (const candidate of all.slice(2, 3)) cast.meet(candidate, 3, 'pronoun');
    expect(indices(cast.coming((token) => token < 20, any))).toEqual([1]);
  });
  it('asks no more of them for a question than of so many, however many there are', () => {
    const cast = new Cast(candidates(Array.from({ length: 5_000 }, (_, k) => [k])));
    cast.readUpTo(2_500);
    let asked = 0;
    const count = () => {
      asked += 1;
      return true;
    };
    expect(cast.met(count)[0]?.index).toBe(2_499);
    cast.coming(any, count);
    expect(asked).toBeLessThanOrEqual(400);
  });
});
