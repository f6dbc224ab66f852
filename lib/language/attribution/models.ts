import type { SequenceModel } from '../learned/sequence-model';
import type { Weights } from '../learned/weights';
import type { Net } from '../net/net';
import type { CueLexicon } from './read';

/** What attribution has learned. */
export interface AttributionModels {
  /** First look: source, cue and content over a paragraph. Labels: O, then begin and inside of each. */
  readonly cue: SequenceModel;
  /** Second look: source and content given a cue. Labels: O, then begin and inside of each; transitions of both roads. */
  readonly span: SequenceModel;
  /** Which of several ways to cut a content is likeliest. */
  readonly edges: Weights;
  /** Whether a draft is a claim; one place, labels "no" and "yes". */
  readonly judge: SequenceModel;
  readonly lexicon: CueLexicon;
  /** What is asked beside the linear models. */
  readonly net: Net;
}
