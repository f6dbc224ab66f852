import { liveQuery } from 'dexie';
import type { ClippingId } from '../../model/ids';
import type { SameActor } from '../../model/known-actor';
import type { Result } from '../../model/result';
import type { Appearances, SpokenClaims } from '../../search/actors/appearances';
import { type Database, database } from '../database';
import { type StoreFailure, read } from '../write';

/** What a roster is made of: the trash is in it too. */
export interface StoredActors {
  readonly rows: readonly Appearances[];
  readonly decisions: readonly SameActor[];
}

/** Gives who appears where, and what was decided, at once and after every change. Gives the function that ends it. */
export function followActors(
  onFound: (found: Result<StoredActors, StoreFailure>) => void,
  db: Database = database,
): () => void {
  const ask = () =>
    read(async (tables): Promise<StoredActors> => {
      const [rows, decisions] = await Promise.all([tables.appearances.toArray(), tables.sameActors.toArray()]);
      return { rows, decisions };
    }, db);
  const subscription = liveQuery(ask).subscribe(onFound);
  return () => subscription.unsubscribe();
}

/** The claims of these articles whose speaker is named; articles that are gone are left out. */
export function spokenIn(
  ids: readonly ClippingId[],
  db?: Database,
): Promise<Result<readonly SpokenClaims[], StoreFailure>> {
  return read(async (tables) => (await tables.spoken.bulkGet([...ids])).filter((one) => one !== undefined), db);
}
