/**
 * How sure the engine is that content and speaker of a claim are right: a logistic function of how sure the judge and
 * the ranker were, fitted to claims of articles that neither had seen.
 */
import type { ClaimKind } from '../../model/analysis';
import type { Speaker } from '../actors/speakers';

/** What speaks for a claim. */
export interface CertaintySigns {
  /** Probability of being a claim, by the judge. */
  readonly claim: number;
  /** Probability of the speaker, by the ranker. */
  readonly speaker: number;
  /** How sure the edges of the content and of the source are. */
  readonly content: number;
  readonly edges: number;
  readonly source: number;
  readonly kind: ClaimKind;
  readonly by: Speaker['by'];
}

/** The signs as numbers, the first always 1. */
export function signsToNumbers({ claim, speaker, content, edges, source, kind, by }: CertaintySigns): number[] {
  return [
    1,
    logOdds(claim),
    logOdds(speaker),
    logOdds(content),
    logOdds(edges),
    logOdds(source),
    kind === 'direct' ? 1 : 0,
    kind === 'mixed' ? 1 : 0,
    by === 'name' ? 1 : 0,
    by === 'described' || by === 'unknown' ? 1 : 0,
  ];
}

/** Certainty, 0 to 1, under fitted `weights` (one a number of `signsToNumbers`). */
export function certaintyOf(signs: CertaintySigns, weights: readonly number[]): number {
  const sum = signsToNumbers(signs).reduce((total, value, k) => total + value * (weights[k] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Log odds, held within ±5 so that no sign decides alone. */
function logOdds(p: number): number {
  return Math.max(-5, Math.min(5, Math.log(Math.max(1e-6, p) / Math.max(1e-6, 1 - p))));
}
