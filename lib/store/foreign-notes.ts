/** Notes out of files of other programs: onto the kept articles they belong to, or waiting for them. */
import type { Clipping } from '../model/clipping';
import type { ToRead, WaitingNote } from '../model/elsewhere';
import type { Note } from '../model/note';
import type { LongWork } from '../model/opened-file';
import type { Result } from '../model/result';
import type { Database } from './database';
import { placeNote, sameNoteKey } from './elsewhere';
import { emptyReceipt, type ImportReceipt } from './import-receipt';
import { longWrite, PIECE, type Step } from './long-write';
import { type StoreFailure, read } from './write';

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
  return read(async (tables) => countsOf(await sortNotes(tables, notes, () => {}), notes.length), db);
}

/**
 * Stores the notes, in one transaction. Those on a kept article become notes on it, and bring it back from the trash;
 * the others wait at their address, and the address is put on the list of what is to be read, with its title of `titles`.
 */
export function addForeignNotes(
  notes: readonly WaitingNote[],
  titles: readonly ToRead[],
  work: LongWork = {},
  db?: Database,
): Promise<Result<{ readonly counts: ForeignCounts; readonly receipt: ImportReceipt }, StoreFailure | 'cancelled'>> {
  const titleOf = new Map(titles.map((one) => [one.url, one]));
  return longWrite(
    async (tables, step) => {
      const sorted = await sortNotes(tables, notes, step);
      const receipt = emptyReceipt();
      for (const group of sorted) {
        if (group.clipping) await putOn(tables, group.clipping, group.placed, receipt);
        else await putAside(tables, group, titleOf.get(group.url), receipt);
      }
      return { counts: countsOf(sorted, notes.length), receipt };
    },
    work,
    db,
  );
}

interface Sorted {
  readonly url: string;
  readonly clipping: Clipping | null;
  /** The notes that are not here yet. */
  readonly fresh: readonly WaitingNote[];
  /** The same as they stand on the article, where it is kept. */
  readonly placed: readonly Note[];
}

async function sortNotes(db: Database, notes: readonly WaitingNote[], step: Step): Promise<readonly Sorted[]> {
  const sorted: Sorted[] = [];
  let done = 0;
  for (const [url, all] of Map.groupBy(notes, (note) => note.url)) {
    const clipping = (await db.clippings.where('urls').equals(url).first()) ?? null;
    const here = clipping
      ? await db.notes.where('clippingId').equals(clipping.id).toArray()
      : await db.waiting.where('url').equals(url).toArray();
    const known = new Set(here.map(sameNoteKey));
    const text = clipping ? ((await db.texts.get(clipping.id))?.text ?? '') : '';
    const group = { url, clipping, fresh: new Array<WaitingNote>(), placed: new Array<Note>() };
    for (const note of all) {
      const placed = clipping && placeNote(note, clipping, text);
      const keys = [note, ...(placed ? [placed] : [])].map(sameNoteKey);
      if (keys.every((key) => !known.has(key))) {
        group.fresh.push(note);
        if (placed) group.placed.push(placed);
      }
      for (const key of keys) known.add(key);
      if (++done % PIECE === 0) step(done, notes.length);
    }
    sorted.push(group);
  }
  step(done, notes.length);
  return sorted;
}

async function putOn(db: Database, clipping: Clipping, placed: readonly Note[], receipt: ImportReceipt): Promise<void> {
  if (!placed.length) return;
  await db.notes.bulkPut([...placed]);
  receipt.notes.push(...placed.map(({ id }) => ({ id, revision: 1 })));
  if (clipping.trashedAt) await db.clippings.put({ ...clipping, trashedAt: 0 });
}

async function putAside(
  db: Database,
  { url, fresh }: Sorted,
  title: ToRead | undefined,
  receipt: ImportReceipt,
): Promise<void> {
  if (!fresh.length) return;
  await db.waiting.bulkPut([...fresh]);
  receipt.waiting.push(...fresh.map(({ id }) => id));
  if (!title || (await db.toRead.get(url))) return;
  await db.toRead.put(title);
  receipt.toRead.push(url);
}

function countsOf(sorted: readonly Sorted[], all: number): ForeignCounts {
  const count = (has: boolean) =>
    sorted.filter(({ clipping }) => (clipping !== null) === has).reduce((sum, { fresh }) => sum + fresh.length, 0);
  const [placed, waiting] = [count(true), count(false)];
  return { placed, waiting, known: all - placed - waiting };
}
