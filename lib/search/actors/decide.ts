/** The reader's decisions about actors, as changes of the stored ones that can be taken back. */
import type { Naming, SameActor } from '../../model/known-actor';
import { groupKeys, readDecisions } from './groups';
import { pairOf, pointOf } from './name-key';

/** Decisions to store, and those that they put an end to. Taking it back is the same the other way round. */
export interface DecisionChange {
  readonly put: readonly SameActor[];
  readonly removed: readonly SameActor[];
}

/** The decision that two namings are, or are not, one actor. */
export function decisionOn(a: Naming, b: Naming, isSame: boolean, decidedAt: number): SameActor {
  return { pair: pairOf(pointOf(a), pointOf(b)), a, b, isSame, decidedAt };
}

/** Makes one actor of two, each given with all its namings; what told them apart before is forgotten. */
export function joinActors(
  here: readonly Naming[],
  there: readonly Naming[],
  decisions: readonly SameActor[],
  decidedAt: number,
): DecisionChange {
  const [a] = here;
  const [b] = there;
  if (!a || !b) return { put: [], removed: [] };
  const put = decisionOn(a, b, true, decidedAt);
  const [mine, yours] = [pointsOf(here), pointsOf(there)];
  const removed = decisions.filter((one) => one.pair === put.pair || (!one.isSame && crosses(one, mine, yours)));
  return { put: [put], removed };
}

/** Keeps two actors apart for good: they are not proposed again. */
export function keepApart(
  here: Naming,
  there: Naming,
  decisions: readonly SameActor[],
  decidedAt: number,
): DecisionChange {
  const put = decisionOn(here, there, false, decidedAt);
  return { put: [put], removed: decisions.filter(({ pair }) => pair === put.pair) };
}

/**
 * Takes `parts` out of an actor: they become one actor of their own, and `rest` stays one. A part may be a name in one
 * article ("this Smith, here").
 */
export function splitActor(
  parts: readonly Naming[],
  rest: readonly Naming[],
  decisions: readonly SameActor[],
  decidedAt: number,
): DecisionChange {
  const [first] = parts;
  if (!first) return { put: [], removed: [] };
  const [taken, left] = [pointsOf(parts), pointsOf(rest)];
  const ties = decisions.filter((one) => one.isSame && crosses(one, taken, left));
  const apart = rest.map((naming) => decisionOn(first, naming, false, decidedAt));
  const kept = [...without(decisions, [...ties, ...apart]), ...apart];
  // A tie that is gone may have been all that held either side together.
  const put = [...apart, ...mend(parts, kept, decidedAt), ...mend(rest, kept, decidedAt)];
  const pairs = new Set(put.map(({ pair }) => pair));
  return { put, removed: decisions.filter((one) => ties.includes(one) || pairs.has(one.pair)) };
}

/** The change that takes `change` back. */
export function undoOf({ put, removed }: DecisionChange): DecisionChange {
  return { put: removed, removed: put };
}

/** The decisions after a change. */
export function applyChange(decisions: readonly SameActor[], { put, removed }: DecisionChange): SameActor[] {
  return [...without(decisions, [...removed, ...put]), ...put];
}

function mend(rest: readonly Naming[], decisions: readonly SameActor[], decidedAt: number): SameActor[] {
  const [first, ...others] = rest;
  if (!first) return [];
  const groups = groupKeys(rest.filter(({ clippingId }) => clippingId === null).map(pointOf), readDecisions(decisions));
  const together = new Set(groups.membersOf(pointOf(first)));
  return others.flatMap((naming) => {
    if (together.has(pointOf(naming))) return [];
    for (const point of groups.membersOf(pointOf(naming))) together.add(point);
    return [decisionOn(first, naming, true, decidedAt)];
  });
}

function crosses({ a, b }: SameActor, here: ReadonlySet<string>, there: ReadonlySet<string>): boolean {
  const [x, y] = [pointOf(a), pointOf(b)];
  return (here.has(x) && there.has(y)) || (here.has(y) && there.has(x));
}

function without(decisions: readonly SameActor[], gone: readonly SameActor[]): SameActor[] {
  const pairs = new Set(gone.map(({ pair }) => pair));
  return decisions.filter(({ pair }) => !pairs.has(pair));
}

const pointsOf = (namings: readonly Naming[]) => new Set(namings.map(pointOf));
