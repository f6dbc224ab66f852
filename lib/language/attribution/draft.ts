/**
 * Second look: cuts source and content for one cue out of its neighbourhood.
 */
import type { SequenceModel } from '../learned/sequence-model';
import type { CueCandidate } from './cue';
import { FeatureSink } from './feature-sink';
import { addGivenCueFeatures } from './given-cue-features';
import { labelRows } from './label';
import { mixScores } from '../net/mix';
import type { Look } from '../net/net';
import type { Reading } from './reading';
import { wholeQuotations } from './whole-quotations';
import { windowOf } from './window';

/** A run of tokens [first, last]. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** A cue with the source and content found for it; not yet judged. */
export interface Draft {
  readonly cue: CueCandidate;
  readonly source: readonly Run[];
  /** At least one run. */
  readonly content: readonly Run[];
  /** How sure the second look is of the source's and of the content's edges: lowest probability of a label in them. */
  readonly sourceSureness: number;
  readonly contentSureness: number;
}

/** Source and content for `cue`, with the net's `look` at it where it was asked; null when no content is found. */
export function draftFor(
  r: Reading,
  cue: CueCandidate,
  model: SequenceModel,
  corpus: number,
  sink: FeatureSink,
  look?: Look,
): Draft | null {
  const { from, to } = windowOf(r, cue.first, cue.last);
  addGivenCueFeatures(r, cue, from, to, corpus, sink);
  const { best, probability } = labelRows(model, sink.take(), (scores) => {
    if (look) mixScores(scores, from, model.labels.length, look);
  });
  const source = runsOf(r, best, from, 1);
  const content = runsOf(r, best, from, 3).map((run) => withMarks(r, run));
  if (content.length === 0) return null;
  const sureness = (runs: readonly Run[], begin: number): number => {
    let lowest = 1;
    for (const run of runs) {
      for (let i = run.first; i <= run.last; i += 1) {
        const row = (i - from) * model.labels.length;
        lowest = Math.min(lowest, (probability[row + begin] ?? 0) + (probability[row + begin + 1] ?? 0));
      }
    }
    return lowest;
  };
  return {
    cue,
    source,
    content: wholeQuotations(r, cue, content),
    sourceSureness: sureness(source, 1),
    contentSureness: sureness(content, 3),
  };
}

/** Tokens that may stand between the last word of a quotation and its closing mark. */
const MAX_BEFORE_CLOSING = 2;

/** The run with the quotation marks that belong to it: one right before its first word, one right after its last. */
function withMarks(r: Reading, { first, last }: Run): Run {
  const opening = r.quotes[r.quote[first] ?? -1];
  const closing = r.quotes[r.quote[last] ?? -1];
  let end = last;
  if (closing?.closed && closing.last > last && closing.last - last <= MAX_BEFORE_CLOSING) {
    end = onlyMarks(r, last + 1, closing.last) ? closing.last : last;
  }
  return { first: opening && opening.first === first - 1 ? opening.first : first, last: end };
}

function onlyMarks(r: Reading, first: number, last: number): boolean {
  for (let i = first; i <= last; i += 1) if ((r.shape[i] ?? 0) < 7) return false;
  return true;
}

/** Runs of the label pair (begin, begin + 1), cut at paragraph ends. */
function runsOf(r: Reading, best: Uint8Array, from: number, begin: number): Run[] {
  const runs: { first: number; last: number }[] = [];
  for (let k = 0; k < best.length; k += 1) {
    const label = best[k] ?? 0;
    if (label !== begin && label !== begin + 1) continue;
    const i = from + k;
    const open = runs.at(-1);
    const joins = open?.last === i - 1 && r.paragraph[i] === r.paragraph[i - 1];
    if (open && joins) open.last = i;
    else runs.push({ first: i, last: i });
  }
  return runs;
}
