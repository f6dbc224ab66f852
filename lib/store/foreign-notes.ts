/** Notes out of files of other programs: onto the kept articles they belong to, or waiting for them. */
import type { Clipping } from '../model/clipping';
import type { ToRead, WaitingNote } from '../model/elsewhere';
import type { Result } from '../model/result';
import type { Database } from './database';
import { placeNote, sameNoteKey } from './elsewhere';
import { emptyReceipt, type ImportReceipt } from './import-receipt';
import { type StoreFailure, read, write } from './write';

/** What becomes of foreign notes, in notes. */
export interface ForeignCounts {
  /** On articles that are kept. */
  readonly placed: number;
  /** On articles that are not. */
  readonly waiting: number;
  /** Here already, or twice in the file. */
  readonly known: number;
}

/** What `addForeignNotes` would do; nothing is changed. */
export function previewForeignNotes(
  notes: readonly WaitingNote[],
  db?: Database,
): Promise<Result<ForeignCounts, StoreFailure>> {
  return read(async (tables) => countsOf(await sortNotes(tables, notes), notes.length), db);
}

/**
 * Stores the notes, in one transaction. Those on a kept article become notes on it, and bring it back from the trash;
 * the others wait at their address, and the address is put on the list of what is to be read, with its title of `titles`.
 */
export function addForeignNotes(
  notes: readonly WaitingNote[],
  titles: readonly ToRead[],
  db?: Database,
): Promise<Result<{ readonly counts: ForeignCounts; readonly receipt: ImportReceipt }, StoreFailure>> {
  return write(async (tables) => {
    const sorted = await sortNotes(tables, notes);
    const receipt = emptyReceipt();
    const titleOf = new Map(titles.map((one) => [one.url, one]));
    for (const { url, clipping, fresh } of sorted) {
      if (clipping) await putOn(tables, clipping, fresh, receipt);
      else if (fresh.length) {
        await tables.waiting.bulkPut([...fresh]);
        receipt.waiting.push(...fresh.map(({ id }) => id));
        const title = titleOf.get(url);
        if (!title || (await tables.toRead.get(url))) continue;
        await tables.toRead.put(title);
        receipt.toRead.push(url);
      }
    }
    return { counts: countsOf(sorted, notes.length), receipt };
  }, db);
}

interface Sorted {
  readonly url: string;
  readonly clipping: Clipping | null;
  /** The notes that are not here yet, placed where the article is kept. */
  readonly fresh: readonly WaitingNote[];
}

async function sortNotes(db: Database, notes: readonly WaitingNote[]): Promise<readonly Sorted[]> {
  const sorted: Sorted[] = [];
  for (const [url, all] of Map.groupBy(notes, (note) => note.url)) {
    const clipping = (await db.clippings.where('urls').equals(url).first()) ?? null;
    const here = clipping
      ? await db.notes.where('clippingId').equals(clipping.id).toArray()
      : await db.waiting.where('url').equals(url).toArray();
    const known = new Set(here.map(sameNoteKey));
    const text = clipping ? ((await db.texts.get(clipping.id))?.text ?? '') : '';
    const fresh = all.filter((note) => {
      const keys = [note, ...(clipping ? [placeNote(note, clipping, text)] : [])].map(sameNoteKey);
      const isNew = keys.every((key) => !known.has(key));
      for (const key of keys) known.add(key);
      return isNew;
    });
    sorted.push({ url, clipping, fresh });
  }
  return sorted;
}

async function putOn(
  db: Database,
  clipping: Clipping,
  fresh: readonly WaitingNote[],
  receipt: ImportReceipt,
): Promise<void> {
  if (!fresh.length) return;
  const text = (await db.texts.get(clipping.id))?.text ?? '';
  await db.notes.bulkPut(fresh.map((note) => placeNote(note, clipping, text)));
  receipt.notes.push(...fresh.map(({ id }) => ({ id, revision: 1 })));
  if (clipping.trashedAt) await db.clippings.put({ ...clipping, trashedAt: 0 });
}

function countsOf(sorted: readonly Sorted[], all: number): ForeignCounts {
  const count = (has: boolean) =>
    sorted.filter(({ clipping }) => (clipping !== null) === has).reduce((sum, { fresh }) => sum + fresh.length, 0);
  const [placed, waiting] = [count(true), count(false)];
  return { placed, waiting, known: all - placed - waiting };
}
