import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../lib/language/engine';
import { loadShippedEngine } from '../../../../scripts/predict/claims';

let engine: Engine;
beforeAll(async () => {
  engine = await loadShippedEngine();
});

/** Cases that a reader finds plain: the engine must find just this, and be sure of it. */
const CASES: readonly (readonly [text: string, speaker: string, content: string])[] = [
  [
    'Foreign Minister Yusuf al-Rahmani said that the border would stay open.',
    'Yusuf al-Rahmani',
    'that the border would stay open',
  ],
  [
    'Foreign Minister Mira Oltova said on Monday that Tarnland would send aid.',
    'Mira Oltova',
    'that Tarnland would send aid',
  ],
  ['Lena Tarn said the bridge is safe.', 'Lena Tarn', 'the bridge is safe'],
  ['“The bridge is safe,” Mayor Lena Tarn said on Monday.', 'Lena Tarn', '“The bridge is safe,”'],
  ['“The bridge is safe,” said Lena Tarn, the mayor of Olm.', 'Lena Tarn', '“The bridge is safe,”'],
  ['The Foreign Ministry said in a statement that talks would resume.', 'Foreign Ministry', 'that talks would resume'],
  [
    '“It will never work in this kitchen,” President Bogdan Mirchev told several hundred workers who had gathered in the rain.',
    'Bogdan Mirchev',
    '“It will never work in this kitchen,”',
  ],
];
/** Well above where the panel says "likely". */
const SURE = 0.8;

describe('plain cases', () => {
  it.each(CASES)('%s', (text, speaker, content) => {
    const found = engine.analyse(text).claims.map((claim) => ({
      speaker: claim.speaker,
      content: claim.content.map(({ start, end }) => text.slice(start, end)),
      isSure: claim.certainty >= SURE,
    }));
    expect(found).toEqual([{ speaker, content: [content], isSure: true }]);
  });
});
