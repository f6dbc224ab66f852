import { liveQuery } from 'dexie';
import type { ClippingId } from '../../model/ids';
import type { SameActor } from '../../model/known-actor';
import type { Result } from '../../model/result';
import type { Appearances, SpokenClaims } from '../../search/actors/appearances';
import { type Database, database } from '../database';
import { type StoreFailure, read } from '../write';
import type { StoredAppearances } from './put-appearances';

/** What a roster is made of: the trash is in it too. */
export interface StoredActors {
  readonly rows: readonly Appearances[];
  readonly decisions: readonly SameActor[];
}

/** Rows read at once: more would hold up the page that reads them. */
const BATCH = 500;

/**
 * Gives who appears where, and what was decided, at once and after every change, of which only what changed is read.
 * Gives the function that ends it.
 */
export function followActors(
  onFound: (found: Result<StoredActors, StoreFailure>) => void,
  db: Database = database,
): () => void {
  const known = new Map<ClippingId, StoredAppearances>();
  const sameWords = new Map<string, string>();
  const ask = () =>
    read(async (tables): Promise<StoredActors> => {
      await readNewer(tables, known, sameWords);
      await dropGone(tables, known, sameWords);
      return { rows: [...known.values()], decisions: await tables.sameActors.toArray() };
    }, db);
  const subscription = liveQuery(ask).subscribe(onFound);
  return () => subscription.unsubscribe();
}

type Known = Map<ClippingId, StoredAppearances>;

async function readNewer({ appearances }: Database, known: Known, sameWords: Map<string, string>): Promise<void> {
  let seen = 0;
  for (const { revision } of known.values()) seen = Math.max(seen, revision);
  for (;;) {
    const rows = await appearances.where('revision').above(seen).limit(BATCH).toArray();
    for (const row of rows) known.set(row.clippingId, shared(row, sameWords));
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    seen = last.revision;
  }
}

/** Rows of articles that were erased go; what was missed on the way is read. */
async function dropGone({ appearances }: Database, known: Known, sameWords: Map<string, string>): Promise<void> {
  const stored = new Set(await appearances.toCollection().primaryKeys());
  for (const id of known.keys()) if (!stored.has(id)) known.delete(id);
  const missing = [...stored].filter((id) => !known.has(id));
  for (const row of await appearances.bulkGet(missing)) if (row) known.set(row.clippingId, shared(row, sameWords));
}

/** The row with each text that another row has, too, as that same string: thousands of articles name the same few. */
function shared(row: StoredAppearances, sameWords: Map<string, string>): StoredAppearances {
  const share = (words: string) => {
    const same = sameWords.get(words);
    if (same === undefined) sameWords.set(words, words);
    return same ?? words;
  };
  return {
    ...row,
    keys: row.keys.map(share),
    nears: row.nears.map(share),
    names: row.names.map(share),
    roles: row.roles.map(share),
  };
}

/** The claims of these articles whose speaker is named; articles that are gone are left out. */
export function spokenIn(
  ids: readonly ClippingId[],
  db?: Database,
): Promise<Result<readonly SpokenClaims[], StoreFailure>> {
  return read(async (tables) => (await tables.spoken.bulkGet([...ids])).filter((one) => one !== undefined), db);
}
