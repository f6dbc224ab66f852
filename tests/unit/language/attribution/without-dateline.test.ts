import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../lib/language/engine';
import { loadShippedEngine } from '../../../../scripts/predict/claims';

let engine: Engine;
beforeAll(async () => {
  engine = await loadShippedEngine();
});

const contents = (text: string): string[] =>
  engine.analyse(text).claims.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)).join(' … '));

describe('the dateline of an article', () => {
  it.each([
    'OLM, Karvonia (AP) — ',
    'OLM (Transom) - ',
    'OLM, Oct. 3 (Transom) -- ',
    'Velgrad (Transom) - ',
    'Paris, France – ',
    'VELGRAD, Karvonia — ',
    'OLM – ',
    '',
  ])('is not said by anybody: %j', (dateline) => {
    expect(contents(`${dateline}The harbour will close in spring, Mayor Lena Tarn said.`)).toEqual([
      'The harbour will close in spring',
    ]);
    expect(contents(`${dateline}“The harbour will close,” Mayor Lena Tarn said.`)).toEqual([
      '“The harbour will close,”',
    ]);
  });

  it('is not taken for one where a dash begins an aside', () => {
    expect(contents('NATO — the alliance of the west — will grow in spring, Mayor Lena Tarn said.')).toEqual([
      'NATO — the alliance of the west — will grow in spring',
    ]);
  });
});
