import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../../lib/language/claims/kind-of';

const CASES: readonly (readonly [name: string, pieces: readonly string[], kind: string])[] = [
  ['all in straight marks', ['"We are ready,"'], 'direct'],
  ['all in curly marks, interrupted', ['“We are ready,”', '“and will stay.”'], 'direct'],
  ['a quotation left open in its paragraph', ['“We are ready.', '“We will stay.”'], 'direct'],
  ['quoted words in a reported sentence', ['that the bridge was “a ruin”'], 'mixed'],
  ['no marks', ['that the bridge was a ruin'], 'indirect'],
  ['apostrophes are no marks', ["that the town's bridge wasn't safe"], 'indirect'],
  ['angle marks', ['«Nous sommes prêts»'], 'direct'],
];

describe('kind of a claim', () => {
  it.each(CASES)('%s', (_, pieces, kind) => {
    expect(kindOf(pieces)).toBe(kind);
  });
});
