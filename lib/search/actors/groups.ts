/**
 * Who is one actor: points (a key, or a key in one article) joined by what the reader decided, and by themselves only
 * where it is sure. What the reader told apart is never joined, whatever lies between.
 */
import type { SameActor } from '../../model/known-actor';
import { nearKey, pairOf, partsOf, pointOf, readPoint } from './name-key';
import { isSurelyFullerOrShorter, personName } from './person-name';

/** Which points are one actor. */
export interface Groups {
  /** The point that stands for the actor whom this key means in this article; a point is asked with its article or null. */
  rootOf(key: string, clippingId: string | null): string;
  /** All points joined to this one, itself among them, in order. */
  membersOf(point: string): readonly string[];
}

/** Decisions as pairs of points. */
export interface Decided {
  readonly same: readonly (readonly [string, string])[];
  readonly apart: ReadonlySet<string>;
  /** Points of one article that some decision names: there the key alone does not tell who is meant. */
  readonly placed: ReadonlySet<string>;
}

/** Reads the decisions, the latest first; the order they are given in does not matter. */
export function readDecisions(decisions: readonly SameActor[]): Decided {
  const latestFirst = decisions.toSorted((x, y) => y.decidedAt - x.decidedAt || (x.pair < y.pair ? -1 : 1));
  const pairs = latestFirst.map(({ a, b, isSame }) => ({ a: pointOf(a), b: pointOf(b), isSame }));
  return {
    same: pairs.flatMap(({ a, b, isSame }) => (isSame ? [[a, b] as const] : [])),
    apart: new Set(pairs.flatMap(({ a, b, isSame }) => (isSame ? [] : [pairOf(a, b)]))),
    placed: new Set(pairs.flatMap(({ a, b }) => [a, b]).filter((point) => readPoint(point).clippingId !== null)),
  };
}

/** Joins these keys; keys that only decisions know take part too. */
export function groupKeys(keys: Iterable<string>, decided: Decided): Groups {
  const parent = new Map<string, string>();
  const members = new Map<string, string[]>();
  const rivals = rivalsOf(decided.apart);

  const find = (point: string): string => {
    let root = point;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    for (let at = point; at !== root;) {
      const next = parent.get(at) ?? root;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  const membersOf = (point: string) => members.get(find(point)) ?? [point];
  const join = (a: string, b: string) => {
    const [x, y] = [find(a), find(b)].toSorted();
    if (x === undefined || y === undefined || x === y) return;
    const [here, there] = [membersOf(x), membersOf(y)];
    const [few, many] = here.length < there.length ? [here, there] : [there, here];
    const others = new Set(many);
    if (few.some((point) => rivals.get(point)?.some((rival) => others.has(rival)))) return;
    parent.set(y, x);
    members.set(x, [...here, ...there].toSorted());
    members.delete(y);
  };

  for (const [a, b] of decided.same) join(a, b);
  const known = new Set(keys);
  for (const point of [...decided.same.flat(), ...decided.placed]) known.add(readPoint(point).key);
  for (const [a, b] of surePairs(known)) join(a, b);

  return {
    rootOf: (key, clippingId) => {
      if (clippingId === null || decided.placed.size === 0) return find(key);
      const placed = `${key}@${clippingId}`;
      return find(decided.placed.has(placed) ? placed : key);
    },
    membersOf,
  };
}

function rivalsOf(apart: ReadonlySet<string>): Map<string, string[]> {
  const rivals = new Map<string, string[]>();
  for (const pair of apart) {
    const [a = '', b = ''] = pair.split('|');
    rivals.set(a, [...(rivals.get(a) ?? []), b]);
    rivals.set(b, [...(rivals.get(b) ?? []), a]);
  }
  return rivals;
}

/**
 * Full names that are one another with more or fewer initials, in order. Where two of them exclude each other ("Ana M.
 * Ruiz", "Ana K. Ruiz") nobody knows whom the short form means: then only equal ones are joined.
 */
function surePairs(keys: ReadonlySet<string>): (readonly [string, string])[] {
  const near = Map.groupBy(keys, nearKey);
  const alike = [...near].filter(([, keysOfOne]) => keysOfOne.length > 1).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return alike.flatMap(([, keysOfOne]) => {
    const sorted = keysOfOne.toSorted();
    const names = sorted.map((key) => personName(partsOf(key).words));
    const pairs = sorted.flatMap((a, i) =>
      sorted.slice(i + 1).map((b, j) => ({ a, b, x: names[i], y: names[i + 1 + j] })),
    );
    const agreeing = pairs.filter(({ x, y }) => x && y && isSurelyFullerOrShorter(x, y));
    const joined = agreeing.length === pairs.length ? agreeing : agreeing.filter(({ a, b }) => bare(a) === bare(b));
    return joined.map(({ a, b }) => [a, b] as const);
  });
}

const bare = (key: string) => key.replaceAll(/[- ]/g, '');
