/**
 * First look: finds every place that may be a cue. It finds too much on purpose; a candidate without convincing
 * content and source is dropped by the judge, which sees all of it.
 */
import type { SequenceModel } from '../learned/sequence-model';
import { CUE_LIKE } from './cue-classes';
import type { CueCandidate } from './cue';
import { addCueFeatures } from './cue-features';
import { FeatureSink } from './feature-sink';
import { labelRows } from './label';
import type { Reading } from './reading';

/** Labels of the first look: begin and inside of source, cue, content. */
const BEGIN_CUE = 3;
const INSIDE_CUE = 4;

/** What the first look believes about every token. */
export interface FirstLook {
  readonly candidates: readonly CueCandidate[];
  /** Probability that the token belongs to a source, a content. */
  readonly source: Float32Array;
  readonly content: Float32Array;
}

const FLOOR = 0.012;
/** Words of this class are cues so often that they are candidates whatever the sequence model says. */
const ALWAYS = 5;
const MAX_CUE_TOKENS = 12;
/** Paragraphs longer than this are labelled in pieces. */
const MAX_SEQUENCE = 1500;

/** Cue candidates of the whole reading, in order of the text. */
export function findCandidates(r: Reading, model: SequenceModel, corpus: number): FirstLook {
  const candidates: CueCandidate[] = [];
  const source = new Float32Array(r.length);
  const content = new Float32Array(r.length);
  const sink = new FeatureSink();
  for (let from = 0; from < r.length;) {
    const to = endOfParagraph(r, from);
    addCueFeatures(r, from, to, corpus, sink);
    const { best, probability } = labelRows(model, sink.take());
    const p = (i: number, label: number): number => probability[(i - from) * model.labels.length + label] ?? 0;
    for (let i = from; i < to; i += 1) {
      source[i] = p(i, 1) + p(i, 2);
      content[i] = p(i, 5) + p(i, 6);
      const chosen = best[i - from] === BEGIN_CUE;
      const listed = (r.narrowClass[i] ?? 0) >= ALWAYS && p(i, INSIDE_CUE) < 0.3;
      if (p(i, BEGIN_CUE) < FLOOR && !chosen && !listed) continue;
      let last = i;
      while (last + 1 < to && last - i < MAX_CUE_TOKENS && goesOn(last + 1)) last += 1;
      candidates.push({ first: i, last, main: mainToken(r, i, last), probability: p(i, BEGIN_CUE), alone: false });
      function goesOn(j: number): boolean {
        return chosen ? best[j - from] === INSIDE_CUE : p(j, INSIDE_CUE) > 0.4 * p(i, BEGIN_CUE);
      }
    }
    from = to;
  }
  return { candidates, source, content };
}

function endOfParagraph(r: Reading, from: number): number {
  let to = from + 1;
  while (to < r.length && r.paragraph[to] === r.paragraph[from] && to - from < MAX_SEQUENCE) to += 1;
  return to;
}

/** The token that the tree hangs the rest of [first, last] on, preferring cue-like ones; the most cue-like without a tree. */
export function mainToken(r: Reading, first: number, last: number): number {
  let best = first;
  for (let i = first; i <= last; i += 1) {
    const head = r.head[i] ?? -1;
    const governs = (r.relation[i] ?? 0) > 0 && (head < first || head > last);
    if (governs && (r.cueClass[i] ?? 0) >= CUE_LIKE - 1) return i;
    if ((r.cueClass[i] ?? 0) > (r.cueClass[best] ?? 0)) best = i;
  }
  return best;
}
