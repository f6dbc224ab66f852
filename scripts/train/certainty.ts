/**
 * Fits the certainty of claims: the file `claims-certainty`. Weights of a logistic regression over the signs of each
 * predicted claim, on development articles (`intl`, and `polnear` with less weight), judged as the scorers judge.
 */
import { type Models, analyse } from '../../lib/language/analyse';
import { signsToNumbers } from '../../lib/language/claims/certainty';
import { writeParts } from '../../lib/language/learned/model-file';
import { judgeClaims } from '../evaluate/certainty';
import { readGold } from '../evaluate/corpora';
import { predictText } from '../predict/claims';

const STEPS = 10_000;
const RATE = 0.06;
/** Pull of the weights towards zero: the development sets are small. */
const DECAY = 0.002;
const SETS = { intl: 8, polnear: 1 } as const;

interface Case {
  readonly numbers: readonly number[];
  readonly right: boolean;
  readonly weight: number;
}

/** Learns the weights and gives the file. */
export async function makeCertainty(models: Models): Promise<Uint8Array> {
  const cases: Case[] = [];
  for (const [corpus, weight] of Object.entries(SETS)) {
    const golds = readGold(`corpora/${corpus}/dev.jsonl.gz`);
    const signs: number[][] = [];
    // Each claim's certainty is its number here, so that its signs are found again after judging.
    const engine = { analyse: (text: string) => analyse(text, models, (one) => signs.push(signsToNumbers(one)) - 1) };
    const predictions = golds.map(({ id, text }) => predictText(engine, id, text));
    for (const { certainty, right } of await judgeClaims(golds, predictions)) {
      cases.push({ numbers: signs[certainty] ?? [], right, weight });
    }
  }
  const weights = fit(cases);
  return writeParts(
    { labels: [], numbers: weights, tables: [] },
    { step: 'claims-certainty-2', corpora: Object.keys(SETS), scores: {} },
  );
}

/** A file by which certainty is the judge's probability: stands in until `makeCertainty` has run. */
export function plainCertainty(): Uint8Array {
  return writeParts(
    { labels: [], numbers: [0, 1], tables: [] },
    { step: 'claims-certainty-2', corpora: [], scores: {} },
  );
}

/** Logistic regression by plain gradient descent. */
function fit(cases: readonly Case[]): number[] {
  const size = cases[0]?.numbers.length ?? 0;
  const weights = Array.from({ length: size }, () => 0);
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight, k) => (k === 0 ? 0 : DECAY * weight));
    for (const { numbers, right, weight } of cases) {
      const sum = numbers.reduce((all, value, k) => all + value * (weights[k] ?? 0), 0);
      const error = (1 / (1 + Math.exp(-sum)) - (right ? 1 : 0)) * (weight / total);
      for (const [k, value] of numbers.entries()) gradient[k] = (gradient[k] ?? 0) + error * value;
    }
    for (const [k, value] of gradient.entries()) weights[k] = (weights[k] ?? 0) - RATE * value;
  }
  return weights;
}
