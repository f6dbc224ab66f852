/**
 * Second look: cuts source and content for one cue out of its neighbourhood, then weighs other ends and beginnings
 * that the content might have.
 */
import { type Weights, scoreRows } from '../learned/weights';
import type { FirstLook } from './candidates';
import type { CueCandidate } from './cue';
import { addEdgeFeatures } from './edge-features';
import { type ContentChances, type Edges, edgesOf } from './edges';
import type { FeatureSink } from './feature-sink';
import { addGivenCueFeatures } from './given-cue-features';
import { labelRows } from './label';
import type { AttributionModels } from './models';
import { mixScores } from '../net/mix';
import type { Look } from '../net/net';
import type { Reading } from './reading';
import { wholeQuotations } from './whole-quotations';
import { windowOf } from './window';
import { withoutRecipient } from './without-recipient';

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
  /** Probability of the content's edges among those that were weighed. */
  readonly edgeSureness: number;
}

/** What the second look cuts for a cue, with other ways to cut the content; the first of these is its own. */
export interface RoughDraft {
  readonly cue: CueCandidate;
  readonly source: readonly Run[];
  readonly edges: readonly Edges[];
  readonly chances: ContentChances;
  readonly sourceSureness: number;
  readonly contentSureness: number;
}

/** Source and content for `cue`, with the net's `opinion` of it where it was asked; null when no content is found. */
export function roughDraftFor(
  r: Reading,
  cue: CueCandidate,
  look: FirstLook,
  model: AttributionModels['span'],
  corpus: number,
  sink: FeatureSink,
  opinion?: Look,
): RoughDraft | null {
  const { from, to } = windowOf(r, cue.first, cue.last);
  addGivenCueFeatures(r, cue, look, from, to, corpus, sink);
  const { best, probability } = labelRows(model, sink.take(), (scores) => {
    if (opinion) mixScores(scores, from, model.labels.length, opinion);
  });
  const source = runsOf(r, best, from, 1);
  const content = runsOf(r, best, from, 3).map((run) => withMarks(r, run));
  if (content.length === 0) return null;
  const labels = model.labels.length;
  const chance = (i: number, begin: number): number => {
    const row = (i - from) * labels;
    return (probability[row + begin] ?? 0) + (probability[row + begin + 1] ?? 0);
  };
  const sureness = (runs: readonly Run[], begin: number): number => {
    let lowest = 1;
    for (const run of runs) for (let i = run.first; i <= run.last; i += 1) lowest = Math.min(lowest, chance(i, begin));
    return lowest;
  };
  const chances = { from, to, chance: (i: number): number => chance(i, 3) };
  return {
    cue,
    source,
    edges: edgesOf(r, cue, wholeQuotations(r, cue, content), source, chances),
    chances,
    sourceSureness: sureness(source, 1),
    contentSureness: sureness(content, 3),
  };
}

/** The draft with the likeliest edges. */
export function settleEdges(
  r: Reading,
  rough: RoughDraft,
  look: FirstLook,
  weights: Weights,
  corpus: number,
  sink: FeatureSink,
): Draft {
  const { cue, source, edges, chances, sourceSureness, contentSureness } = rough;
  const draft = { cue, source, sourceSureness, contentSureness };
  const own = edges[0]?.content ?? [];
  if (edges.length < 2) return { ...draft, content: withoutRecipient(r, cue, own), edgeSureness: 1 };
  const context = { r, cue, corpus, chances, firstLook: look.content };
  for (const one of edges) addEdgeFeatures(context, one, sink);
  const scores = scoreRows(weights, sink.take());
  let best = 0;
  for (let k = 1; k < edges.length; k += 1) if ((scores[k] ?? 0) > (scores[best] ?? 0)) best = k;
  const sum = scores.reduce((all, score) => all + Math.exp(score - (scores[best] ?? 0)), 0);
  const content = withoutRecipient(r, cue, wholeQuotations(r, cue, edges[best]?.content ?? own));
  return { ...draft, content, edgeSureness: 1 / sum };
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
