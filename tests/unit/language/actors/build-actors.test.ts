import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../lib/language/engine';
import { loadShippedEngine } from '../../../../scripts/predict/claims';

let engine: Engine;
beforeAll(async () => {
  engine = await loadShippedEngine();
});

describe('names of actors', () => {
  it.each([
    ['“We deny it,” Bulgarian Foreign Ministry spokeswoman Mira Oltova said on Monday.', 'Bulgarian Foreign Ministry'],
    ['“We deny it,” Foreign Ministry spokeswoman Mira Oltova said on Monday.', 'Foreign Ministry'],
    ['The work was paid for by the former Finance Ministry, Mira Oltova said on Monday.', 'Finance Ministry'],
  ])('%s', (text, name) => {
    const found = engine.analyse(text).actors.filter(({ type }) => type === 'organization');
    expect(found.map((actor) => actor.name)).toEqual([name]);
  });
});
