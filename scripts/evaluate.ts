/**
 * `npm run evaluate`: measures the engine with the models of `public/models` against the shared corpora, prints each
 * figure beside the one recorded before and the floor, and with `--record` keeps the new ones in
 * `public/models/scores.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hasShared } from './evaluate/corpora';
import { type Measure, measureAll } from './evaluate/measures';
import { loadShippedEngine } from './predict/claims';

const SCORES = join(resolve(import.meta.dirname, '../public/models'), 'scores.json');
const KEY = 'engine';

function readScores(): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(SCORES, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function row({ name, value, must, lowerIsBetter = false }: Measure, before: number | undefined): string {
  const reached = must === null || (lowerIsBetter ? value <= must : value >= must);
  const cells = [value.toFixed(1), before === undefined ? '–' : before.toFixed(1), must === null ? '–' : String(must)];
  return `${name.padEnd(42)}${cells.map((cell) => cell.padStart(8)).join('')}  ${reached ? 'yes' : 'no'}`;
}

if (!hasShared()) {
  console.error('the shared corpora are not here: nothing to measure against');
  process.exit(1);
}
const scores = readScores();
const before = (scores[KEY] ?? {}) as Record<string, number>;
const engine = await loadShippedEngine();
const measures = await measureAll(engine);
console.log(`${''.padEnd(42)}${['now', 'before', 'must'].map((head) => head.padStart(8)).join('')}  reached`);
for (const measure of measures) console.log(row(measure, before[measure.name]));
if (process.argv.includes('--record')) {
  const figures = (from: readonly Measure[]) => Object.fromEntries(from.map(({ name, value }) => [name, value]));
  // The floor that the tests hold is taken on a part of the sets, to be quick.
  const floor = figures(await measureAll(engine, true));
  writeFileSync(SCORES, `${JSON.stringify({ ...scores, [KEY]: figures(measures), floor }, null, 2)}\n`);
}
