/**
 * What speaks for and against an actor being meant by a reference: agreement, how lately and how it was met, how
 * often, whether it spoke last, and, for sources with names or nouns in them, how these fit.
 */
import type { FeatureSink } from '../attribution/feature-sink';
import type { Reading } from '../attribution/reading';
import { hashText } from '../learned/hash';
import type { WordForms } from '../learned/word-forms';
import { TAGS, type Tag } from '../tagging/tags';
import type { Segmented } from '../segment/segment';
import { type Candidate, isSubject, topOfName } from './candidates';
import type { Reference, ReferenceKind } from './reference';
import type { Scene } from './scene';
import { type SceneView, addSceneFeatures } from './scene-features';

const KINDS: readonly ReferenceKind[] = [
  'he', 'she', 'it', 'they', 'relative', 'first', 'named', 'definite', 'indefinite', 'absent',
]; // prettier-ignore

/** Who spoke before: candidates (null for a described speaker), newest first, with the paragraph of the claim. */
export interface Spoken {
  readonly candidate: Candidate | null;
  readonly paragraph: number;
  readonly sentence: number;
}

/** What all candidates of one reference share. */
export interface RankContext {
  readonly seg: Segmented;
  readonly r: Reading;
  readonly reference: Reference;
  readonly spoken: readonly Spoken[];
  /** Candidates by the place they were met last, newest first; those of a type the pronoun may mean. */
  readonly recent: readonly Candidate[];
  /** How often the one of these met most often was met, by type. */
  readonly most: readonly number[];
  /** The first of these whose role or name has the word that the reference turns on, -1 for none. */
  readonly sameRole: number;
  /** The speaker of the claim whose content holds the reference, where it is known yet; undefined outside claims. */
  readonly enclosing: Candidate | null | undefined;
  /** Stem of the cue, 0 for a pronoun elsewhere. */
  readonly cueStem: number;
  /** The word that the reference turns on (see `headWordOf`), its hash, and its token, -1 where it is no noun. */
  readonly head: string;
  readonly headNoun: number;
  readonly headAt: number;
  readonly classes: WordClasses;
  readonly scene: Scene;
  readonly view: SceneView;
}

/** Classes of words by token (see `WordForms`): words used alike share them. */
export type WordClasses = Pick<WordForms, 'fine' | 'coarse'>;

/** Features of one candidate; null stands for "no named actor is meant". */
export function addRankFeatures(context: RankContext, candidate: Candidate | null, sink: FeatureSink): void {
  const { reference, r } = context;
  const kind = KINDS.indexOf(reference.kind) * 2 + (reference.claim >= 0 ? 1 : 0);
  const { headNoun } = context;
  const last = context.spoken[0];
  const lastGap = last ? Math.min(4, Math.max(0, (r.paragraph[reference.run.first] ?? 0) - last.paragraph)) : 5;
  if (candidate === null) {
    sink.add(1, kind);
    sink.add(2, kind, headNoun);
    sink.add(3, kind, hashText(context.seg.lowers[reference.run.first] ?? ''));
    sink.add(4, kind, last ? (last.candidate ? 1 : 2) : 0, lastGap);
    sink.add(5, kind, Math.min(4, context.recent.length));
    sink.add(6, kind, context.cueStem);
    sink.add(7, kind, Math.min(5, reference.run.last - reference.run.first));
    sink.add(8, kind, hashText(context.seg.lowers[reference.run.last + 1] ?? ''));
    sink.add(9, kind, hashText(context.seg.lowers[reference.run.first - 1] ?? ''));
    sink.add(10, kind, nearestDistance(context));
    sink.add(
      11,
      kind,
      hashText(context.seg.lowers[reference.run.last + 1] ?? ''),
      hashText(context.seg.lowers[reference.run.last + 2] ?? ''),
    );
    sink.add(12, kind, (r.quote[reference.run.first] ?? -1) >= 0 ? 1 : 0);
    if (reference.kind === 'named') {
      sink.add(13, namesIn(context), headNoun);
      sink.add(14, namesIn(context), hashText(context.seg.lowers[reference.run.first] ?? ''));
      sink.add(15, namesIn(context), context.cueStem);
    }
    addSceneFeatures(kind, context, null, sink);
    sink.endPlace();
    return;
  }
  addAgreement(kind, context, candidate, sink);
  addDistance(kind, context, candidate, sink);
  addSpeech(kind, context, candidate, lastGap, sink);
  if (reference.kind === 'named') addNameInside(context, candidate, headNoun, sink);
  if (reference.run.last > reference.run.first || reference.kind === 'definite' || reference.kind === 'indefinite') {
    addDescription(kind, context, candidate, headNoun, sink);
  }
  addSceneFeatures(kind, context, candidate, sink);
  sink.endPlace();
}

function addAgreement(kind: number, { cueStem, recent }: RankContext, c: Candidate, sink: FeatureSink): void {
  const gender = c.gender === 'he' ? 1 : c.gender === 'she' ? 2 : 0;
  sink.add(20, kind, c.type, gender);
  sink.add(21, kind, c.type);
  if (c.type === 0) {
    sink.add(22, kind, c.firstName);
    sink.add(23, kind, c.firstNameEnd);
  }
  sink.add(24, kind, c.type, cueStem);
  const rivals = recent.slice(0, 6).filter((other) => other !== c && other.type === c.type).length;
  sink.add(25, kind, gender * 8 + Math.min(3, rivals), Math.min(3, Math.max(0, recent.indexOf(c))));
}

function addDistance(kind: number, context: RankContext, c: Candidate, sink: FeatureSink): void {
  const { r, reference, recent } = context;
  const at = reference.run.first;
  const met = c.met.at(-1);
  const rank = recent.indexOf(c);
  const far = distanceTo(context, c);
  const form = met ? (met.form === 'name' ? 0 : met.form === 'pronoun' ? 1 : 2) : 3;
  const subject = met ? (isSubject(r, met.token) ? 1 : 0) : 2;
  const quoted = met ? ((r.quote[met.token] ?? -1) >= 0 ? 1 : 0) : 2;
  const quotedHere = (r.quote[at] ?? -1) >= 0 ? 1 : 0;
  const sameQuote = met && quotedHere && r.quote[met.token] === r.quote[at] ? 1 : 0;
  sink.add(30, kind, far);
  sink.add(31, kind, far, form * 4 + subject);
  sink.add(32, kind, Math.min(6, rank < 0 ? 6 : rank), c.type);
  sink.add(33, kind, Math.min(6, rank < 0 ? 6 : rank), subject * 4 + far);
  sink.add(34, kind, quoted * 4 + quotedHere * 2 + sameQuote, far);
  const count = Math.min(6, c.met.length);
  sink.add(35, kind, count, c.type);
  sink.add(36, kind, count, far);
  const first = c.met[0]?.token ?? c.actor.names[0]?.first ?? at;
  sink.add(37, kind, Math.min(3, r.paragraph[first] ?? 0), c.type);
  const tokens = met ? Math.min(7, Math.floor(Math.log2(1 + at - met.token))) : 8;
  sink.add(38, kind, tokens, c.type);
  const subjectHere = isSubject(r, at) ? 1 : 0;
  sink.add(39, kind, subjectHere * 4 + subject, far);
  const alsoInSentence = c.met.filter(({ token }) => r.sentence[token] === r.sentence[at]).length;
  sink.add(40, kind, Math.min(2, alsoInSentence), subject);
  const previous = c.met.filter(({ token }) => (r.sentence[token] ?? 0) === (r.sentence[at] ?? 0) - 1);
  const asSubject = previous.some(({ token }) => isSubject(r, token)) ? 2 : 0;
  sink.add(41, kind, Math.min(2, previous.length) * 4 + asSubject, c.type);
  sink.add(42, kind, Math.min(12, c.actor.names.length) >> 1, c.type);
  const isMain = isMainOf(context, c);
  sink.add(48, kind, isMain, far);
  sink.add(49, kind, isMain * 8 + Math.min(6, rank < 0 ? 6 : rank), subject);
  sink.add(57, kind, topicOf(r, at, c), isMain);
  sink.add(58, kind, topicOf(r, at, c), far);
  if (met) addSyntax(kind, context, met.token, far, sink);
}

/** Bits: the candidate opens, as its subject, the sentence before, the paragraph of token `at`, the paragraph before. */
function topicOf(r: Reading, at: number, { met }: Candidate): number {
  const sentence = r.sentence[at] ?? 0;
  const paragraph = r.paragraph[at] ?? 0;
  let bits = 0;
  for (let k = met.length - 1; k >= 0; k -= 1) {
    const { token } = met[k]!;
    const own = r.paragraph[token] ?? 0;
    if (own < paragraph - 1) break;
    const there = r.sentence[token] ?? 0;
    const opens = own !== (r.paragraph[(r.sentenceStart[there] ?? 0) - 1] ?? -1);
    if (!isSubject(r, token)) continue;
    if (there === sentence - 1) bits |= 1;
    if (opens) bits |= own === paragraph ? 2 : 4;
  }
  return bits;
}

/** How the place met last and the reference stand in their sentences: a verb's subject and object are seldom the same. */
function addSyntax(kind: number, { r, reference }: RankContext, token: number, far: number, sink: FeatureSink): void {
  const top = topOfName(r, token);
  const here = reference.run.last;
  const relation = r.relation[top] ?? 0;
  const ownRelation = r.relation[here] ?? 0;
  const head = r.head[here] ?? -1;
  const together = head >= 0 && head === r.head[top] ? 1 : head === top ? 2 : r.head[head] === r.head[top] ? 3 : 0;
  sink.add(43, kind, relation, far);
  sink.add(44, kind, ownRelation, relation);
  sink.add(45, kind, together, ownRelation);
  sink.add(46, kind, together * 8 + far, relation);
  const opens = token - (r.sentenceStart[r.sentence[token] ?? 0] ?? 0);
  sink.add(47, kind, Math.min(7, opens), far);
}

/** Sentences back to the place met last: 0 same, 1, 2, 3-4, 5-8, more; 6 is named within the next two sentences, 7 later. */
function distanceTo({ r, reference }: RankContext, c: Candidate): number {
  const here = r.sentence[reference.run.first] ?? 0;
  const met = c.met.at(-1);
  if (!met) {
    const next = c.actor.names[c.next];
    return next && (r.sentence[next.first] ?? 0) - here <= 2 ? 6 : 7;
  }
  const back = here - (r.sentence[met.token] ?? 0);
  return back < 3 ? back : back < 5 ? 3 : back < 9 ? 4 : 5;
}

function nearestDistance(context: RankContext): number {
  const nearest = context.recent[0];
  return nearest ? distanceTo(context, nearest) : 8;
}

function addSpeech(kind: number, context: RankContext, c: Candidate, lastGap: number, sink: FeatureSink): void {
  const { spoken, r, reference } = context;
  const turn = spoken.findIndex(({ candidate }) => candidate === c);
  const when = turn < 0 ? 4 : Math.min(3, turn);
  sink.add(50, kind, when, lastGap);
  sink.add(51, kind, when, distanceTo(context, c));
  const last = spoken[0];
  const sameSentence = last && last.sentence === r.sentence[reference.run.first] ? 1 : 0;
  sink.add(52, kind, when, sameSentence * 8 + lastGap);
  sink.add(53, kind, when, c.type);
  const own = context.enclosing === undefined ? 0 : context.enclosing === c ? 1 : context.enclosing ? 2 : 3;
  sink.add(55, kind, own, (r.quote[reference.run.first] ?? -1) >= 0 ? 1 : 0);
  sink.add(56, kind, own, distanceTo(context, c));
  const share = spoken.slice(0, 8).filter(({ candidate }) => candidate === c).length;
  sink.add(54, kind, Math.min(4, share), when);
}

/** For names inside the source: where the candidate's name stands in it. */
function addNameInside(
  { seg, r, reference, cueStem }: RankContext,
  c: Candidate,
  headNoun: number,
  sink: FeatureSink,
): void {
  const { run } = reference;
  const name = c.actor.names.find(({ first, last }) => last >= run.first && first <= run.last);
  if (!name) {
    sink.add(60, c.type);
    return;
  }
  let commas = 0;
  let prepositions = 0;
  for (let i = run.first; i < name.first; i += 1) {
    if (seg.lowers[i] === ',') commas = 1;
    if (/^(?:of|at|from|in|for|with|by|on|to|including)$/.test(seg.lowers[i] ?? '')) prepositions = 1;
  }
  const after = seg.lowers[name.last + 1] ?? '';
  const ends = name.last === run.last ? 0 : after === ',' ? 1 : /^['’]s?$/.test(after) ? 2 : 3;
  const starts = name.first === run.first ? 1 : 0;
  const otherAfter = hasNameBetween(r, name.last + 1, run.last) ? 1 : 0;
  const otherBefore = hasNameBetween(r, run.first, name.first - 1) ? 1 : 0;
  const place = commas * 8 + prepositions * 4 + otherBefore * 2 + otherAfter;
  sink.add(61, c.type, place, ends * 2 + starts);
  sink.add(62, c.type, ends * 2 + starts);
  sink.add(63, c.type, place);
  sink.add(64, c.type, ends, hashText(after));
  sink.add(
    65,
    c.type,
    r.relation[name.last] ?? 0,
    (r.head[name.last] ?? -1) >= run.first && (r.head[name.last] ?? -1) <= run.last ? 1 : 0,
  );
  sink.add(66, c.type, cueStem, ends * 2 + starts);
  const clause = inClause(r, run.first, name.first) ? 1 : 0;
  const top = topOfName(r, name.last);
  sink.add(67, c.type, clause, place);
  sink.add(68, c.type, (r.relation[top] ?? 0) * 2 + clause, r.relation[r.head[top] ?? -1] ?? 0);
  sink.add(69, c.type, hashText(seg.lowers[name.first - 1] ?? ''), ends * 2 + clause);
  sink.add(59, c.type, headNoun, place * 2 + clause);
}

/** Words after which the rest of a source tells more about its head: "a woman [who] …", "documents [obtained] by …". */
const VERBS = new Set(
  (['VERB', 'VERB.PAST', 'VERB.ING', 'VERB.PART', 'VERB.PRES', 'VERB.3SG', 'PRON.WH', 'ADV.WH'] satisfies Tag[]).map(
    (tag) => TAGS.indexOf(tag) + 1,
  ),
);

function inClause(r: Reading, first: number, token: number): boolean {
  for (let i = first; i < token; i += 1) if (VERBS.has(r.tag[i] ?? 0)) return true;
  return false;
}

/** Bits of the types of names in the source, those of its own phrase and those in a clause about it. */
function namesIn({ r, reference: { run } }: RankContext): number {
  let bits = 0;
  let clause = 0;
  for (let i = run.first; i <= run.last; i += 1) {
    if (VERBS.has(r.tag[i] ?? 0)) clause = 3;
    const type = r.name[i] ?? 0;
    if (type > 0) bits |= 1 << (type - 1 + clause);
  }
  return bits;
}

function hasNameBetween(r: Reading, first: number, last: number): boolean {
  for (let i = first; i <= last; i += 1) if ((r.name[i] ?? 0) > 0) return true;
  return false;
}

/** For sources made of words: whether these are the candidate's role, or part of its name. */
function addDescription(kind: number, context: RankContext, c: Candidate, headNoun: number, sink: FeatureSink): void {
  const { seg, reference, recent, head, sameRole } = context;
  let shared = 0;
  let inName = 0;
  for (let i = reference.run.first; i <= reference.run.last; i += 1) {
    const lower = seg.lowers[i] ?? '';
    if (lower.length < 3) continue;
    if (c.roleWords.has(lower)) shared += 1;
    if (c.actor.words.includes(lower)) inName += 1;
  }
  const isHead = c.roleWords.has(head) ? 1 : 0;
  const headInName = c.actor.words.includes(head) ? 1 : 0;
  const rank = recent.indexOf(c);
  sink.add(70, kind, headNoun, c.type);
  sink.add(71, kind, isHead * 2 + headInName, c.type);
  sink.add(72, kind, Math.min(3, shared) * 4 + Math.min(3, inName), c.type);
  sink.add(73, kind, isHead * 2 + headInName, rank >= 0 && rank === sameRole ? 1 : 0);
  sink.add(74, kind, isHead * 2 + headInName, Math.min(4, Math.max(0, rank)));
  sink.add(75, kind, hashText(seg.lowers[reference.run.first] ?? ''), (isHead * 2 + headInName) * 4 + c.type);
  sink.add(76, headNoun, Math.min(3, Math.max(0, rank)), c.type);
  sink.add(77, headNoun, c.gender === 'he' ? 1 : c.gender === 'she' ? 2 : 0, c.type);
  sink.add(78, kind, headNoun, isMainOf(context, c));
}

/** Whether nobody of its type was met more often. */
function isMainOf({ most }: RankContext, c: Candidate): number {
  return c.met.length >= (most[c.type] ?? 0) ? 1 : 0;
}

/** For `RankContext.most`. */
export function mostMet(recent: readonly Candidate[]): number[] {
  const most = [0, 0, 0];
  for (const { type, met } of recent) most[type] = Math.max(most[type] ?? 0, met.length);
  return most;
}

/** Whether a word stands in what a candidate is called. */
export function isCalled({ roleWords, actor }: Candidate, word: string): boolean {
  return roleWords.has(word) || actor.words.includes(word);
}

/** The token of the last word of the source before a comma, "of", "who" and the like; -1 where there is none. */
export function headTokenOf(seg: Segmented, reference: Reference): number {
  let head = -1;
  for (let i = reference.run.first; i <= reference.run.last; i += 1) {
    const lower = seg.lowers[i] ?? '';
    if (i > reference.run.first && /^(?:,|of|at|from|in|for|with|who|that|which|on|to|by|and|—|–|-|\(|:)$/.test(lower))
      break;
    if (!/^['’]s?$/.test(lower)) head = i;
  }
  return head;
}
