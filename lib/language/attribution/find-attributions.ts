/**
 * Finds attributed claims: who (source) said (cue) what (content).
 *
 *   [The bridge is safe]content, [Ms Ortiz]source [said]cue on Monday.
 *
 * Three looks: a sequence model over each paragraph proposes cues, a second one cuts source and content for each
 * proposed cue, a judge decides which of these drafts are claims. A small net is asked beside each of the three. Terms follow PARC 3.0 (Pareti 2016).
 */
import { draftsOfQuotations } from './alone';
import type { CueCandidate } from './cue';
import { findCandidates } from './candidates';
import { type Judged, addLoneParagraphs, chooseClaims } from './choose';
import { companyOf } from './company';
import { type Draft, draftFor } from './draft';
import { FeatureSink } from './feature-sink';
import { addJudgeFeatures } from './judge-features';
import type { SequenceModel } from '../learned/sequence-model';
import { scoreRows } from '../learned/weights';
import { lendSubject } from './lend-subject';
import type { AttributionModels } from './models';
import { mixOdds } from '../net/mix';
import type { Look } from '../net/net';
import { askNet } from '../net/opinion';
import type { Reading } from './reading';

/** The sense of "claim" that readers are shown: that of the corpora's narrow guide. */
const NARROW = 1;
/** Drafts less likely than this are not shown; chosen on development articles for the best F1. */
export const FLOOR = 0.36;

/** The attributed claims of a reading, in order of their cues, each at or above `floor`. */
export function findAttributions(r: Reading, models: AttributionModels, floor = FLOOR, corpus = NARROW): Judged[] {
  const judged = judgeDrafts(r, models, corpus);
  return addLoneParagraphs(r, judged, chooseClaims(judged, floor));
}

/** Drafts for every cue that the linear models propose, and for every quotation that may stand alone. */
export function draftClaims(r: Reading, models: Pick<AttributionModels, 'cue' | 'span'>, corpus: number): Draft[] {
  const { candidates } = findCandidates(r, models.cue, corpus);
  return [...draftCues(r, candidates, models.span, corpus, NO_LOOKS), ...draftsOfQuotations(r)];
}

const NO_LOOKS: ReadonlyMap<CueCandidate, Look> = new Map();

function draftCues(
  r: Reading,
  cues: readonly CueCandidate[],
  span: SequenceModel,
  corpus: number,
  looks: ReadonlyMap<CueCandidate, Look>,
): Draft[] {
  const sink = new FeatureSink();
  const drafts = cues.flatMap((cue) => draftFor(r, cue, span, corpus, sink, looks.get(cue)) ?? []);
  return drafts.map((draft) => lendSubject(r, draft));
}

/** All drafts with their probability of being a claim: what the linear judge and the net say, mixed. */
export function judgeDrafts(r: Reading, models: AttributionModels, corpus: number): Judged[] {
  const sink = new FeatureSink();
  const { candidates } = findCandidates(r, models.cue, corpus);
  const quotations = draftsOfQuotations(r);
  const alone = quotations.map(({ cue }) => cue);
  const { cues, looks } = askNet(r, models.net, candidates, alone);
  const drafts = [...draftCues(r, cues, models.span, corpus, looks), ...quotations];
  for (const [k, company] of companyOf(drafts).entries()) {
    const draft = drafts[k];
    if (draft) addJudgeFeatures(r, draft, company, corpus, sink);
  }
  const scores = scoreRows(models.judge.weights, sink.take());
  const { starts } = models.judge;
  return drafts.map((draft, k) => {
    const against = (scores[k * 2] ?? 0) + (starts[0] ?? 0);
    const inFavour = (scores[k * 2 + 1] ?? 0) + (starts[1] ?? 0);
    const odds = mixOdds(inFavour - against, looks.get(draft.cue)?.odds);
    return { draft, probability: 1 / (1 + Math.exp(-odds)) };
  });
}
