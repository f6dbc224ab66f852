/** Trouble with the database itself, for pages that stay open: what is wrong with it, and since it was made anew, whether by us. */
import { Dexie } from 'dexie';
import { type Database, database } from './database';

/**
 * superseded: a newer version of Hearsay took over; this page has closed its connection and must be loaded again.
 * blocked: data is brought up to date as soon as pages of the version before are closed.
 * newer-data: the data is of a newer version, and left alone.
 * damaged: the browser cannot open the database.
 * emptied: the browser has thrown away what was kept and began anew, which it does with files that it cannot read.
 */
export type StoreTrouble = 'superseded' | 'blocked' | 'newer-data' | 'damaged' | 'emptied';

/** Where it is remembered, apart from the database, which database there was. */
export interface MarkPlace {
  read(): Promise<string | null>;
  write(mark: string): Promise<void>;
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
    await db.open();
    return await compareMarks(place, db);
  } catch (error) {
    const isNewer = error instanceof Error && error.name === Dexie.errnames.Version;
    if (!isNewer) console.error('Hearsay: the database cannot be opened', error);
    return isNewer ? 'newer-data' : 'damaged';
  }
}

/** The reader knows that what was kept is gone: from now on this database is the one there was. */
export async function acceptEmptied(place: MarkPlace, db: Database = database): Promise<void> {
  await place.write(await markOf(db));
}

/** Deletes the database, readable or not; the next use makes a new one. */
export async function startAnew(place: MarkPlace, db: Database = database): Promise<void> {
  db.close({ disableAutoOpen: false });
  await Dexie.delete(db.name);
  await acceptEmptied(place, db);
}

/** Each database has a mark of its own that was made with it; another one than last time is another database. */
async function compareMarks(place: MarkPlace, db: Database): Promise<StoreTrouble | null> {
  const before = await place.read();
  const mark = await markOf(db);
  if (before === null) await place.write(mark);
  return before === null || before === mark ? null : 'emptied';
}

function markOf(db: Database): Promise<string> {
  return db.transaction('rw', db.about, async () => {
    const known = await db.about.get('mark');
    if (known) return known.value;
    const value = crypto.randomUUID();
    await db.about.put({ key: 'mark', value });
    return value;
  });
}
