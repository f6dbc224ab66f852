/**
 * A table of weights: one row a feature, one small integer a label; `scale` turns sums of them into scores. This is
 * what all models of the engine are made of.
 */
import type { FeatureRows } from './feature-rows';
import { KeyIndex } from './key-index';
import { PackedRows } from './packed-rows';
import type { KernelRows, RowKernel } from './row-kernel';
import { SparseRows } from './sparse-rows';

export class Weights {
  private known: KeyIndex | null = null;
  private table: PackedRows | SparseRows | null = null;
  private fast: KernelRows | null = null;

  constructor(
    readonly labelCount: number,
    /** Features that have weights. */
    readonly keys: Int32Array,
    /** Row by row, in the order of `keys`. */
    readonly rows: Int8Array,
    readonly scale: number,
  ) {}

  /** Finds the row of a feature. */
  get index(): KeyIndex {
    if (!this.known) {
      this.known = new KeyIndex(this.keys.length);
      for (const key of this.keys) this.known.add(key);
    }
    return this.known;
  }

  /** Lets `kernel` do the sums from now on: the same, but faster. */
  moveTo(kernel: RowKernel): void {
    this.fast = kernel.lay(this.labelCount, this.keys, this.rows);
  }

  /**
   * Sums of the weights of features [from, to), by label, in units of `scale`, into `sums` (see `roomForSums`).
   */
  addUp(features: Int32Array, from: number, to: number, sums: Int32Array): void {
    if (this.fast) {
      this.fast.addUp(features, from, to, sums);
      return;
    }
    for (let y = 0; y < sums.length; y += 1) sums[y] = 0;
    this.table ??=
      this.labelCount <= MAX_PACKED
        ? new PackedRows(this.labelCount, this.keys, this.rows)
        : new SparseRows(this.labelCount, this.keys, this.rows);
    this.table.addUp(features, from, to, sums);
  }

  /** Sums of the weights of every label in every row, in units of `scale`: entry row * labelCount + label. */
  addUpRows(features: FeatureRows): Int32Array {
    if (this.fast) return this.fast.sumRows(features);
    const { labelCount } = this;
    const all = new Int32Array(features.length * labelCount);
    const sums = this.roomForSums();
    for (let i = 0; i < features.length; i += 1) {
      this.addUp(features.values, features.offsets[i]!, features.offsets[i + 1]!, sums);
      const at = i * labelCount;
      for (let y = 0; y < labelCount; y += 1) all[at + y] = sums[y]!;
    }
    return all;
  }

  /** An array that `addUp` can fill: it may be longer than there are labels. */
  roomForSums(): Int32Array {
    return new Int32Array(Math.ceil(this.labelCount / 4) * 4);
  }
}

/** Tables with more labels than this are too wide to be packed. */
const MAX_PACKED = 12;

/** The largest value of a quantised weight. */
export const MAX_WEIGHT = 127;

/** A table from keys (distinct, never 0) and their rows. */
export function makeWeights(labelCount: number, keys: Int32Array, rows: Int8Array, scale: number): Weights {
  return new Weights(labelCount, keys, rows, scale);
}

/**
 * Rounds trained weights (row by row, one row a key) to 8 bits. Weights beyond `limit` are cut to it; rows that are
 * all smaller than `floor` in size are dropped, and single weights below `smallest` (by
 * default half of `floor`) become 0.
 */
export function quantise(
  labelCount: number,
  keys: Int32Array,
  values: Float32Array,
  {
    limit,
    floor,
    smallest = floor / 2,
  }: { readonly limit: number; readonly floor: number; readonly smallest?: number },
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
      const rounded = Math.abs(value) < smallest ? 0 : Math.round(value / scale);
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

/** One table of both: labels of `a`, then those of `b`, to be scored with one look a feature. Keys must be in ascending order. */
export function joinWeights(a: Weights, b: Weights): Weights {
  const keys = new Int32Array(a.keys.length + b.keys.length);
  const L = a.labelCount + b.labelCount;
  const rows = new Int8Array(keys.length * L);
  let i = 0;
  let j = 0;
  let used = 0;
  while (i < a.keys.length || j < b.keys.length) {
    const left = i < a.keys.length ? a.keys[i]! >>> 0 : Infinity;
    const right = j < b.keys.length ? b.keys[j]! >>> 0 : Infinity;
    keys[used] = Math.min(left, right);
    if (left <= right) {
      rows.set(a.rows.subarray(i * a.labelCount, (i + 1) * a.labelCount), used * L);
      i += 1;
    }
    if (right <= left) {
      rows.set(b.rows.subarray(j * b.labelCount, (j + 1) * b.labelCount), used * L + a.labelCount);
      j += 1;
    }
    used += 1;
  }
  return makeWeights(L, keys.slice(0, used), rows.slice(0, used * L), 1);
}

/** Scores of every label in every row: entry row * labelCount + label. */
export function scoreRows(weights: Weights, features: FeatureRows): Float32Array {
  const { scale } = weights;
  const sums = weights.addUpRows(features);
  const scores = new Float32Array(sums.length);
  for (let k = 0; k < sums.length; k += 1) scores[k] = sums[k]! * scale;
  return scores;
}
