/**
 * What the article as a whole says for and against an actor: whether it is named in the article's own words or only
 * in what somebody else says, who speaks there, and which nouns stand for whom.
 */
import type { FeatureSink } from '../attribution/feature-sink';
import type { Candidate } from './candidates';
import { isSubject } from './candidates';
import { type RankContext, isCalled } from './rank-features';
import { PLACE, type Scene } from './scene';
import type { NamedActor } from './name';
import type { Reading } from '../attribution/reading';
import type { Run } from '../attribution/draft';

/** How well a noun fits what an actor is called: the word itself, a word used alike, one used nearly alike, none. */
const FIT = { word: 3, alike: 2, nearly: 1, none: 0 } as const;
/** Earlier and later places of a noun that are looked at. */
const MAX_PLACES = 6;
/** Tokens between a noun and a name that belong together: "Ruiz, the mayor of Tarn". */
const BESIDE = 3;
const NEAR = 8;
const MAX_REACH = 60;
/** Tokens back in which a noun is looked for. */
const MAX_BACK = 4000;

/** What all candidates of one reference share; computed once. */
export interface SceneView {
  /** Candidates by the place where the article's own words met them last, newest first. */
  readonly plain: readonly Candidate[];
  /** Those who spoke, the last one first, each once. */
  readonly speakers: readonly (Candidate | null)[];
  /** Which actors' names stand by other places of the noun that the reference turns on, before and after it. */
  readonly before: ReadonlyMap<NamedActor, number>;
  readonly after: ReadonlyMap<NamedActor, number>;
  /** Candidates not met yet, in order of their names. */
  readonly coming: readonly Candidate[];
  /** Classes of that noun: words used alike share them; 0 where there is no noun. */
  readonly fine: number;
  readonly coarse: number;
  /** Whom the noun was found to mean before: undefined where it was not met, null for nobody named. */
  readonly described: Candidate | null | undefined;
  /** The best `FIT` of any candidate outside the reference's own words. */
  readonly bestFit: number;
}

/** Looks at the candidates and places that all features of one reference need. */
export function viewOf(
  context: Omit<RankContext, 'view'>,
  candidates: readonly Candidate[],
  describedBy: ReadonlyMap<number, Candidate | null>,
): SceneView {
  const { reference, recent, spoken, r, headAt, classes, scene } = context;
  const { first, last } = reference.run;
  const lastPlain = new Map(recent.map((c) => [c, plainToken(c, scene.place)] as const));
  const plain = recent
    .filter((c) => (lastPlain.get(c) ?? -1) >= 0)
    .toSorted((a, b) => (lastPlain.get(b) ?? 0) - (lastPlain.get(a) ?? 0));
  const stem = headAt < 0 ? 0 : (r.stem[headAt] ?? 0);
  const before: number[] = [];
  const after: number[] = [];
  if (stem !== 0) {
    for (let i = first - 1; i >= Math.max(0, first - MAX_BACK) && before.length < MAX_PLACES; i -= 1)
      if (r.stem[i] === stem) before.push(i);
    const end = r.sentenceStart[Math.min(r.sentenceStart.length - 1, (r.sentence[last] ?? 0) + 5)] ?? r.length;
    for (let i = last + 1; i < end && after.length < MAX_PLACES; i += 1) if (r.stem[i] === stem) after.push(i);
  }
  const fine = headAt < 0 ? 0 : (classes.fine[headAt] ?? 0);
  const coarse = headAt < 0 ? 0 : (classes.coarse[headAt] ?? 0);
  const outside = candidates.filter((c) => !isInside(scene, c, reference.run));
  return {
    plain,
    speakers: [...new Set(spoken.map(({ candidate }) => candidate))].filter((c) => c === null || recent.includes(c)),
    before: byNearness(scene, r, before),
    after: byNearness(scene, r, after),
    coming: candidates.filter(({ met }) => met.length === 0).toSorted((a, b) => nextToken(a) - nextToken(b)),
    fine,
    coarse,
    described: stem === 0 ? undefined : describedBy.get(stem),
    bestFit: headAt < 0 ? 0 : outside.reduce((best, c) => Math.max(best, fitOf(c, context.head, fine, coarse)), 0),
  };
}

/** Features of one candidate; null stands for "no named actor is meant". `kind` is the kind of reference as a number. */
export function addSceneFeatures(kind: number, context: RankContext, c: Candidate | null, sink: FeatureSink): void {
  const { view } = context;
  const isNoun = context.headAt >= 0;
  if (c === null) {
    sink.add(80, kind, view.plain.length === 0 ? 7 : sentencesBack(context, view.plain[0]));
    sink.add(81, kind, view.speakers.length === 0 ? 2 : view.speakers[0] === null ? 1 : 0);
    if (!isNoun) return;
    const known = view.described === undefined ? 0 : view.described === null ? 1 : 2;
    sink.add(82, kind, view.fine);
    sink.add(83, kind, view.coarse);
    sink.add(84, kind, known);
    sink.add(85, kind, view.bestFit, view.coarse);
    sink.add(86, kind, Math.min(2, view.before.size) * 4 + view.bestFit);
    return;
  }
  addStanding(kind, context, c, sink);
  if (isNoun) addNoun(kind, context, c, sink);
}

function addStanding(kind: number, context: RankContext, c: Candidate, sink: FeatureSink): void {
  const { view, scene, reference, r } = context;
  const at = reference.run.first;
  const here = scene.place[at] ?? 0;
  const rank = rankIn(view.plain, c);
  const back = sentencesBack(context, c);
  const turn = rankIn(view.speakers, c);
  const gender = c.gender === 'he' ? 1 : c.gender === 'she' ? 2 : 0;
  sink.add(87, kind, back, here);
  sink.add(88, kind, rank, c.type);
  sink.add(89, kind, rank * 8 + back, here);
  sink.add(90, kind, rank * 8 + turn, here);
  sink.add(91, kind, turn, c.type);
  sink.add(92, kind, turn * 8 + back);
  sink.add(93, kind, rank, gender);
  const met = c.met.at(-1);
  const there = met ? (scene.place[met.token] ?? 0) : 3;
  sink.add(94, kind, there * 4 + here, back);
  const sources = scene.sources.get(c.actor) ?? [];
  const before = sources.filter((token) => token < at).length;
  const after = sources.length - before;
  sink.add(95, kind, Math.min(3, before) * 4 + Math.min(3, after), c.type);
  sink.add(96, kind, Math.min(3, before) * 4 + Math.min(3, after), rank);
  const next = sources.find((token) => token > reference.run.last);
  const gap = next === undefined ? 4 : Math.min(3, (r.paragraph[next] ?? 0) - (r.paragraph[at] ?? 0));
  const coming = view.coming.indexOf(c);
  sink.add(97, kind, gap, coming < 0 ? rank : 8 + Math.min(3, coming));
  if (coming < 0) return;
  const token = nextToken(c);
  const opens = isSubject(r, token) ? 1 : 0;
  const far = Math.min(3, (r.sentence[token] ?? 0) - (r.sentence[at] ?? 0));
  sink.add(98, kind, Math.min(3, coming) * 8 + far * 2 + opens, c.type);
  sink.add(99, kind, Math.min(3, coming) * 8 + far * 2 + opens, view.coarse);
}

function addNoun(kind: number, context: RankContext, c: Candidate, sink: FeatureSink): void {
  const { view, scene, recent, reference } = context;
  const { fine, coarse } = view;
  const inside = isInside(scene, c, reference.run) ? 1 : 0;
  const fit = fitOf(c, context.head, fine, coarse);
  const rank = Math.min(6, recent.includes(c) ? recent.indexOf(c) : 6);
  sink.add(100, fine, c.type * 2 + inside);
  sink.add(101, kind, coarse, c.type * 2 + inside);
  sink.add(102, coarse, c.type * 8 + rank, inside);
  sink.add(103, coarse, c.gender === 'he' ? 1 : c.gender === 'she' ? 2 : 0, c.type);
  sink.add(104, kind, fit, c.type * 2 + inside);
  sink.add(105, kind, fit * 8 + rank, c.type);
  sink.add(106, kind, fit * 4 + view.bestFit, inside);
  const before = view.before.get(c.actor) ?? 0;
  const after = view.after.get(c.actor) ?? 0;
  sink.add(107, kind, before * 4 + after, c.type);
  sink.add(108, kind, before * 4 + fit, rank);
  sink.add(109, kind, before * 4 + after, coarse);
  const described = view.described === undefined ? 0 : view.described === c ? 1 : view.described ? 2 : 3;
  sink.add(110, kind, described, fit);
  sink.add(111, kind, described, rank);
  sink.add(112, kind, sharesStart(context, c), c.type * 2 + inside);
  sink.add(113, kind, sharesStart(context, c), coarse);
  sink.add(114, kind, coarse, rankIn(view.plain, c) * 4 + c.type);
}

function rankIn(list: readonly (Candidate | null)[], c: Candidate): number {
  const rank = list.indexOf(c);
  return rank < 0 ? 6 : Math.min(5, rank);
}

/** The last token where the article's own words met the candidate, a source included; -1 for none. */
function plainToken({ met }: Candidate, place: Uint8Array): number {
  for (let k = met.length - 1; k >= 0; k -= 1) {
    const token = met[k]?.token ?? 0;
    if (place[token] !== PLACE.content) return token;
  }
  return -1;
}

/** Sentences back to that token: 0 same, 1, 2, 3-4, 5-8, more; 6 for none. */
function sentencesBack({ r, reference, scene }: RankContext, c: Candidate | undefined): number {
  const token = c ? plainToken(c, scene.place) : -1;
  if (token < 0) return 6;
  const back = (r.sentence[reference.run.first] ?? 0) - (r.sentence[token] ?? 0);
  return back < 3 ? Math.max(0, back) : back < 5 ? 3 : back < 9 ? 4 : 5;
}

function nextToken({ actor, next }: Candidate): number {
  return actor.names[next]?.first ?? Infinity;
}

function isInside({ actorAt }: Scene, { actor }: Candidate, { first, last }: Run): boolean {
  for (let i = first; i <= last; i += 1) if (actorAt.get(i) === actor) return true;
  return false;
}

function fitOf(c: Candidate, head: string, fine: number, coarse: number): number {
  if (isCalled(c, head)) return FIT.word;
  if (fine > 0 && c.roleFine.has(fine)) return FIT.alike;
  return coarse > 0 && c.roleCoarse.has(coarse) ? FIT.nearly : FIT.none;
}

/** How near each actor's names come to one of `places`: 3 beside it, 2 near, 1 in the same sentence. */
function byNearness({ actorAt }: Scene, r: Reading, places: readonly number[]): Map<NamedActor, number> {
  const nearness = new Map<NamedActor, number>();
  for (const place of places) {
    for (let i = place - MAX_REACH; i <= place + MAX_REACH; i += 1) {
      const actor = actorAt.get(i);
      if (!actor || r.sentence[i] !== r.sentence[place]) continue;
      const distance = Math.abs(i - place);
      nearness.set(actor, Math.max(nearness.get(actor) ?? 0, distance <= BESIDE ? 3 : distance <= NEAR ? 2 : 1));
    }
  }
  return nearness;
}

const SHARED_START = 5;

/** Whether a word of the reference begins like one of the candidate's name: "the Northish embassy", Northland. */
function sharesStart({ seg, reference }: RankContext, { actor }: Candidate): number {
  for (let i = reference.run.first; i <= reference.run.last; i += 1) {
    const start = (seg.lowers[i] ?? '').slice(0, SHARED_START);
    if (start.length === SHARED_START && /^\p{Lu}/u.test(seg.words[i] ?? ''))
      if (actor.words.some((word) => word.startsWith(start))) return 1;
  }
  return 0;
}
