/**
 * Says who speaks: the actor meant by the source of each claim, through names, surnames, pronouns, descriptions and
 * quotations that carry on. A source that only describes ("analysts") stays without an actor.
 */
import type { Draft, Run } from '../attribution/draft';
import type { Reading } from '../attribution/reading';
import type { Segmented } from '../segment/segment';
import { type Gender, genderOf } from './gender';
import type { NamedActor } from './merge-names';
import type { NameSpan } from './name';
import { type PronounKind, pronounKind } from './pronouns';
import { roleBefore } from './role-of';

/** How the speaker of a claim was found. */
export interface Speaker {
  readonly actor: NamedActor | null;
  readonly by: 'name' | 'pronoun' | 'description' | 'carried' | 'described' | 'unknown';
}

interface Known {
  readonly actor: NamedActor;
  readonly gender: Gender;
  readonly roles: ReadonlySet<string>;
}

const GROUP_NOUN =
  /^(?:ministry|government|agency|company|firm|group|party|court|committee|commission|council|department|office|police|union|bank|university|team|club|association|organisation|organization|watchdog|regulator|newspaper|paper|outlet|network|bureau|board|institute|authority|body|country|city|state|nation|administration|force|army|military|foundation|think|charity|airline|broadcaster|publication|report|statement)$/;

/** Speakers of the claims, one a claim, in their order. */
export function resolveSpeakers(
  seg: Segmented,
  r: Reading,
  actors: readonly NamedActor[],
  claims: readonly Draft[],
): Speaker[] {
  const known = actors.map((actor) => ({
    actor,
    gender: actor.type === 'person' ? genderOf(seg, actor) : 'unknown',
    roles: rolesOf(seg, actor),
  }));
  const speakers: Speaker[] = [];
  for (const claim of claims) speakers.push(speakerOf(seg, r, known, claim, speakers, claims));
  return speakers;
}

function rolesOf(seg: Segmented, actor: NamedActor): Set<string> {
  const roles = actor.names.flatMap((name) => roleBefore(seg, name).toLowerCase().split(/\s+/));
  return new Set(roles.filter((word) => word.length > 2));
}

function speakerOf(
  seg: Segmented,
  r: Reading,
  known: readonly Known[],
  claim: Draft,
  before: readonly Speaker[],
  claims: readonly Draft[],
): Speaker {
  const source = claim.source[0];
  const last = before.length - 1;
  const near = last >= 0 && distanceInParagraphs(r, claims[last], claim) <= 2 ? before[last] : undefined;
  if (!source) {
    return near?.actor ? { actor: near.actor, by: 'carried' } : { actor: null, by: 'unknown' };
  }
  const named = namedIn(seg, known, source);
  if (named) return { actor: named, by: 'name' };
  const head = seg.lowers[source.first] ?? '';
  const kind = source.first === source.last ? pronounKind(head) : null;
  if (kind) return byPronoun(r, known, source, kind, near);
  return byDescription(seg, known, source, near);
}

function distanceInParagraphs(r: Reading, a: Draft | undefined, b: Draft): number {
  if (!a) return Infinity;
  return (r.paragraph[b.cue.first] ?? 0) - (r.paragraph[a.content.at(-1)?.last ?? a.cue.first] ?? 0);
}

/** The actor named in the source: the last person before a comma, else the first name. */
function namedIn(seg: Segmented, known: readonly Known[], source: Run): NamedActor | null {
  const inside = known
    .flatMap(({ actor }) => actor.names.map((name) => ({ actor, name })))
    .filter(({ name }) => name.first <= source.last && name.last >= source.first)
    .toSorted((a, b) => a.name.first - b.name.first);
  const comma = firstComma(seg, source);
  const front = inside.filter(({ name }) => name.first < comma);
  const persons = front.filter(({ actor }) => actor.type === 'person');
  return (persons.at(-1) ?? front[0] ?? inside[0])?.actor ?? null;
}

function firstComma(seg: Segmented, source: Run): number {
  for (let i = source.first; i <= source.last; i += 1) if (seg.lowers[i] === ',') return i;
  return source.last + 1;
}

function byPronoun(
  r: Reading,
  known: readonly Known[],
  source: Run,
  kind: PronounKind,
  near: Speaker | undefined,
): Speaker {
  if (kind === 'first') return { actor: null, by: 'described' };
  const fits = (k: Known): boolean => {
    if (kind === 'he' || kind === 'she')
      return k.actor.type === 'person' && (k.gender === 'unknown' || k.gender === kind);
    if (kind === 'it') return k.actor.type !== 'person';
    return true;
  };
  if (kind === 'they' && near?.by === 'described') return near;
  const candidates = known.filter(fits).flatMap((k) => {
    const name = lastBefore(k.actor, source.first);
    if (!name) return [];
    const spoke = near?.actor === k.actor ? 25 : 0;
    const opens = name.first - (r.sentenceStart[r.sentence[name.first] ?? 0] ?? 0) < 6 ? 12 : 0;
    const gender = k.gender === kind ? 10 : 0;
    const plural = kind === 'they' && k.actor.type === 'person' ? -40 : 0;
    return [
      {
        actor: k.actor,
        score: name.first - source.first + spoke + opens + gender + plural + 2 * Math.min(8, k.actor.names.length),
      },
    ];
  });
  candidates.sort((a, b) => b.score - a.score);
  return { actor: candidates[0]?.actor ?? null, by: candidates[0] ? 'pronoun' : 'described' };
}

function lastBefore(actor: NamedActor, token: number): NameSpan | undefined {
  return actor.names.findLast((name) => name.last < token);
}

function byDescription(seg: Segmented, known: readonly Known[], source: Run, near: Speaker | undefined): Speaker {
  const definite = /^(?:the|his|her|its|their|this|that)$/.test(seg.lowers[source.first] ?? '');
  const words = Array.from({ length: source.last - source.first + 1 }, (_, k) => seg.lowers[source.first + k] ?? '');
  if (!definite) return { actor: null, by: 'described' };
  const matches = known.filter(({ actor, roles }) => {
    if (!lastBefore(actor, source.first)) return false;
    return words.some(
      (word) => word.length > 3 && (roles.has(word) || (actor.type === 'organization' && actor.words.includes(word))),
    );
  });
  const nearest = matches.toSorted(
    (a, b) => (lastBefore(b.actor, source.first)?.first ?? 0) - (lastBefore(a.actor, source.first)?.first ?? 0),
  )[0];
  if (nearest) return { actor: nearest.actor, by: 'description' };
  if (words.some((word) => GROUP_NOUN.test(word)) && near?.actor && near.actor.type !== 'person') {
    return { actor: near.actor, by: 'description' };
  }
  return { actor: null, by: 'described' };
}
