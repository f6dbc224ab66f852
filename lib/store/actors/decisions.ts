import type { ClippingId } from '../../model/ids';
import type { Naming, SameActor } from '../../model/known-actor';
import type { Result } from '../../model/result';
import { type DecisionChange, decisionOn } from '../../search/actors/decide';
import type { Database } from '../database';
import { type StoreFailure, read, write } from '../write';

/**
 * Stores what `change` says, as it was worked out from the decisions of that moment. Gives the change as it was really
 * made: decisions that another page has taken back meanwhile are not in it.
 */
export function changeDecisions(change: DecisionChange, db?: Database): Promise<Result<DecisionChange, StoreFailure>> {
  return write(async (tables) => {
    const pairs = [...change.removed, ...change.put].map(({ pair }) => pair);
    const removed = (await tables.sameActors.bulkGet(pairs)).filter((one) => one !== undefined);
    await tables.sameActors.bulkDelete(pairs);
    await tables.sameActors.bulkPut([...change.put]);
    return { put: change.put, removed: [...new Map(removed.map((one) => [one.pair, one])).values()] };
  }, db);
}

/** All decisions, in no order. */
export function listDecisions(db?: Database): Promise<Result<readonly SameActor[], StoreFailure>> {
  return read((tables) => tables.sameActors.toArray(), db);
}

/**
 * Takes decisions of a file in, inside a transaction of the caller: of two on one pair the later one holds.
 * `idHere` knows the articles of the file that are here under another id. Gives how many were taken.
 */
export async function mergeDecisions(
  db: Database,
  decisions: readonly SameActor[],
  idHere: ReadonlyMap<ClippingId, ClippingId>,
): Promise<number> {
  const plain = ({ name, type, clippingId }: Naming): Naming => ({
    name,
    type,
    clippingId: clippingId && (idHere.get(clippingId) ?? clippingId),
  });
  let taken = 0;
  for (const { a, b, isSame, decidedAt } of decisions) {
    // The pair in the file is not trusted: it is made of both namings.
    const decision = decisionOn(plain(a), plain(b), isSame, decidedAt);
    const here = await db.sameActors.get(decision.pair);
    if (here && here.decidedAt >= decidedAt) continue;
    await db.sameActors.put(decision);
    taken += 1;
  }
  return taken;
}
