/**
 * Finds attributed claims: who (source) said (cue) what (content).
 *
 *   [The bridge is safe]content, [Ms Ortiz]source [said]cue on Monday.
 *
 * Three looks: a sequence model over each paragraph proposes cues, a second one cuts source and content for each
 * proposed cue, a judge decides which of these drafts are claims. Terms follow PARC 3.0 (Pareti 2016).
 */
import { draftsOfQuotations } from './alone';
import { findCandidates } from './candidates';
import { type Judged, addLoneParagraphs, chooseClaims } from './choose';
import { companyOf } from './company';
import { type Draft, draftFor } from './draft';
import { FeatureSink } from './feature-sink';
import { addJudgeFeatures } from './judge-features';
import { scoreRows } from '../learned/weights';
import { lendSubject } from './lend-subject';
import type { AttributionModels } from './models';
import type { Reading } from './reading';

/** The sense of "claim" that readers are shown: that of the corpora's narrow guide. */
const NARROW = 1;
/** Drafts less likely than this are not shown; chosen on development articles for the best F1. */
export const FLOOR = 0.28;

/** The attributed claims of a reading, in order of their cues, each at or above `floor`. */
export function findAttributions(r: Reading, models: AttributionModels, floor = FLOOR, corpus = NARROW): Judged[] {
  const judged = judgeDrafts(r, models, corpus);
  return addLoneParagraphs(r, judged, chooseClaims(judged, floor));
}

/** Drafts for every possible cue, and for every quotation that may stand alone. */
export function draftClaims(r: Reading, models: Pick<AttributionModels, 'cue' | 'span'>, corpus: number): Draft[] {
  const sink = new FeatureSink();
  const { candidates } = findCandidates(r, models.cue, corpus);
  const drafts = candidates.flatMap((cue) => draftFor(r, cue, models.span, corpus, sink) ?? []);
  return [...drafts.map((draft) => lendSubject(r, draft)), ...draftsOfQuotations(r)];
}

/** All drafts with their probability of being a claim. */
export function judgeDrafts(r: Reading, models: AttributionModels, corpus: number): Judged[] {
  const sink = new FeatureSink();
  const drafts = draftClaims(r, models, corpus);
  for (const [k, company] of companyOf(drafts).entries()) {
    const draft = drafts[k];
    if (draft) addJudgeFeatures(r, draft, company, corpus, sink);
  }
  const scores = scoreRows(models.judge.weights, sink.take());
  const { starts } = models.judge;
  return drafts.map((draft, k) => {
    const against = (scores[k * 2] ?? 0) + (starts[0] ?? 0);
    const inFavour = (scores[k * 2 + 1] ?? 0) + (starts[1] ?? 0);
    return { draft, probability: 1 / (1 + Math.exp(against - inFavour)) };
  });
}
