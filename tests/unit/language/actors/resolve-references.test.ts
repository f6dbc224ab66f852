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
  it.each([
    ['A spokesman for President Karl Mott said that the bridge is safe.', 'A spokesman for President Karl Mott'],
    ["Karl Mott's lawyer said that the bridge is safe.", "Karl Mott's lawyer"],
    ['A spokesman for Olmport Steel said that the bridge is safe.', 'Olmport Steel'],
    ['A spokesman for President Karl Mott, Leo Brandt, said that the bridge is safe.', 'Leo Brandt'],
    ["Karl Mott's lawyer Leo Brandt said that the bridge is safe.", 'Leo Brandt'],
  ])('does not take whom somebody speaks for as the speaker: %s', (text, speaker) => {
    expect(speakers(text)).toEqual([speaker]);
  });
  it.each([
    ['A letter obtained by the Olm Courier said that the bridge is safe.', 'A letter obtained by the Olm Courier'],
    ['A letter written by the Olm Council said that the bridge is safe.', 'Olm Council'],
    ['A baker who was fined by Karl Mott said that the bridge is safe.', 'A baker who was fined by Karl Mott'],
  ])('does not take whom a source is only told apart by as the speaker: %s', (text, speaker) => {
    expect(speakers(text)).toEqual([speaker]);
  });
  it.each([
    [
      'a woman named only in what she says herself',
      'Marta Olin told the court: “I remember the white room. Then Gesa Brandt walked in and laughed at us.” She added: “I want to find the other girls.”',
      'Marta Olin',
    ],
    [
      'the noun before “which”',
      'Karl Mott went to Olmport on Monday and met the Tarn Dialogue Group, which says that it wants peace.',
      'Tarn Dialogue Group',
    ],
    [
      'another word for what somebody is',
      'Senator Ana Ruiz visited Olmport Steel on Monday.\n\n“The dam must be mended,” the lawmaker said.',
      'Ana Ruiz',
    ],
  ])('tells %s', (_, text, name) => {
    expect(speakers(text).at(-1)).toBe(name);
  });
});
