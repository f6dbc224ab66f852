import { describe, expect, it } from 'vitest';
import { scoreMerging } from '../../../scripts/evaluate/merging';

type Offset = [number, number];
const TEXT = 'Ana Ruiz met Leo Brandt. Ruiz and Brandt left.';
const at = (words: string, from = 0): Offset => {
  const start = TEXT.indexOf(words, from);
  return [start, start + words.length];
};
const gold = {
  id: 'a',
  text: TEXT,
  coref_named: [
    [at('Ana Ruiz'), at('Ruiz', 10)],
    [at('Leo Brandt'), at('Brandt', 30)],
  ],
};
const predicted = (...actors: Offset[][]) => ({
  id: 'a',
  claims: [],
  actors: actors.map((names, k) => ({ id: `a${k}`, name: '', type: 'person', mentions: names, names })),
});

describe('score of merging', () => {
  it.each([
    [
      'all right',
      [
        [at('Ana Ruiz'), at('Ruiz', 10)],
        [at('Leo Brandt'), at('Brandt', 30)],
      ],
      1,
      1,
    ],
    ['one chain broken', [[at('Ana Ruiz'), at('Ruiz', 10)], [at('Leo Brandt')], [at('Brandt', 30)]], 1, 0.5],
    ['all in one', [[at('Ana Ruiz'), at('Ruiz', 10), at('Leo Brandt'), at('Brandt', 30)]], 2 / 3, 1],
    ['a name that is not marked costs nothing', [[at('Ana Ruiz'), at('Ruiz', 10), at('met')]], 1, 1],
    ['a name inside a longer one is another name', [[at('Ana Ruiz met Leo Brandt'), at('Ruiz', 10)]], 0, 0],
  ] as const)('%s', (_, actors, precision, recall) => {
    const score = scoreMerging([gold], [predicted(...actors.map((names) => [...names]))]);
    expect(score.precision).toBeCloseTo(precision);
    expect(score.recall).toBeCloseTo(recall);
  });
});
