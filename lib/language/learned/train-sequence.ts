/**
 * Trains a SequenceModel: stochastic gradient on the likelihood, one sequence a step, AdaGrad (Duchi et al. 2011),
 * features dropped at random, and the average of all weights met on the way as result. Deterministic by seed.
 */
import type { FeatureRows } from './feature-rows';
import { KeyIndex } from './key-index';
import { seededRandom, shuffle } from './random';
import { type SequenceModel, forwardBackward } from './sequence-model';
import { quantise } from './weights';

/** One sequence with its right labels (indices into `labels`); `weight` scales its influence, 1 by default. */
export interface SequenceExample {
  readonly rows: FeatureRows;
  readonly labels: Uint8Array;
  readonly weight?: number;
}

export interface SequenceTraining {
  readonly labels: readonly string[];
  readonly seed: number;
  readonly epochs: number;
  /** Step of AdaGrad; 0.05 by default. */
  readonly rate?: number;
  /** Share of features hidden at each place and step; 0.3 by default. */
  readonly dropout?: number;
  /** Features seen less often are left out; 2 by default. */
  readonly minCount?: number;
  /** labels × labels, 1 where the second label may follow the first; all by default. */
  readonly allowed?: Uint8Array;
  /** Labels that may begin a sequence, 1 or 0; all by default. */
  readonly allowedStart?: Uint8Array;
  /** Rows whose weights are all smaller than this are dropped at the end; 0.05 by default. */
  readonly floor?: number;
  /** Single weights below this become 0: smaller files; half of `floor` by default. */
  readonly smallest?: number;
  /** Largest size of a weight after quantising; 4 by default. */
  readonly limit?: number;
  /**
   * Keeps only this many features: a first training of `selectEpochs` rounds tells which weigh most (by size and
   * frequency), a second one starts again with those. All by default.
   */
  readonly maxFeatures?: number;
  readonly selectEpochs?: number;
  /** Gradients smaller than this are skipped: larger is faster and sparser; 0.002 by default. */
  readonly negligible?: number;
  /** Told after each epoch the mean log-likelihood a token. */
  readonly onEpoch?: (epoch: number, likelihood: number) => void;
}

/** Weights under AdaGrad, with what is needed to average them over all steps. */
class Averaged {
  readonly now: Float32Array;
  private readonly squares: Float32Array;
  private readonly lag: Float32Array;

  constructor(size: number) {
    this.now = new Float32Array(size);
    this.squares = new Float32Array(size).fill(1e-8);
    this.lag = new Float32Array(size);
  }

  descend(i: number, gradient: number, rate: number, time: number): void {
    const square = this.squares[i]! + gradient * gradient;
    this.squares[i] = square;
    const change = (rate * gradient) / Math.sqrt(square);
    this.now[i]! -= change;
    this.lag[i]! += time * change;
  }

  average(time: number): Float32Array {
    return this.now.map((value, i) => value + this.lag[i]! / time);
  }
}

/** Features seen at least `minCount` times, numbered. */
function collectFeatures(examples: readonly SequenceExample[], minCount: number): KeyIndex {
  const all = new KeyIndex(1 << 20);
  let counts = new Int32Array(1 << 20);
  for (const { rows } of examples) {
    for (const feature of rows.values) {
      const id = all.add(feature);
      if (id >= counts.length) {
        const larger = new Int32Array(counts.length * 2);
        larger.set(counts);
        counts = larger;
      }
      counts[id]! += 1;
    }
  }
  const kept = new KeyIndex(1 << 18);
  all.keys().forEach((key, id) => {
    if (counts[id]! >= minCount) kept.add(key);
  });
  return kept;
}

/** The rows with features as their numbers, those without a number left out. */
function numberRows(rows: FeatureRows, index: KeyIndex): FeatureRows {
  const values = new Int32Array(rows.values.length);
  const offsets = new Int32Array(rows.length + 1);
  let used = 0;
  for (let i = 0; i < rows.length; i += 1) {
    for (let f = rows.offsets[i]!; f < rows.offsets[i + 1]!; f += 1) {
      const id = index.find(rows.values[f]!);
      if (id >= 0) values[used++] = id;
    }
    offsets[i + 1] = used;
  }
  return { values: values.slice(0, used), offsets, length: rows.length };
}

class Trainer {
  private readonly L: number;
  private readonly unary: Averaged;
  private readonly pair: Averaged;
  private readonly start: Averaged;
  private readonly random: () => number;
  private time = 0;

  constructor(
    private readonly index: KeyIndex,
    private readonly options: SequenceTraining,
  ) {
    this.L = options.labels.length;
    this.unary = new Averaged(index.size * this.L);
    this.pair = new Averaged(this.L * this.L);
    this.start = new Averaged(this.L);
    this.random = seededRandom(options.seed);
    const { allowed, allowedStart } = options;
    if (allowed) this.pair.now.forEach((_, i) => (this.pair.now[i] = allowed[i] === 1 ? 0 : -Infinity));
    if (allowedStart) this.start.now.forEach((_, i) => (this.start.now[i] = allowedStart[i] === 1 ? 0 : -Infinity));
  }

  run(examples: readonly SequenceExample[], epochs: number): void {
    const order = Int32Array.from(examples, (_, i) => i);
    for (let epoch = 1; epoch <= epochs; epoch += 1) {
      shuffle(order, this.random);
      let likelihood = 0;
      let tokens = 0;
      for (const i of order) {
        const example = examples[i]!;
        likelihood += this.step(example);
        tokens += example.rows.length;
      }
      this.options.onEpoch?.(epoch, likelihood / Math.max(1, tokens));
    }
  }

  /** Averaged weights: feature number * labels + label. */
  weights(): Float32Array {
    return this.unary.average(Math.max(1, this.time));
  }

  model(): SequenceModel {
    const { labels, limit = 4, floor = 0.05, smallest = floor / 2 } = this.options;
    return {
      labels,
      weights: quantise(this.L, this.index.keys(), this.weights(), { limit, floor, smallest }),
      transitions: this.pair.average(this.time),
      starts: this.start.average(this.time),
    };
  }

  /** One step on one sequence; gives the log-likelihood of its labels before the step. */
  private step({ rows, labels, weight = 1 }: SequenceExample): number {
    const { L, unary, pair, start, options } = this;
    const { rate = 0.05, dropout = 0.3, negligible = 0.002 } = options;
    if (rows.length === 0) return 0;
    this.time += 1;
    const seen = new Uint8Array(rows.values.length);
    const scores = new Float32Array(rows.length * L);
    for (let t = 0; t < rows.length; t += 1) {
      const at = t * L;
      for (let f = rows.offsets[t]!; f < rows.offsets[t + 1]!; f += 1) {
        if (dropout > 0 && this.random() < dropout) continue;
        seen[f] = 1;
        const from = rows.values[f]! * L;
        for (let y = 0; y < L; y += 1) scores[at + y]! += unary.now[from + y]!;
      }
    }
    const pairs = new Float64Array(L * L);
    const { unary: chances, total } = forwardBackward(scores, rows.length, pair.now, start.now, pairs);
    let gold = start.now[labels[0]!]! + scores[labels[0]!]!;
    for (let t = 1; t < rows.length; t += 1) {
      const step = labels[t - 1]! * L + labels[t]!;
      gold += pair.now[step]! + scores[t * L + labels[t]!]!;
      pairs[step]! -= 1;
    }
    for (let t = 0; t < rows.length; t += 1) this.descend(rows, t, chances, labels[t]!, seen, weight);
    for (let i = 0; i < pairs.length; i += 1) {
      if (pair.now[i] !== -Infinity && Math.abs(pairs[i]!) > negligible)
        pair.descend(i, pairs[i]! * weight, rate, this.time);
    }
    for (let y = 0; y < L; y += 1) {
      const gradient = chances[y]! - (labels[0] === y ? 1 : 0);
      if (start.now[y] !== -Infinity && Math.abs(gradient) > negligible)
        start.descend(y, gradient * weight, rate, this.time);
    }
    return gold - total;
  }

  private descend(
    rows: FeatureRows,
    t: number,
    chances: Float32Array,
    label: number,
    seen: Uint8Array,
    weight: number,
  ): void {
    const { L, unary, options } = this;
    const { rate = 0.05, negligible = 0.002 } = options;
    for (let y = 0; y < L; y += 1) {
      const gradient = (chances[t * L + y]! - (y === label ? 1 : 0)) * weight;
      if (Math.abs(gradient) < negligible) continue;
      for (let f = rows.offsets[t]!; f < rows.offsets[t + 1]!; f += 1) {
        if (seen[f] === 1) unary.descend(rows.values[f]! * L + y, gradient, rate, this.time);
      }
    }
  }
}

/** The `count` features whose weights are largest, weighted by the root of how often they occur. */
function heaviest(
  index: KeyIndex,
  weights: Float32Array,
  examples: readonly SequenceExample[],
  count: number,
): KeyIndex {
  const uses = new Float32Array(index.size);
  for (const { rows } of examples) for (const id of rows.values) uses[id]! += 1;
  const labels = weights.length / index.size;
  const sizes = uses.map((n, id) => {
    let largest = 0;
    for (let y = 0; y < labels; y += 1) largest = Math.max(largest, Math.abs(weights[id * labels + y]!));
    return largest * Math.sqrt(n);
  });
  const keys = index.keys();
  const order = Array.from(sizes.keys()).toSorted((a, b) => sizes[b]! - sizes[a]!);
  const kept = new KeyIndex(count);
  for (const id of order.slice(0, count)) kept.add(keys[id]!);
  return kept;
}

function renumber(examples: readonly SequenceExample[], index: KeyIndex): SequenceExample[] {
  return examples.map((example) => ({ ...example, rows: numberRows(example.rows, index) }));
}

/** Learns the labels of `examples`. Throws nothing; without examples the model knows nothing. */
export function trainSequence(examples: readonly SequenceExample[], options: SequenceTraining): SequenceModel {
  const { minCount = 2, maxFeatures = Infinity, selectEpochs = 2 } = options;
  let index = collectFeatures(examples, minCount);
  if (index.size > maxFeatures) {
    const numbered = renumber(examples, index);
    const selection = new Trainer(index, options);
    selection.run(numbered, selectEpochs);
    index = heaviest(index, selection.weights(), numbered, maxFeatures);
  }
  const trainer = new Trainer(index, options);
  trainer.run(renumber(examples, index), options.epochs);
  return trainer.model();
}
