/** A place that may tie a source to what it said: tokens [first, last]. For a quotation that stands alone, its opening mark. */
export interface CueCandidate {
  readonly first: number;
  readonly last: number;
  /** Token of the cue that governs the others, where there is a tree; else the first. */
  readonly main: number;
  /** Probability that the first look gives it, 0 to 1. */
  readonly probability: number;
  /** True for a quotation without any cue. */
  readonly alone: boolean;
}
