import type { FeatureRows } from '../learned/feature-rows';
import { type SequenceModel, bestPath, forwardBackward } from '../learned/sequence-model';
import { scoreRows } from '../learned/weights';

/** The best labels, one a place, and the probability of each label at each place (place × labels + label). */
export interface Labelling {
  readonly best: Uint8Array;
  readonly probability: Float32Array;
}

/** Labels a sequence, scoring it once for both answers; `change` may correct the scores before. */
export function labelRows(model: SequenceModel, rows: FeatureRows, change?: (scores: Float32Array) => void): Labelling {
  const scores = scoreRows(model.weights, rows);
  change?.(scores);
  return {
    best: bestPath(model, scores, rows.length),
    probability: forwardBackward(scores, rows.length, model.transitions, model.starts).unary,
  };
}
