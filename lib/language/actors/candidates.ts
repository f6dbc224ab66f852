/** What the ranker remembers of an actor while it reads: where it was met, and what kind of name it bears. */
import type { Reading } from '../attribution/reading';
import { hashText } from '../learned/hash';
import type { Weights } from '../learned/weights';
import { relationIds } from '../attribution/subject';
import type { Segmented } from '../segment/segment';
import { type Gender, type KnownGender, genderOf } from './gender';
import type { NamedActor } from './name';
import type { WordClasses } from './rank-features';
import { roleBefore } from './role-of';

/** One place where an actor was met so far. */
export interface Met {
  readonly token: number;
  readonly form: 'name' | 'pronoun' | 'description';
}

export interface Candidate {
  /** Its place among all candidates. */
  readonly index: number;
  readonly actor: NamedActor;
  /** 0 person, 1 organisation, 2 place */
  readonly type: number;
  readonly gender: Gender;
  /** Whether the gender rules pronouns out, or only speaks against them. */
  readonly genderIsSure: boolean;
  /** Hashes of the first name and of its end, 0 where it is no person with two names. */
  readonly firstName: number;
  readonly firstNameEnd: number;
  readonly roleWords: ReadonlySet<string>;
  /** Classes of these words: others that are used alike share them. */
  readonly roleFine: ReadonlySet<number>;
  readonly roleCoarse: ReadonlySet<number>;
  /** How often "he" and "she" were found to mean this actor so far. */
  readonly called: { he: number; she: number };
  /** In order; names are put in as the reading passes them. */
  readonly met: Met[];
  /** Index of the next name not yet passed. */
  next: number;
}

const TYPES = { person: 0, organization: 1, place: 2 } as const;

const NO_GENDER: KnownGender = { gender: 'unknown', sure: false };

/** One candidate an actor, nothing met yet. */
export function toCandidates(
  seg: Segmented,
  actors: readonly NamedActor[],
  genders: Weights,
  classes: WordClasses,
): Candidate[] {
  const tokenOf = new Map(seg.lowers.map((lower, i) => [lower, i] as const));
  return actors.map((actor, index) => {
    const first = actor.type === 'person' && actor.words.length > 1 ? (actor.words[0] ?? '') : '';
    const roleWords = roleWordsOf(seg, actor);
    const places = [...roleWords, ...(actor.type === 'person' ? [] : actor.words)].flatMap((w) => tokenOf.get(w) ?? []);
    const { gender, sure } = actor.type === 'person' ? genderOf(seg, actor, genders) : NO_GENDER;
    return {
      index,
      actor,
      type: TYPES[actor.type],
      gender,
      genderIsSure: sure,
      called: { he: 0, she: 0 },
      firstName: first ? hashText(first) : 0,
      firstNameEnd: first ? hashText(first.slice(-2)) : 0,
      roleWords,
      roleFine: new Set(places.map((i) => classes.fine[i] ?? 0)),
      roleCoarse: new Set(places.map((i) => classes.coarse[i] ?? 0)),
      met: [],
      next: 0,
    };
  });
}

function roleWordsOf(seg: Segmented, actor: NamedActor): Set<string> {
  const words = new Set<string>();
  for (const name of actor.names) {
    for (const word of roleBefore(seg, name)
      .toLowerCase()
      .split(/[^\p{L}]+/u))
      if (word.length > 2) words.add(word);
    // "Ana Ruiz, head of the port union": words of the apposition
    if (seg.lowers[name.last + 1] !== ',') continue;
    for (let i = name.last + 2; i < name.last + 10 && /^[\p{L}'’-]+$/u.test(seg.lowers[i] ?? ''); i += 1) {
      const word = seg.lowers[i] ?? '';
      if (i === name.last + 2 && /^(?:who|which|said|whose|where|and|but)$/.test(word)) break;
      if (word.length > 3) words.add(word);
    }
  }
  return words;
}

/** Relations inside a name: a name is a subject when the word it hangs on through these is one. */
const INSIDE_NAME = relationIds(['compound', 'flat', 'fixed', 'appos', 'nmod:unmarked']);
const SUBJECTS = relationIds(['nsubj', 'nsubj:pass', 'csubj']);

/** The token through which the name at `token` hangs in its sentence: the word that governs the other words of the name. */
export function topOfName(r: Reading, token: number): number {
  let at = token;
  for (let step = 0; step < 4 && INSIDE_NAME.has(r.relation[at] ?? 0); step += 1) at = r.head[at] ?? at;
  return at;
}

/** Whether a token stands where subjects stand: by the tree, else among the first six of its sentence. */
export function isSubject(r: Reading, token: number): boolean {
  if ((r.relation[token] ?? 0) === 0) return token - (r.sentenceStart[r.sentence[token] ?? 0] ?? 0) < 6;
  return SUBJECTS.has(r.relation[topOfName(r, token)] ?? 0);
}
