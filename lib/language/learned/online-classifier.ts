/**
 * Trains a classifier whose features come one decision at a time (the parser's): softmax with AdaGrad, features
 * dropped at random, averaged. Its features are fixed beforehand in a `KeyIndex`.
 */
import type { KeyIndex } from './key-index';
import { type Weights, quantise } from './weights';

export class OnlineClassifier {
  private readonly now: Float32Array;
  private readonly squares: Float32Array;
  private readonly lag: Float32Array;
  /** How often each feature was met. */
  readonly uses: Float32Array;
  private time = 1;
  private ids = new Int32Array(256);
  private used = 0;

  constructor(
    readonly index: KeyIndex,
    readonly labelCount: number,
    private readonly options: {
      readonly rate: number;
      readonly dropout: number;
      readonly negligible: number;
      readonly random: () => number;
    },
  ) {
    const size = index.size * labelCount;
    this.now = new Float32Array(size);
    this.squares = new Float32Array(size).fill(1e-8);
    this.lag = new Float32Array(size);
    this.uses = new Float32Array(index.size);
  }

  /** Scores of all labels for these features, into `scores`; the features are remembered for `learn`. */
  score(features: Int32Array, count: number, scores: Float32Array): void {
    const { index, labelCount, now } = this;
    const { dropout, random } = this.options;
    scores.fill(0);
    this.used = 0;
    if (this.ids.length < count) this.ids = new Int32Array(count);
    for (let f = 0; f < count; f += 1) {
      const id = index.find(features[f]!);
      if (id < 0 || random() < dropout) continue;
      this.uses[id]! += 1;
      this.ids[this.used++] = id;
      const from = id * labelCount;
      for (let y = 0; y < labelCount; y += 1) scores[y]! += now[from + y]!;
    }
  }

  /**
   * One step after `score`: raises the chance that one of the labels with `right` 1 is taken among those with
   * `possible` 1 (arrays by label).
   */
  learn(scores: Float32Array, right: Uint8Array, possible: Uint8Array): void {
    const { labelCount, now, squares, lag } = this;
    const { rate, negligible } = this.options;
    let top = -Infinity;
    for (let y = 0; y < labelCount; y += 1) if (possible[y] === 1) top = Math.max(top, scores[y]!);
    let all = 0;
    let good = 0;
    for (let y = 0; y < labelCount; y += 1) {
      if (possible[y] !== 1) continue;
      const weight = Math.exp(scores[y]! - top);
      all += weight;
      if (right[y] === 1) good += weight;
    }
    good = Math.max(good, 1e-30);
    for (let y = 0; y < labelCount; y += 1) {
      if (possible[y] !== 1) continue;
      const weight = Math.exp(scores[y]! - top);
      const gradient = weight / all - (right[y] === 1 ? Math.max(weight, 1e-30) / good : 0);
      if (Math.abs(gradient) < negligible) continue;
      for (let f = 0; f < this.used; f += 1) {
        const i = this.ids[f]! * labelCount + y;
        const square = squares[i]! + gradient * gradient;
        squares[i] = square;
        const change = (rate * gradient) / Math.sqrt(square);
        now[i]! -= change;
        lag[i]! += this.time * change;
      }
    }
    this.time += 1;
  }

  /** Weights averaged over all steps: feature * labels + label. */
  average(): Float32Array {
    return this.now.map((value, i) => value + this.lag[i]! / this.time);
  }

  /** The averaged weights in 8 bits. */
  finish(limit: number, floor: number): Weights {
    return quantise(this.labelCount, this.index.keys(), this.average(), { limit, floor });
  }
}
