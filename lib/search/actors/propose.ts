/**
 * Proposes which actors may be one, for the reader to decide: their names are alike, and what else the articles say of
 * them does not speak against it. A name that many share ("Smith", "A. Ruiz") needs more: the same role, outlet or
 * company. What the reader refused is not proposed again.
 */
import type { ClippingId } from '../../model/ids';
import type { InSteps } from '../../model/in-steps';
import { fold } from '../terms';
import { type Alike, alikePairs, type Likeness } from './alike';
import type { Appearances } from './appearances';
import type { Decided, Groups } from './groups';
import { pairOf } from './name-key';
import type { KnownActor } from './roster';

/** Two actors that may be one. */
export interface Proposal {
  /** Roots; `a` is the one that more is known of. */
  readonly a: string;
  readonly b: string;
  readonly how: Likeness;
  /** The articles where `b` would be meant; null for all. */
  readonly articles: readonly ClippingId[] | null;
  /** What both share: words of roles, outlets, names of others that appear with both. */
  readonly roles: readonly string[];
  readonly outlets: readonly string[];
  readonly company: readonly string[];
  readonly score: number;
}

/** Where the articles come from. */
export type Outlets = ReadonlyMap<ClippingId, string>;

/** What alone is believed of each likeness; weak ones need something besides. */
const BELIEVED: Readonly<Record<Likeness, number>> = {
  spelling: 4,
  wording: 4,
  acronym: 4,
  part: 4,
  order: 3,
  type: 2,
  nickname: 0,
  initial: 0,
  surname: 0,
};

const beliefIn = ({ how, isWeak }: Alike): number => (isWeak ? 0 : BELIEVED[how]);

/** What is not decided by the name needs so much: a role, two others in company, or an outlet and one in company. */
const ENOUGH = 2;

/** Enough for full names that differ in a vowel. */
const LITTLE = 1;

/** Who is named in more articles than this, and in more than this share of all, is nobody's special company. */
const OFTEN = { articles: 20, share: 0.02 };

const MAX_COMPANY = 3;

/** Words of roles that say nothing about who it is. */
const EMPTY_ROLE = new Set('the of for and a former ex deputy senior acting mr mrs ms his her'.split(' '));

const ROWS_A_STEP = 100;

interface Facts {
  readonly articles: Set<ClippingId>;
  readonly outlets: Set<string>;
  readonly roles: Set<string>;
  /** People and organisations in the same articles, by root. */
  readonly company: Set<string>;
}

/** All proposals, the most likely first. */
export function* proposeSame(
  rows: readonly Appearances[],
  outlets: Outlets,
  actors: readonly KnownActor[],
  groups: Groups,
  decided: Decided,
): InSteps<Proposal[]> {
  const byRoot = new Map(actors.map((actor) => [actor.root, actor]));
  const names = yield* namesOf(rows, outlets);
  const candidates = new Map<string, Candidate>();
  yield;
  for (const { a, b, ...alike } of yield* alikePairs(names)) {
    const [x, y] = [a, b].map((at) => byRoot.get(groups.rootOf(names[at]?.key ?? '', null)));
    if (!x || !y || x === y || isRefused(x, y, groups, decided)) continue;
    const id = pairOf(x.root, y.root);
    const before = candidates.get(id);
    if (!before || beliefIn(alike) > beliefIn(before)) candidates.set(id, { ...inOrder(x, y), ...alike });
  }
  const often = seenOften(actors, outlets.size);
  const facts = yield* factsOf(
    rows,
    outlets,
    groups,
    new Set([...candidates.values()].flatMap(({ x, y }) => [x.root, y.root])),
    often,
  );
  yield;
  const nameOf = (root: string) => byRoot.get(root)?.name ?? '';
  const bySurname = Map.groupBy(candidates.values(), ({ y, how }) => (how === 'surname' ? y.root : ''));
  const others = (bySurname.get('') ?? []).flatMap(({ x, y, how, isWeak }) => {
    const [here, there] = [facts.get(x.root), facts.get(y.root)];
    if (!here || !there) return [];
    const shared = sharedOf(here, there, nameOf);
    const meet = how !== 'acronym' && how !== 'type' && [...here.articles].some((id) => there.articles.has(id));
    if (meet || (isWeak && weigh(shared) < (how === 'spelling' && !x.isOneName ? LITTLE : ENOUGH))) return [];
    if (how === 'type' && !isSpeaking(x, y)) return [];
    const score = beliefIn({ how, isWeak }) + weigh(shared);
    return [{ a: x.root, b: y.root, how, articles: null, ...shared, score }];
  });
  bySurname.delete('');
  const rowOf = new Map(rows.map((row) => [row.clippingId, row]));
  const surnames: Proposal[] = [];
  for (const all of bySurname.values()) {
    yield;
    surnames.push(...proposeSurname(all, rowOf, outlets, groups, facts, often, nameOf));
  }
  return [...oneNameEach(others), ...surnames].toSorted(
    (p, q) => q.score - p.score || (p.a + p.b < q.a + q.b ? -1 : 1),
  );
}

interface Candidate extends Alike {
  readonly x: KnownActor;
  readonly y: KnownActor;
}

function seenOften(actors: readonly KnownActor[], articles: number): ReadonlySet<string> {
  const least = Math.max(OFTEN.articles, OFTEN.share * articles);
  return new Set(actors.filter((actor) => actor.articles > least).map(({ root }) => root));
}

/** An acronym stands for one name: of several that it may stand for the one that most speaks for, or none of them. */
function oneNameEach(proposals: readonly Proposal[]): Proposal[] {
  const acronyms = proposals.filter(({ how }) => how === 'acronym');
  const isBeaten = ({ a, b, score }: Proposal) =>
    acronyms.some(
      (other) =>
        other.score >= score &&
        (other.a === a || other.b === b || other.a === b || other.b === a) &&
        !(other.a === a && other.b === b),
    );
  return proposals.filter((one) => one.how !== 'acronym' || !isBeaten(one));
}

/** Each key once, with one way to write it. */
function* namesOf(
  rows: readonly Appearances[],
  outlets: Outlets,
): InSteps<{ readonly key: string; readonly name: string }[]> {
  const names = new Map<string, string>();
  for (const [number, row] of rows.entries()) {
    if (number % ROWS_A_STEP === 0) yield;
    if (!outlets.has(row.clippingId)) continue;
    for (const [at, key] of row.keys.entries()) {
      const name = row.names[at] ?? '';
      const before = names.get(key);
      if (before === undefined || name < before) names.set(key, name);
    }
  }
  return [...names].map(([key, name]) => ({ key, name })).toSorted((x, y) => (x.key < y.key ? -1 : 1));
}

function isRefused(x: KnownActor, y: KnownActor, groups: Groups, { apart }: Decided): boolean {
  const [here, there] = [groups.membersOf(x.root), groups.membersOf(y.root)];
  return here.some((a) => there.some((b) => apart.has(pairOf(a, b))));
}

/** A full name before a single one, then the one that more is known of, then the longer one. */
function inOrder(x: KnownActor, y: KnownActor): { readonly x: KnownActor; readonly y: KnownActor } {
  const isFirst =
    Number(x.isOneName) - Number(y.isOneName) ||
    y.articles - x.articles ||
    y.claims - x.claims ||
    y.name.length - x.name.length ||
    (x.root < y.root ? -1 : 1);
  return isFirst < 0 ? { x, y } : { x: y, y: x };
}

/** One word that is a place and an organisation ("Chelsea") is two things unless both speak; longer names are one. */
function isSpeaking(x: KnownActor, y: KnownActor): boolean {
  return x.name.includes(' ') || (x.claims > 0 && y.claims > 0);
}

function* factsOf(
  rows: readonly Appearances[],
  outlets: Outlets,
  groups: Groups,
  wanted: ReadonlySet<string>,
  often: ReadonlySet<string>,
): InSteps<ReadonlyMap<string, Facts>> {
  const facts = new Map<string, Facts>();
  for (const [number, row] of rows.entries()) {
    if (number % ROWS_A_STEP === 0) yield;
    const outlet = outlets.get(row.clippingId);
    if (outlet === undefined) continue;
    const roots = row.keys.map((key) => groups.rootOf(key, row.clippingId));
    for (const [at, root] of roots.entries()) {
      if (!wanted.has(root)) continue;
      const of = facts.get(root) ?? { articles: new Set(), outlets: new Set(), roles: new Set(), company: new Set() };
      facts.set(root, of);
      of.articles.add(row.clippingId);
      addFacts(of, row, at, outlet, roots, often);
    }
  }
  return facts;
}

function addFacts(
  of: Omit<Facts, 'articles'>,
  row: Appearances,
  at: number,
  outlet: string,
  roots: readonly string[],
  often: ReadonlySet<string>,
) {
  if (outlet !== '') of.outlets.add(outlet);
  for (const word of fold(row.roles[at] ?? '').match(/[\p{L}\p{N}]+/gu) ?? [])
    if (!EMPTY_ROLE.has(word)) of.roles.add(word);
  for (const [i, other] of roots.entries())
    if (i !== at && other !== roots[at] && !often.has(other) && !row.keys[i]?.startsWith('place:'))
      of.company.add(other);
}

type Shared = Pick<Proposal, 'roles' | 'outlets' | 'company'>;

function sharedOf(a: Omit<Facts, 'articles'>, b: Omit<Facts, 'articles'>, nameOf: (root: string) => string): Shared {
  const both = (x: ReadonlySet<string>, y: ReadonlySet<string>) => [...x].filter((one) => y.has(one)).toSorted();
  return {
    roles: both(a.roles, b.roles),
    outlets: both(a.outlets, b.outlets),
    company: both(a.company, b.company).map(nameOf).filter(Boolean).slice(0, MAX_COMPANY),
  };
}

function weigh({ roles, outlets, company }: Shared): number {
  return (roles.length > 0 ? 2 : 0) + (outlets.length > 0 ? 1 : 0) + Math.min(MAX_COMPANY, company.length);
}

/**
 * A surname alone: whom it means may be another in every article, so each article is asked by itself when there are
 * several people of that name. Articles in which nobody stands out are left.
 */
function proposeSurname(
  candidates: readonly { readonly x: KnownActor; readonly y: KnownActor }[],
  rowOf: ReadonlyMap<ClippingId, Appearances>,
  outlets: Outlets,
  groups: Groups,
  facts: ReadonlyMap<string, Facts>,
  often: ReadonlySet<string>,
  nameOf: (root: string) => string,
): Proposal[] {
  const surname = candidates[0]?.y.root ?? '';
  const own = facts.get(surname);
  if (!own) return [];
  const votes = new Map<string, ClippingId[]>();
  let asked = 0;
  for (const id of own.articles) {
    const row = rowOf.get(id);
    if (!row) continue;
    asked += 1;
    const roots = row.keys.map((key) => groups.rootOf(key, row.clippingId));
    const here = { outlets: new Set<string>(), roles: new Set<string>(), company: new Set<string>() };
    addFacts(here, row, roots.indexOf(surname), outlets.get(row.clippingId) ?? '', roots, often);
    const ranked = candidates
      .flatMap(({ x }) => {
        const of = facts.get(x.root);
        // Who is named in full in the same article is another one.
        return of && !of.articles.has(row.clippingId)
          ? [{ root: x.root, weight: weigh(sharedOf(here, of, nameOf)) }]
          : [];
      })
      .toSorted((p, q) => q.weight - p.weight || (p.root < q.root ? -1 : 1));
    const [best, next] = ranked;
    if (!best || best.weight < ENOUGH || best.weight === next?.weight) continue;
    votes.set(best.root, [...(votes.get(best.root) ?? []), row.clippingId]);
  }
  return [...votes].flatMap(([root, articles]): Proposal[] => {
    const of = facts.get(root);
    if (!of) return [];
    const shared = sharedOf(own, of, nameOf);
    const all = articles.length === asked || (candidates.length === 1 && 2 * articles.length >= asked);
    return [
      {
        a: root,
        b: surname,
        how: 'surname',
        articles: all ? null : articles.toSorted(),
        ...shared,
        score: weigh(shared),
      },
    ];
  });
}
