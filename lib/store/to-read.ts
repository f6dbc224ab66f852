/** The list of what is to be read: addresses out of files, and those that notes wait at. */
import { liveQuery } from 'dexie';
import type { ToRead, WaitingNote } from '../model/elsewhere';
import type { LongWork } from '../model/opened-file';
import type { Result } from '../model/result';
import { type Database, database } from './database';
import { emptyReceipt, type ImportReceipt } from './import-receipt';
import { inPieces, longWrite } from './long-write';
import { type StoreFailure, read, write } from './write';

/** An address to read, and how many notes wait for its article. */
export interface ToReadEntry extends ToRead {
  readonly notes: number;
}

/** What was taken off the list, to be put back. */
export interface RemovedToRead {
  readonly toRead: readonly ToRead[];
  readonly waiting: readonly WaitingNote[];
}

/** Tells of the whole list, newest first, at once and after every change. Gives the function that ends it. */
export function followToRead(
  onList: (found: Result<readonly ToReadEntry[], StoreFailure>) => void,
  db: Database = database,
): () => void {
  const subscription = liveQuery(() => read(listToRead, db)).subscribe(onList);
  return () => subscription.unsubscribe();
}

async function listToRead(db: Database): Promise<readonly ToReadEntry[]> {
  const waiting = await db.waiting.toArray();
  const byUrl = Map.groupBy(waiting, ({ url }) => url);
  const listed = await db.toRead.toArray();
  const urls = new Set(listed.map(({ url }) => url));
  const unlisted = [...byUrl].flatMap(([url, [first]]) =>
    first && !urls.has(url) ? [{ url, title: '', addedAt: first.createdAt }] : [],
  );
  return [...listed, ...unlisted]
    .map((one) => ({ ...one, notes: byUrl.get(one.url)?.length ?? 0 }))
    .toSorted((a, b) => b.addedAt - a.addedAt || a.url.localeCompare(b.url));
}

/** Which of these addresses are on the list or kept already. */
export function knownAddresses(
  urls: readonly string[],
  db?: Database,
): Promise<Result<ReadonlySet<string>, StoreFailure>> {
  return read((tables) => known(tables, urls), db);
}

/** Puts addresses on the list, all or none; those that are there or kept are passed over. Gives what was added. */
export function addToRead(
  addresses: readonly ToRead[],
  work: LongWork = {},
  db?: Database,
): Promise<Result<ImportReceipt, StoreFailure | 'cancelled'>> {
  return longWrite(
    async (tables, step) => {
      const receipt = emptyReceipt();
      for (const [piece, done] of inPieces(addresses)) {
        const here = await known(
          tables,
          piece.map(({ url }) => url),
        );
        const fresh = piece.filter(({ url }) => !here.has(url));
        await tables.toRead.bulkPut(fresh);
        receipt.toRead.push(...fresh.map(({ url }) => url));
        step(done, addresses.length);
      }
      return receipt;
    },
    work,
    db,
  );
}

/** Takes addresses off the list, with the notes that wait there; gives what was taken. */
export function removeToRead(urls: readonly string[], db?: Database): Promise<Result<RemovedToRead, StoreFailure>> {
  return write(async (tables) => {
    const all = [...urls];
    const toRead = (await tables.toRead.bulkGet(all)).filter((one) => one !== undefined);
    const waiting = await tables.waiting.where('url').anyOf(all).toArray();
    await tables.toRead.bulkDelete(all);
    await tables.waiting.bulkDelete(waiting.map(({ id }) => id));
    return { toRead, waiting };
  }, db);
}

/** Puts back what `removeToRead` took. */
export function restoreToRead({ toRead, waiting }: RemovedToRead, db?: Database): Promise<Result<null, StoreFailure>> {
  return write(async (tables) => {
    await tables.toRead.bulkPut([...toRead]);
    await tables.waiting.bulkPut([...waiting]);
    return null;
  }, db);
}

async function known(db: Database, urls: readonly string[]): Promise<ReadonlySet<string>> {
  const listed = await db.toRead
    .where('url')
    .anyOf([...urls])
    .primaryKeys();
  const wanted = new Set(urls);
  const kept = await db.clippings
    .where('urls')
    .anyOf([...urls])
    .toArray();
  return new Set([...listed, ...kept.flatMap((clipping) => clipping.urls.filter((url) => wanted.has(url)))]);
}
