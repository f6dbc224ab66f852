/** How much the linear models and the net count where both are asked; chosen on development articles. */
import type { SequenceModel } from '../learned/sequence-model';
import type { Look, Net } from './net';

/** Shares of the scores of the second look. */
const SPAN = { linear: 0.6, net: 0.6 } as const;
/** Share of the net in the log odds of a claim. */
const JUDGE = 0.6;

/** Log odds of a claim by both roads; those of the linear judge where the net did not look. */
export function mixOdds(linear: number, net: number | undefined): number {
  return net === undefined ? linear : (1 - JUDGE) * linear + JUDGE * net;
}

/** The linear model of the second look with the transitions of both roads. */
export function mixTransitions(span: SequenceModel, net: Net): SequenceModel {
  const mixed = (linear: Float32Array, own: Float32Array): Float32Array =>
    linear.map((score, k) => score * SPAN.linear + (own[k] ?? 0) * SPAN.net);
  return {
    ...span,
    transitions: mixed(span.transitions, net.transitions),
    starts: mixed(span.starts, net.starts),
  };
}

/** Turns the linear scores of the tokens [from, to) into those of both roads; the net gives none where it did not look. */
export function mixScores(scores: Float32Array, from: number, labels: number, look: Look): void {
  const shift = (look.from - from) * labels;
  for (let k = 0; k < scores.length; k += 1) {
    scores[k] = scores[k]! * SPAN.linear + (look.scores[k - shift] ?? 0) * SPAN.net;
  }
}
