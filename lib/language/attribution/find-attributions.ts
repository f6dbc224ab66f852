/**
 * Finds attributed claims: who (source) said (cue) what (content).
 *
 *   [The bridge is safe]content, [Ms Ortiz]source [said]cue on Monday.
 *
 * Three looks: a sequence model over each paragraph proposes cues, a second one cuts source and content for each
 * proposed cue (a ranker then settles where the content ends), a judge decides which of these drafts are claims. A
 * small net is asked beside each of the three. Terms follow PARC 3.0 (Pareti 2016).
 */
import { draftsOfQuotations } from './alone';
import type { CueCandidate } from './cue';
import { findCandidates } from './candidates';
import { type Judged, addLoneQuotations, chooseClaims } from './choose';
import { joinCarriedOn } from './carried-on';
import { companyOf } from './company';
import { type Draft, roughDraftFor, settleEdges } from './draft';
import { FeatureSink } from './feature-sink';
import { type Company, addJudgeFeatures } from './judge-features';
import type { SequenceModel } from '../learned/sequence-model';
import { scoreRows } from '../learned/weights';
import { lendSubject } from './lend-subject';
import type { AttributionModels } from './models';
import { mixOdds } from '../net/mix';
import type { Look } from '../net/net';
import { askNet } from '../net/opinion';
import type { Reading } from './reading';
import { NARROW, WIDE } from './sense';
import { signedQuotations } from './signed';
import { isUnsaid } from './unsaid';
import { withoutDateline } from './without-dateline';

/** Drafts less likely than this are not shown; chosen on development articles for the best F1. */
export const FLOOR = 0.5;

/** Claims, and how far they were looked for. */
export interface Attributions {
  readonly judged: Judged[];
  /** The first token that was not looked at; all were unless the text is made of nothing but cues. */
  readonly end: number;
}

/** The attributed claims of a reading, in order of their cues, each at or above `floor`. */
export function findAttributions(r: Reading, models: AttributionModels, floor = FLOOR): Attributions {
  const { judged, end } = judgeDrafts(r, models);
  const signed = signedQuotations(r).filter(({ draft }) => draft.cue.first < end);
  // Chosen first: another reading of the same words must not take the place of one that was not said.
  const said = chooseClaims(r, [...signed, ...judged], floor).filter(({ draft }) => !isUnsaid(r, draft));
  return { judged: withoutDateline(r, joinCarriedOn(r, addLoneQuotations(r, judged, said))), end };
}

/** The drafts with borrowed subjects, and those of quotations that may stand alone. */
export function withQuotations(r: Reading, drafts: readonly Draft[]): Draft[] {
  return [...drafts.map((draft) => lendSubject(r, draft)), ...draftsOfQuotations(r)];
}

/** All drafts with their probability of being a claim: what the linear models and the net say, mixed. */
export function judgeDrafts(r: Reading, models: AttributionModels): Attributions {
  const sink = new FeatureSink();
  const first = findCandidates(r, models.cue, WIDE);
  const quotations = draftsOfQuotations(r);
  const { cues, looks, end } = askNet(
    r,
    models.net,
    first.candidates,
    quotations.map(({ cue }) => cue),
  );
  const drafts = cues.flatMap((cue) => {
    const rough = roughDraftFor(r, cue, first, models.span, WIDE, sink, looks.get(cue));
    return rough ? [lendSubject(r, settleEdges(r, rough, first, models.edges, WIDE, sink))] : [];
  });
  const asked = quotations.filter(({ cue }) => cue.first < end);
  return { judged: judgeAll(r, [...drafts, ...asked], models.judge, looks), end };
}

/** The drafts of a whole reading as `judge` sees them, mixed with the net's looks at their cues where there are any. */
function judgeAll(
  r: Reading,
  drafts: readonly Draft[],
  judge: SequenceModel,
  looks: ReadonlyMap<CueCandidate, Look>,
): Judged[] {
  const company = companyOf(drafts);
  const wide = oddsOf(r, drafts, company, judge, WIDE);
  const narrow = oddsOf(r, drafts, company, judge, NARROW);
  return drafts.map((draft, k) => {
    const linear = ((wide[k] ?? 0) + (narrow[k] ?? 0)) / 2;
    const odds = mixOdds(linear, looks.get(draft.cue)?.odds);
    return { draft, probability: 1 / (1 + Math.exp(-odds)) };
  });
}

/** Log odds that each draft is a claim in a sense of the word. */
function oddsOf(
  r: Reading,
  drafts: readonly Draft[],
  company: readonly Company[],
  { weights, starts }: SequenceModel,
  sense: number,
): number[] {
  const sink = new FeatureSink();
  for (const [k, draft] of drafts.entries()) {
    const around = company[k];
    if (around) addJudgeFeatures(r, draft, around, sense, sink);
  }
  const scores = scoreRows(weights, sink.take());
  const start = (starts[1] ?? 0) - (starts[0] ?? 0);
  return drafts.map((_, k) => (scores[k * 2 + 1] ?? 0) - (scores[k * 2] ?? 0) + start);
}
