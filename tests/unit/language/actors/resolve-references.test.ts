import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../lib/language/engine';
import { loadShippedEngine } from '../../../../scripts/predict/claims';

let engine: Engine;
beforeAll(async () => {
  engine = await loadShippedEngine();
});

/** Speakers of the claims of a text, in order. */
const speakers = (text: string): string[] => engine.analyse(text).claims.map(({ speaker }) => speaker);

describe('who speaks', () => {
  it('lets a given name of both genders be meant by either pronoun', () => {
    const text = `“Prices will fall,” said Lee Tarnow, a planner at the Olm Bank.\n\n“Nobody knows when,” he said.`;
    expect(speakers(text)).toEqual(['Lee Tarnow', 'Lee Tarnow']);
  });
  it('takes nobody for “he” who was “she” before', () => {
    const text = `Inspector Leo Brandt told the court that Umbeka Tolva had planned the march.\n\nTolva said she was at home. She said that she had slept.\n\nHe said the messages proved the opposite.`;
    expect(speakers(text).at(-1)).toBe('Leo Brandt');
  });
});
