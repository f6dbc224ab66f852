/** Trouble with the database itself, for pages that stay open: what is wrong with it, and since it was made anew, whether by us. */
import { Dexie } from 'dexie';
import type { LibraryState, Remembered } from '../model/remembered';
import { type Database, database } from './database';
import { stateOf } from './library-state';
import { hasRoom, ROOM_TO_OPEN } from './room';

/**
 * superseded: a newer version of Hearsay took over; this page has closed its connection and must be loaded again.
 * blocked: data is brought up to date as soon as pages of the version before are closed.
 * newer-data: the data is of a newer version, and left alone.
 * full: the disk has no room to open the database without harm.
 * damaged: the browser cannot open the database.
 * emptied: the browser has thrown away what was kept and began anew, which it does with files that it cannot read.
 * shortened: the last that was kept is gone, which happens when the end of a file was lost.
 */
export type StoreTrouble = 'superseded' | 'blocked' | 'newer-data' | 'full' | 'damaged' | 'emptied' | 'shortened';

/** Where it is remembered, apart from the database, how far that has come. */
export interface MarkPlace {
  read(): Promise<Remembered | null>;
  /** Puts in its place what `next` makes of it; one change at a time, in all pages. */
  change(next: (before: Remembered | null) => Remembered | null): Promise<void>;
}

/** Tells what is wrong, and null when it is over; nothing while all is well. Gives the function that ends it. */
export function followTrouble(
  onTrouble: (trouble: StoreTrouble | null) => void,
  place: MarkPlace,
  db: Database = database,
): () => void {
  let current = true;
  let isSuperseded = false;
  const tell = (trouble: StoreTrouble | null) => {
    if (current && !isSuperseded) onTrouble(trouble);
  };
  const superseded = ({ newVersion }: IDBVersionChangeEvent) => {
    // Somebody deletes the database: that is not an update.
    if (newVersion === null || newVersion === 0) return;
    tell('superseded');
    isSuperseded = true;
  };
  const blocked = () => tell('blocked');
  db.on('versionchange', superseded);
  db.on('blocked', blocked);
  void findTrouble(place, db).then(tell);
  return () => {
    current = false;
    db.on('versionchange').unsubscribe(superseded);
    db.on('blocked').unsubscribe(blocked);
  };
}

/** Opens the database, and says what is wrong with it. */
export async function findTrouble(place: MarkPlace, db: Database = database): Promise<StoreTrouble | null> {
  try {
    if (!db.isOpen() && !(await hasRoom(ROOM_TO_OPEN))) return 'full';
    await db.open();
    return await compareStates(place, db);
  } catch (error) {
    const isNewer = error instanceof Error && error.name === Dexie.errnames.Version;
    if (!isNewer) console.error('Hearsay: the database cannot be opened', error);
    return isNewer ? 'newer-data' : 'damaged';
  }
}

/** Remembers how far the database has come, unless the reader has yet to hear that some of it is gone. */
export async function rememberState(place: MarkPlace, db: Database = database): Promise<void> {
  const state = await stateOf(db);
  await place.change((before) => (troubleOf(before, state) ? before : { ...state, missing: null }));
}

/** The reader knows that what was kept is gone: from now on this database is the one there was, and as far as it is. */
export async function acceptLoss(place: MarkPlace, db: Database = database): Promise<void> {
  const state = await stateOf(db);
  await place.change(() => ({ ...state, missing: null }));
}

/** Deletes the database, readable or not; the next use makes a new one. */
export async function startAnew(place: MarkPlace, db: Database = database): Promise<void> {
  db.close({ disableAutoOpen: false });
  await Dexie.delete(db.name);
  await acceptLoss(place, db);
}

/** What is found stays found until the reader knows of it: later writes would hide it. */
async function compareStates(place: MarkPlace, db: Database): Promise<StoreTrouble | null> {
  const state = await stateOf(db);
  let trouble: StoreTrouble | null = null;
  await place.change((before) => {
    trouble = troubleOf(before, state);
    if (before === null || trouble === null) return { ...state, missing: null };
    const missing = before.missing ?? Math.max(0, before.articles - state.articles);
    return trouble === 'shortened' ? { ...before, missing } : before;
  });
  return trouble;
}

/** Each database has a mark of its own; writes are only ever added, however much is deleted. */
function troubleOf(before: Remembered | null, state: LibraryState): StoreTrouble | null {
  if (before === null) return null;
  if (before.mark !== state.mark) return 'emptied';
  return before.missing !== null || state.changes < before.changes ? 'shortened' : null;
}
