/**
 * Trains a linear ranker: a softmax over the rows of each question, of which one or several are right. AdaGrad, features
 * dropped at random, averaged weights, as for sequences.
 */
import type { FeatureRows } from '../../../lib/language/learned/feature-rows';
import { KeyIndex } from '../../../lib/language/learned/key-index';
import { seededRandom, shuffle } from '../../../lib/language/learned/random';
import { type Weights, quantise } from '../../../lib/language/learned/weights';

export interface RankExample {
  readonly rows: FeatureRows;
  /** 1 for each row that is a right answer. */
  readonly right: Uint8Array;
  readonly weight: number;
}

export interface RankTraining {
  readonly epochs: number;
  readonly seed: number;
  readonly rate?: number;
  readonly dropout?: number;
  /** Features seen less often are left out; 1 by default. */
  readonly minCount?: number;
}

/** Learns weights under which right rows score above wrong ones. */
export function trainRanker(examples: readonly RankExample[], training: RankTraining): Weights {
  const { epochs, seed, rate = 0.05, dropout = 0.2, minCount = 1 } = training;
  const index = frequentFeatures(examples, minCount);
  const now = new Float32Array(index.size);
  const squares = new Float32Array(index.size).fill(1e-8);
  const lag = new Float32Array(index.size);
  const random = seededRandom(seed);
  const order = Int32Array.from(examples, (_, k) => k);
  let time = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const k of order) {
      const example = examples[k];
      if (!example) continue;
      time += 1;
      const { rows, right, weight } = example;
      const active = Array.from(rows.values, (feature) => (random() < dropout ? -1 : index.find(feature)));
      const scores = Array.from({ length: rows.length }, (_, row) => {
        let sum = 0;
        for (let f = rows.offsets[row] ?? 0; f < (rows.offsets[row + 1] ?? 0); f += 1) sum += now[active[f] ?? -1] ?? 0;
        return sum;
      });
      const all = softmax(scores, () => true);
      const good = softmax(scores, (row) => right[row] === 1);
      for (let row = 0; row < rows.length; row += 1) {
        const gradient = ((all[row] ?? 0) - (good[row] ?? 0)) * weight;
        if (Math.abs(gradient) < 1e-3) continue;
        for (let f = rows.offsets[row] ?? 0; f < (rows.offsets[row + 1] ?? 0); f += 1) {
          const id = active[f] ?? -1;
          if (id < 0) continue;
          squares[id] = (squares[id] ?? 0) + gradient * gradient;
          const change = (rate * gradient) / Math.sqrt(squares[id] ?? 1);
          now[id] = (now[id] ?? 0) - change;
          lag[id] = (lag[id] ?? 0) + time * change;
        }
      }
    }
  }
  const average = now.map((value, k) => value + (lag[k] ?? 0) / Math.max(1, time));
  return quantise(1, index.keys(), average, { limit: 4, floor: 0.02 });
}

function frequentFeatures(examples: readonly RankExample[], minCount: number): KeyIndex {
  const all = new KeyIndex(1 << 16);
  const counts: number[] = [];
  for (const { rows } of examples) {
    for (const feature of rows.values) {
      const id = all.add(feature);
      counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  const kept = new KeyIndex(1 << 16);
  all.keys().forEach((key, id) => {
    if ((counts[id] ?? 0) >= minCount) kept.add(key);
  });
  return kept;
}

function softmax(scores: readonly number[], counts: (row: number) => boolean): number[] {
  let top = -Infinity;
  for (const [row, score] of scores.entries()) if (counts(row)) top = Math.max(top, score);
  const powers = scores.map((score, row) => (counts(row) ? Math.exp(score - top) : 0));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
