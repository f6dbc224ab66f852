import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasShared } from '../../../scripts/evaluate/corpora';
import { measureAll } from '../../../scripts/evaluate/measures';
import { loadShippedEngine } from '../../../scripts/predict/claims';

const SCORES = join(import.meta.dirname, '../../../public/models/scores.json');

/** Skipped where the shared corpora are absent. `npm run evaluate -- --record` keeps new figures. */
describe.skipIf(!hasShared())('scores of the engine', () => {
  it('stay within a point of the recorded ones', { timeout: 120_000 }, async () => {
    const { floor } = JSON.parse(readFileSync(SCORES, 'utf8')) as { floor: Record<string, number> };
    const measures = await measureAll(await loadShippedEngine(), true);
    const fallen = measures.filter(({ name, value, lowerIsBetter = false }) => {
      const recorded = floor[name] ?? (lowerIsBetter ? Infinity : -Infinity);
      return lowerIsBetter ? value > recorded + 1 : value < recorded - 1;
    });
    expect(fallen).toEqual([]);
    expect(measures.map(({ name }) => name).toSorted()).toEqual(Object.keys(floor).toSorted());
  });
});
