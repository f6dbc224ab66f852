/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): labels a sequence so that features
 * of each place and pairs of neighbouring labels score highest together.
 */
import type { FeatureRows } from './feature-rows';
import { type Weights, scoreRows } from './weights';

/** Which labels follow which. */
export interface LabelChain {
  readonly labels: readonly string[];
  /** Score of label b right after label a at a * labels.length + b; -Infinity where it may not follow. */
  readonly transitions: Float32Array;
  /** Score of each label at the start of a sequence; -Infinity where none may begin with it. */
  readonly starts: Float32Array;
}

export interface SequenceModel extends LabelChain {
  readonly weights: Weights;
}

/** Probabilities computed by `forwardBackward`; `total` is the logarithm of the partition sum. */
export interface Marginals {
  /** Of each label at each place: place * labels + label. */
  readonly unary: Float32Array;
  readonly total: number;
}

/**
 * The best labels, one a row (Viterbi). `bias`, one a label, is added to every score: it trades precision for recall.
 */
export function decode(model: SequenceModel, features: FeatureRows, bias?: Float32Array): Uint8Array {
  return bestPath(model, scoreRows(model.weights, features), features.length, bias);
}

/** As `decode`, from scores of `scoreRows` already at hand. */
export function bestPath(model: LabelChain, scores: Float32Array, length: number, bias?: Float32Array): Uint8Array {
  const { transitions } = model;
  const L = model.labels.length;
  const path = new Uint8Array(length);
  if (length === 0) return path;
  const back = new Uint8Array(length * L);
  let now = new Float32Array(L);
  let next = new Float32Array(L);
  const { most, least } = boundsOf(transitions, L);
  for (let y = 0; y < L; y += 1) now[y] = model.starts[y]! + scores[y]! + (bias?.[y] ?? 0);
  for (let t = 1; t < length; t += 1) {
    next.fill(-Infinity);
    let sure = -Infinity;
    for (let x = 0; x < L; x += 1) sure = Math.max(sure, now[x]! + least[x]!);
    for (let x = 0; x < L; x += 1) {
      const base = now[x]!;
      // Another label leads better to every label than this one does to any.
      if (base + most[x]! < sure) continue;
      const row = x * L;
      for (let y = 0; y < L; y += 1) {
        const score = base + transitions[row + y]!;
        if (score > next[y]!) {
          next[y] = score;
          back[t * L + y] = x;
        }
      }
    }
    for (let y = 0; y < L; y += 1) next[y]! += scores[t * L + y]! + (bias?.[y] ?? 0);
    [now, next] = [next, now];
  }
  let label = 0;
  for (let y = 1; y < L; y += 1) if (now[y]! > now[label]!) label = y;
  for (let t = length - 1; t >= 0; t -= 1) {
    path[t] = label;
    label = back[t * L + label]!;
  }
  return path;
}

interface Bounds {
  /** By label: the highest and the lowest score of a label right after it. */
  readonly most: Float32Array;
  readonly least: Float32Array;
}

const knownBounds = new WeakMap<Float32Array, Bounds>();

function boundsOf(transitions: Float32Array, labels: number): Bounds {
  const known = knownBounds.get(transitions);
  if (known) return known;
  const most = new Float32Array(labels).fill(-Infinity);
  const least = new Float32Array(labels).fill(Infinity);
  for (const [i, score] of transitions.entries()) {
    const x = Math.floor(i / labels);
    most[x] = Math.max(most[x]!, score);
    least[x] = Math.min(least[x]!, score);
  }
  knownBounds.set(transitions, { most, least });
  return { most, least };
}

/** Probability of each label in each row: row * labels + label; each row sums to 1. */
export function marginals(model: SequenceModel, features: FeatureRows): Float32Array {
  const scores = scoreRows(model.weights, features);
  return forwardBackward(scores, features.length, model.transitions, model.starts).unary;
}

/**
 * Marginal probabilities from label scores, in the probability domain with one normaliser a place (Rabiner 1989).
 * When `pairs` is given (labels × labels), expected counts of label pairs are added to it.
 */
export function forwardBackward(
  scores: Float32Array,
  length: number,
  transitions: Float32Array,
  starts: Float32Array,
  pairs?: Float64Array,
): Marginals {
  const L = starts.length;
  const unary = new Float32Array(length * L);
  if (length === 0) return { unary, total: 0 };
  const step = Float64Array.from(transitions, Math.exp);
  const local = new Float64Array(length * L);
  const alpha = new Float64Array(length * L);
  let total = 0;
  for (let t = 0; t < length; t += 1) {
    const at = t * L;
    let top = -Infinity;
    for (let y = 0; y < L; y += 1) top = Math.max(top, scores[at + y]!);
    let sum = 0;
    for (let y = 0; y < L; y += 1) {
      local[at + y] = Math.exp(scores[at + y]! - top);
      let into = 0;
      if (t === 0) into = Math.exp(starts[y]!);
      else for (let x = 0; x < L; x += 1) into += alpha[at - L + x]! * step[x * L + y]!;
      alpha[at + y] = into * local[at + y]!;
      sum += alpha[at + y]!;
    }
    sum = Math.max(sum, 1e-300);
    for (let y = 0; y < L; y += 1) alpha[at + y]! /= sum;
    total += Math.log(sum) + top;
  }
  const beta = new Float64Array(L).fill(1);
  const before = new Float64Array(L);
  for (let t = length - 1; t >= 0; t -= 1) {
    const at = t * L;
    let norm = 0;
    for (let y = 0; y < L; y += 1) norm += alpha[at + y]! * beta[y]!;
    norm = Math.max(norm, 1e-300);
    for (let y = 0; y < L; y += 1) unary[at + y] = (alpha[at + y]! * beta[y]!) / norm;
    if (t === 0) break;
    let pairSum = 0;
    for (let x = 0; x < L; x += 1) {
      let out = 0;
      for (let y = 0; y < L; y += 1) out += step[x * L + y]! * local[at + y]! * beta[y]!;
      before[x] = out;
      pairSum += alpha[at - L + x]! * out;
    }
    pairSum = Math.max(pairSum, 1e-300);
    if (pairs) {
      for (let x = 0; x < L; x += 1) {
        const left = alpha[at - L + x]! / pairSum;
        for (let y = 0; y < L; y += 1) pairs[x * L + y]! += left * step[x * L + y]! * local[at + y]! * beta[y]!;
      }
    }
    for (let x = 0; x < L; x += 1) beta[x] = before[x]! / pairSum;
  }
  return { unary, total };
}
