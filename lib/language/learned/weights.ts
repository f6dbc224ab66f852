/**
 * A table of weights: one row a feature, one small integer a label; `scale` turns sums of them into scores. This is
 * what all models of the engine are made of.
 */
import type { FeatureRows } from './feature-rows';
import { KeyIndex } from './key-index';

export interface Weights {
  readonly labelCount: number;
  /** Features that have weights. */
  readonly keys: Int32Array;
  readonly index: KeyIndex;
  /** Row by row, in the order of `keys`. */
  readonly rows: Int8Array;
  readonly scale: number;
}

/** The largest value of a quantised weight. */
export const MAX_WEIGHT = 127;

/** A table from keys (distinct, never 0) and their rows. */
export function makeWeights(labelCount: number, keys: Int32Array, rows: Int8Array, scale: number): Weights {
  const index = new KeyIndex(keys.length);
  for (const key of keys) index.add(key);
  return { labelCount, keys, index, rows, scale };
}

/**
 * Rounds trained weights (row by row, one row a key) to 8 bits. Weights beyond `limit` are cut to it; rows that are
 * all smaller than `floor` in size are dropped, and single weights below half of it become 0.
 */
export function quantise(
  labelCount: number,
  keys: Int32Array,
  values: Float32Array,
  { limit, floor }: { readonly limit: number; readonly floor: number },
): Weights {
  const scale = limit / MAX_WEIGHT;
  const kept: number[] = [];
  for (let k = 0; k < keys.length; k += 1) {
    let largest = 0;
    for (let y = 0; y < labelCount; y += 1) largest = Math.max(largest, Math.abs(values[k * labelCount + y] ?? 0));
    if (largest >= floor && largest * 2 > scale) kept.push(k);
  }
  const rows = new Int8Array(kept.length * labelCount);
  for (const [to, from] of kept.entries()) {
    for (let y = 0; y < labelCount; y += 1) {
      const value = values[from * labelCount + y] ?? 0;
      const rounded = Math.abs(value) * 2 < floor ? 0 : Math.round(value / scale);
      rows[to * labelCount + y] = Math.max(-MAX_WEIGHT, Math.min(MAX_WEIGHT, rounded));
    }
  }
  return makeWeights(
    labelCount,
    Int32Array.from(kept, (k) => keys[k] ?? 1),
    rows,
    scale,
  );
}

/** Scores of every label in every row: entry row * labelCount + label. */
export function scoreRows(weights: Weights, features: FeatureRows): Float32Array {
  const { labelCount } = weights;
  const scores = new Float32Array(features.length * labelCount);
  const sums = new Int32Array(labelCount);
  for (let i = 0; i < features.length; i += 1) {
    addUp(weights, features.values, features.offsets[i]!, features.offsets[i + 1]!, sums);
    const at = i * labelCount;
    for (let y = 0; y < labelCount; y += 1) scores[at + y] = sums[y]! * weights.scale;
  }
  return scores;
}

/** Scores of every label for the first `count` of `features`, into `sums`, in units of the scale of `weights`. */
export function scoreInto(weights: Weights, features: Int32Array, count: number, sums: Int32Array): void {
  addUp(weights, features, 0, count, sums);
}

function addUp(weights: Weights, features: Int32Array, from: number, to: number, sums: Int32Array): void {
  const { labelCount, index, rows } = weights;
  sums.fill(0);
  for (let f = from; f < to; f += 1) {
    const row = index.find(features[f]!);
    if (row < 0) continue;
    const at = row * labelCount;
    for (let y = 0; y < labelCount; y += 1) sums[y]! += rows[at + y]!;
  }
}
