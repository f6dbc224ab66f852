import type { SequenceModel } from '../learned/sequence-model';
import type { CueLexicon } from './read';

/** What attribution has learned. */
export interface AttributionModels {
  /** First look: source, cue and content over a paragraph. Labels: O, then begin and inside of each. */
  readonly cue: SequenceModel;
  /** Second look: source and content given a cue. Labels: O, then begin and inside of each. */
  readonly span: SequenceModel;
  /** Whether a draft is a claim; one place, labels "no" and "yes". */
  readonly judge: SequenceModel;
  readonly lexicon: CueLexicon;
}
