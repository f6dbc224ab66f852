/**
 * Says whom each reference means, in order of the text, so that each answer helps the next. A linear ranker scores
 * every actor of the article and "no named actor"; its weights are learned.
 */
import type { Draft } from '../attribution/draft';
import { FeatureSink } from '../attribution/feature-sink';
import type { Reading } from '../attribution/reading';
import { hashText } from '../learned/hash';
import type { FeatureRows } from '../learned/feature-rows';
import { type Weights, scoreRows } from '../learned/weights';
import type { Segmented } from '../segment/segment';
import { type Candidate, toCandidates } from './candidates';
import { Cast } from './cast';
import { speaksThroughAnother } from './deputies';
import type { NamedActor } from './name';
import { type Spoken, type WordClasses, addRankFeatures, headTokenOf, isCalled, mostMet } from './rank-features';
import { type Reference, type ReferenceKind, findReferences } from './reference';
import { sceneOf } from './scene';
import { viewOf } from './scene-features';

/** What the step has learned. */
export interface SpeakerModel {
  readonly ranker: Weights;
  /** Given names by hash: 1 for those of men, -1 for those of women. */
  readonly genders: Weights;
}

/** Whom a reference means. */
export interface Resolved {
  readonly reference: Reference;
  readonly actor: NamedActor | null;
  /** Probability among all candidates, 0 to 1. */
  readonly probability: number;
}

/** One question to the ranker: who is meant; row k of the features is candidate k, the last row "no named actor". */
export interface Question {
  readonly reference: Reference;
  readonly candidates: readonly Candidate[];
  readonly rows: FeatureRows;
}

/** Answers a question with the index of a candidate, -1 for "no named actor", and its probability. */
export type Answer = (question: Question) => { readonly chosen: number; readonly probability: number };

/** References made of words, which turn on a noun. */
const NOUN_KINDS: ReadonlySet<ReferenceKind> = new Set(['named', 'definite', 'indefinite']);
const MAX_CANDIDATES = 30;
const MAX_SPOKEN = 12;

/** Whom the references of an article mean; `answer` decides. Used for reading and, with the right answers, for training. */
export function resolveReferences(
  seg: Segmented,
  r: Reading,
  actors: readonly NamedActor[],
  claims: readonly Draft[],
  genders: Weights,
  classes: WordClasses,
  answer: Answer,
): Resolved[] {
  const cast = new Cast(toCandidates(seg, actors, genders, classes));
  const scene = sceneOf(r, claims, actors);
  const describedBy = new Map<number, Candidate | null>();
  const spoken: Spoken[] = [];
  const speakerOf = new Map<Draft, Candidate | null>();
  const sink = new FeatureSink();
  const around = claimsByToken(claims);
  return findReferences(seg, r, claims).map((reference) => {
    cast.readUpTo(reference.kind === 'named' ? reference.run.last + 1 : reference.run.first);
    const isPossible = (candidate: Candidate) =>
      !isExcluded(reference, candidate) && !speaksThroughAnother(seg, reference, candidate.actor);
    const recent = cast.met(isPossible);
    const fitting = recent.filter((candidate) => mayMean(reference, candidate));
    const coming = cast.coming((token) => isNear(r, reference, token), isPossible);
    const candidates = [...recent.slice(0, MAX_CANDIDATES), ...coming];
    const claim = claims[reference.claim];
    const cueStem = claim && !claim.cue.alone ? (r.stem[claim.cue.main] ?? 0) : 0;
    const headToken = headTokenOf(seg, reference);
    const head = seg.lowers[headToken] ?? '';
    const headAt = NOUN_KINDS.has(reference.kind) ? headToken : -1;
    const shared = {
      seg,
      head,
      headNoun: hashText(head),
      headAt,
      classes,
      scene,
      r,
      reference,
      spoken,
      recent: fitting,
      most: mostMet(fitting),
      sameRole: fitting.findIndex((candidate) => isCalled(candidate, head)),
      cueStem,
      enclosing: enclosingSpeaker(claims, around, speakerOf, reference),
    };
    const context = { ...shared, view: viewOf(shared, candidates, describedBy) };
    for (const candidate of candidates) addRankFeatures(context, candidate, sink);
    addRankFeatures(context, null, sink);
    const { chosen, probability } = answer({ reference, candidates, rows: sink.take() });
    const candidate = candidates[chosen] ?? null;
    if (candidate && reference.kind !== 'named' && reference.kind !== 'absent') {
      const form = reference.kind === 'definite' || reference.kind === 'indefinite' ? 'description' : 'pronoun';
      cast.meet(candidate, reference.run.first, form);
      if (reference.kind === 'he' || reference.kind === 'she') candidate.called[reference.kind] += 1;
    }
    if (headAt >= 0) describedBy.set(r.stem[headAt] ?? 0, candidate);
    if (reference.claim >= 0) {
      if (claim) speakerOf.set(claim, candidate);
      const at = reference.run.first;
      spoken.unshift({ candidate, paragraph: lastParagraph(r, claim), sentence: r.sentence[at] ?? 0 });
      if (spoken.length > MAX_SPOKEN) spoken.pop();
    }
    return { reference, actor: candidate?.actor ?? null, probability };
  });
}

/** By token, the claims whose content holds it, in order. */
function claimsByToken(claims: readonly Draft[]): ReadonlyMap<number, readonly number[]> {
  const byToken = new Map<number, number[]>();
  for (const [k, { content }] of claims.entries()) {
    for (const { first, last } of content) {
      for (let i = first; i <= last; i += 1) {
        const there = byToken.get(i);
        if (there) there.push(k);
        else byToken.set(i, [k]);
      }
    }
  }
  return byToken;
}

/** Speaker of the claim whose content holds the reference; undefined where there is none or it is not known yet. */
function enclosingSpeaker(
  claims: readonly Draft[],
  byToken: ReadonlyMap<number, readonly number[]>,
  speakerOf: ReadonlyMap<Draft, Candidate | null>,
  { run, claim }: Reference,
): Candidate | null | undefined {
  const k = byToken
    .get(run.first)
    ?.find(
      (other) =>
        other !== claim && claims[other]?.content.some(({ first, last }) => first <= run.first && run.last <= last),
    );
  const around = k === undefined ? undefined : claims[k];
  return around && speakerOf.get(around);
}

function lastParagraph(r: Reading, claim: Draft | undefined): number {
  return claim ? (r.paragraph[claim.content.at(-1)?.last ?? claim.cue.last] ?? 0) : 0;
}

function isNear(r: Reading, reference: Reference, token: number): boolean {
  return (r.sentence[token] ?? 0) - (r.sentence[reference.run.first] ?? 0) <= 3;
}

/** So many pronouns of one gender and none of the other settle it. */
const SETTLED = 2;

/** What grammar rules out: "he" and "she" mean persons not known to be of the other gender, "it" means none. */
function isExcluded({ kind }: Reference, { type, gender, genderIsSure, called }: Candidate): boolean {
  if (kind === 'it') return type === 0;
  if (kind !== 'he' && kind !== 'she') return false;
  const other = kind === 'he' ? 'she' : 'he';
  return (genderIsSure && gender === other) || (called[other] >= SETTLED && called[kind] === 0);
}

function mayMean({ kind }: Reference, { type, gender }: Candidate): boolean {
  if (kind === 'he') return type === 0 && gender !== 'she';
  if (kind === 'she') return type === 0 && gender !== 'he';
  return kind !== 'it' || type !== 0;
}

/** The answer of learned weights: a softmax over the scores of all candidates. */
export function learnedAnswer(weights: Weights): Answer {
  return ({ candidates, rows }) => {
    const scores = scoreRows(weights, rows);
    let best = candidates.length;
    for (let k = 0; k < candidates.length; k += 1) if ((scores[k] ?? 0) > (scores[best] ?? 0)) best = k;
    const top = scores[best] ?? 0;
    let sum = 0;
    for (let k = 0; k <= candidates.length; k += 1) sum += Math.exp((scores[k] ?? 0) - top);
    return { chosen: best === candidates.length ? -1 : best, probability: 1 / sum };
  };
}
