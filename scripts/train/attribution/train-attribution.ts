/** Trains the looks of attribution: cues, source and content, edges, judge. */
import { type FirstLook, findCandidates, mainToken } from '../../../lib/language/attribution/candidates';
import { companyOf, overlapOf } from '../../../lib/language/attribution/company';
import type { CueCandidate } from '../../../lib/language/attribution/cue';
import { addCueFeatures } from '../../../lib/language/attribution/cue-features';
import {
  type Draft,
  type RoughDraft,
  type Run,
  roughDraftFor,
  settleEdges,
} from '../../../lib/language/attribution/draft';
import { addEdgeFeatures } from '../../../lib/language/attribution/edge-features';
import { FeatureSink } from '../../../lib/language/attribution/feature-sink';
import { withQuotations } from '../../../lib/language/attribution/find-attributions';
import { addGivenCueFeatures } from '../../../lib/language/attribution/given-cue-features';
import { addJudgeFeatures } from '../../../lib/language/attribution/judge-features';
import type { AttributionModels } from '../../../lib/language/attribution/models';
import type { Reading } from '../../../lib/language/attribution/reading';
import { WIDE } from '../../../lib/language/attribution/sense';
import { windowOf } from '../../../lib/language/attribution/window';
import type { SequenceModel } from '../../../lib/language/learned/sequence-model';
import {
  type SequenceExample,
  type SequenceTraining,
  trainSequence,
} from '../../../lib/language/learned/train-sequence';
import type { Weights } from '../../../lib/language/learned/weights';
import { type RankExample, trainRanker } from '../actors/train-ranker';
import { type Document, type GoldClaim, type Offsets, closeGaps, learnLexicon, putLabels, tokensIn } from './documents';

const FIRST_LABELS = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'];
const SECOND_LABELS = ['O', 'B-source', 'I-source', 'B-content', 'I-content'];
/** How much one article of each corpus counts (wide, narrow). */
const WEIGHTS = { cue: [1, 1.5], span: [1, 1.5], judge: [1, 2] } as const;
/** Features whose weights are all smaller are left out of the file: a third of its size, no loss on dev. */
const FLOORS = { cue: 0.14, span: 0.12 } as const;
/** Articles are read by models of the other folds wherever a later step learns from an earlier one. */
const FOLDS = 3;
/** Such models need not be as good as the final ones. */
const FOLD_EPOCHS = 2;

export interface TrainingOptions {
  readonly epochs: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

/** All models but the net. Each step meets the one before as unsure as it is on a new article. */
export function trainAttribution(train: readonly Document[], options: TrainingOptions): Omit<AttributionModels, 'net'> {
  const { log } = options;
  const quick = { ...options, epochs: FOLD_EPOCHS };
  const lexicon = learnLexicon(train, []);
  const looks = byFolds(
    train,
    (rest) =>
      trainCue(
        rest.map((k) => train[k]!),
        quick,
      ),
    ({ reading }, cue) => findCandidates(reading, cue, WIDE),
  );
  log('first looks done');
  const roughs = byFolds(
    train,
    (rest) =>
      trainSpan(
        rest.map((k) => train[k]!),
        rest.map((k) => looks[k]!),
        quick,
      ),
    (document, span, k) => roughDrafts(document, looks[k]!, span),
  );
  log('second looks done');
  const edgeExamples = train.map((document, k) => edgesToLearn(document, looks[k]!, roughs[k]!));
  const drafts = byFolds(
    train,
    (rest) =>
      trainEdges(
        rest.flatMap((k) => edgeExamples[k]!),
        options,
      ),
    ({ reading }, edges, k) => {
      const sink = new FeatureSink();
      const settled = roughs[k]!.map((rough) => settleEdges(reading, rough, looks[k]!, edges, WIDE, sink));
      return withQuotations(reading, settled);
    },
  );
  log('edges done');
  const examples = train.map((document, k) => judgeExamples(document, drafts[k]!));
  return {
    cue: trainCue(train, options),
    span: trainSpan(train, looks, options),
    edges: trainEdges(edgeExamples.flat(), options),
    judge: trainJudge(examples.flat(), options),
    lexicon,
  };
}

/** For each document what `use` makes of it with a model that `learn` made from the documents of the other folds. */
function byFolds<Model, Result>(
  documents: readonly Document[],
  learn: (rest: readonly number[]) => Model,
  use: (document: Document, model: Model, k: number) => Result,
): Result[] {
  const results: Result[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = learn([...documents.keys()].filter((k) => k % FOLDS !== fold));
    for (const [k, document] of documents.entries()) if (k % FOLDS === fold) results[k] = use(document, model, k);
  }
  return results;
}

function roughDrafts({ reading }: Document, look: FirstLook, span: SequenceModel): RoughDraft[] {
  const sink = new FeatureSink();
  return look.candidates.flatMap((cue) => roughDraftFor(reading, cue, look, span, WIDE, sink) ?? []);
}

/** For each draft that meets a marked claim: which of its edges fit that claim best. */
function edgesToLearn(
  { reading: r, corpus, gold }: Document,
  look: FirstLook,
  roughs: readonly RoughDraft[],
): RankExample[] {
  const sink = new FeatureSink();
  const marked = gold.attributions.map((claim) => ({
    cue: runsOf(r, claim.cue ?? []),
    content: runsOf(r, claim.content),
  }));
  return roughs.flatMap(({ cue, edges, chances }) => {
    const claim = marked.find((one) => one.cue.some(({ first, last }) => first <= cue.last && cue.first <= last));
    if (!claim || edges.length < 2) return [];
    const fits = edges.map(({ content }) => overlapOf(content, claim.content));
    const best = Math.max(...fits);
    const right = Uint8Array.from(fits, (fit) => (fit > best - SAME_FIT ? 1 : 0));
    if (best < LEAST_FIT || !right.includes(0)) return [];
    const context = { r, cue, corpus, chances, firstLook: look.content };
    for (const one of edges) addEdgeFeatures(context, one, sink);
    return [{ rows: sink.take(), right, weight: WEIGHTS.span[corpus] }];
  });
}

/** Cuts whose agreement with the marked content differs by less than this are equally right. */
const SAME_FIT = 0.02;
/** Where even the best cut agrees less than this, nothing is learned. */
const LEAST_FIT = 0.4;

function trainEdges(examples: readonly RankExample[], { seed }: TrainingOptions): Weights {
  return trainRanker(examples, { epochs: 4, seed, minCount: 2 });
}

function trainJudge(examples: readonly SequenceExample[], options: TrainingOptions): SequenceModel {
  return trainSequence(examples, { labels: ['no', 'yes'], ...settings(options), epochs: 6 });
}

function settings({
  seed,
}: TrainingOptions): Pick<SequenceTraining, 'seed' | 'rate' | 'dropout' | 'minCount' | 'negligible'> {
  return { seed, rate: 0.05, dropout: 0.3, minCount: 2, negligible: 0.01 };
}

/** Which label may follow which: an inside label only its own beginning or itself. */
function rulesOf(labels: readonly string[]): Pick<SequenceTraining, 'labels' | 'allowed' | 'allowedStart'> {
  const follows = (before: number, label: number): boolean =>
    label === 0 || label % 2 === 1 || before === label || before === label - 1;
  const allowed = Uint8Array.from(labels.flatMap((_, a) => labels.map((__, b) => (follows(a, b) ? 1 : 0))));
  return { labels, allowed, allowedStart: Uint8Array.from(labels, (_, b) => (follows(0, b) ? 1 : 0)) };
}

function trainCue(documents: readonly Document[], options: TrainingOptions): SequenceModel {
  const examples = documents.flatMap(({ reading: r, labels, corpus }) => {
    const sink = new FeatureSink();
    return paragraphsOf(r).map(({ from, to }) => {
      addCueFeatures(r, from, to, corpus, sink);
      return { rows: sink.take(), labels: labels.subarray(from, to), weight: WEIGHTS.cue[corpus] };
    });
  });
  return trainSequence(examples, {
    ...rulesOf(FIRST_LABELS),
    ...settings(options),
    epochs: options.epochs,
    floor: FLOORS.cue,
  });
}

function paragraphsOf(r: Reading): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let from = 0; from < r.length;) {
    let to = from + 1;
    while (to < r.length && r.paragraph[to] === r.paragraph[from]) to += 1;
    found.push({ from, to });
    from = to;
  }
  return found;
}

function trainSpan(
  documents: readonly Document[],
  looks: readonly FirstLook[],
  options: TrainingOptions,
): SequenceModel {
  const examples = documents.flatMap(({ gold, reading, corpus }, k) => {
    const sink = new FeatureSink();
    return gold.attributions.flatMap((claim) => {
      const cue = goldCue(reading, claim);
      return cue ? [spanExample(reading, cue, looks[k]!, claim, corpus, sink)] : [];
    });
  });
  return trainSequence(examples, {
    ...rulesOf(SECOND_LABELS),
    ...settings(options),
    epochs: options.epochs,
    floor: FLOORS.span,
  });
}

/** The cue of a marked claim as a candidate; null when it has none. */
function goldCue(r: Reading, claim: GoldClaim): CueCandidate | null {
  const span = claim.cue?.[0];
  if (!span) return null;
  const { first, last } = tokensIn(r, span);
  return last < first ? null : { first, last, main: mainToken(r, first, last), probability: 1, alone: false };
}

function spanExample(
  r: Reading,
  cue: CueCandidate,
  look: FirstLook,
  claim: GoldClaim,
  corpus: 0 | 1,
  sink: FeatureSink,
): SequenceExample {
  const { from, to } = windowOf(r, cue.first, cue.last);
  addGivenCueFeatures(r, cue, look, from, to, corpus, sink);
  const labels = new Uint8Array(to - from);
  putLabels(r, labels, from, claim.content, 3);
  putLabels(r, labels, from, claim.source ?? [], 1);
  return { rows: sink.take(), labels: closeGaps(labels), weight: WEIGHTS.span[corpus] };
}

function judgeExamples(document: Document, drafts: readonly Draft[]): SequenceExample[] {
  const { reading: r, corpus, gold } = document;
  const sink = new FeatureSink();
  const company = companyOf(drafts);
  const marked = gold.attributions.map((claim) => ({
    content: runsOf(r, claim.content),
    source: runsOf(r, claim.source ?? []),
  }));
  return drafts.flatMap((draft, k) => {
    const near = company[k];
    if (!near) return [];
    addJudgeFeatures(r, draft, near, corpus, sink);
    const right = marked.some((claim) => isRight(draft, claim));
    return [{ rows: sink.take(), labels: Uint8Array.of(right ? 1 : 0), weight: WEIGHTS.judge[corpus] }];
  });
}

/** Tokens of marked characters. */
export function runsOf(r: Reading, spans: Offsets): Run[] {
  return spans.map((span) => tokensIn(r, span)).filter(({ first, last }) => last >= first);
}

/** Whether half of the content agrees and the sources touch, or both have none. */
export function isRight(
  draft: Draft,
  claim: { readonly content: readonly Run[]; readonly source: readonly Run[] },
): boolean {
  if (overlapOf(draft.content, claim.content) < 0.5) return false;
  if (draft.source.length === 0 || claim.source.length === 0) return draft.source.length === claim.source.length;
  return overlapOf(draft.source, claim.source) > 0;
}
