/** What an import has put into the store, so that it can be taken back while nothing was built on it. */
import type { Table } from 'dexie';
import type { Code } from '../model/code';
import type { ClippingId, CorrectionId, NoteId } from '../model/ids';
import type { SameActor } from '../model/known-actor';
import type { Note } from '../model/note';
import type { LongWork } from '../model/opened-file';
import type { Result } from '../model/result';
import { putActors } from './actors/put-actors';
import type { Database } from './database';
import { inPieces, longWrite, type Step } from './long-write';
import { eraseAll } from './trash';
import type { StoreFailure } from './write';

export interface ImportReceipt {
  readonly clippings: ClippingId[];
  /** Notes as they were put in; one that was changed since stays. */
  readonly notes: { readonly id: NoteId; readonly revision: number }[];
  /** Older notes that were replaced. */
  readonly replaced: Note[];
  readonly corrections: CorrectionId[];
  /** Articles that were here and were judged on by the file. */
  readonly corrected: ClippingId[];
  readonly versions: [ClippingId, string][];
  readonly toRead: string[];
  readonly waiting: NoteId[];
  readonly codes: Code[];
  /** Decisions on actors that were put in, and those in whose place. */
  readonly sameActors: SameActor[];
  readonly replacedSameActors: SameActor[];
}

/** The receipt of an import that has done nothing yet. */
export function emptyReceipt(): ImportReceipt {
  return {
    clippings: [],
    notes: [],
    replaced: [],
    corrections: [],
    corrected: [],
    versions: [],
    toRead: [],
    waiting: [],
    codes: [],
    sameActors: [],
    replacedSameActors: [],
  };
}

/**
 * Takes an import back, in one transaction. Articles that were noted or judged on since, and notes that were changed
 * since, stay: what the reader did himself is never undone with it.
 */
export function undoImport(
  receipt: ImportReceipt,
  work: LongWork = {},
  db?: Database,
): Promise<Result<null, StoreFailure | 'cancelled'>> {
  return longWrite((tables, step) => takeBack(tables, receipt, step), work, db);
}

async function takeBack(tables: Database, receipt: ImportReceipt, step: Step): Promise<null> {
  const { clippings, notes, toRead, waiting } = receipt;
  const all = clippings.length + notes.length + toRead.length + waiting.length;
  let done = 0;
  const stepBy = (more: number) => step((done += more), all);
  stepBy(0);
  for (const [piece] of inPieces(notes)) {
    await takeBackNotes(tables, piece, receipt.replaced);
    stepBy(piece.length);
  }
  await tables.corrections.bulkDelete(receipt.corrections);
  await tables.versions.bulkDelete(receipt.versions);
  await deleteAll(tables.toRead, toRead, stepBy);
  await deleteAll(tables.waiting, waiting, stepBy);
  await takeBackRows(tables.codes, receipt.codes, ({ name }) => name);
  await takeBackRows(tables.sameActors, receipt.sameActors, ({ pair }) => pair);
  await tables.sameActors.bulkPut(receipt.replacedSameActors);
  for (const id of new Set(receipt.corrected)) await putActors(tables, id);
  for (const [piece] of inPieces(clippings)) {
    const inUse = new Set<ClippingId>();
    for (const table of [tables.notes, tables.corrections])
      for (const row of await table.where('clippingId').anyOf(piece).toArray()) inUse.add(row.clippingId);
    await eraseAll(
      tables,
      piece.filter((id) => !inUse.has(id)),
    );
    stepBy(piece.length);
  }
  return null;
}

async function deleteAll<Row, Key extends string>(
  table: Table<Row, Key>,
  keys: readonly Key[],
  stepBy: (more: number) => void,
): Promise<void> {
  for (const [piece] of inPieces(keys)) {
    await table.bulkDelete(piece);
    stepBy(piece.length);
  }
}

/** Deletes the rows that are still as they were put in. */
async function takeBackRows<Row>(table: Table<Row, string>, rows: readonly Row[], keyOf: (row: Row) => string) {
  const here = await table.bulkGet(rows.map(keyOf));
  const unchanged = rows.filter((row, i) => JSON.stringify(here[i]) === JSON.stringify(row));
  await table.bulkDelete(unchanged.map(keyOf));
}

async function takeBackNotes(db: Database, notes: ImportReceipt['notes'], replaced: readonly Note[]): Promise<void> {
  const here = await db.notes.bulkGet(notes.map(({ id }) => id));
  const unchanged = new Set(notes.filter(({ revision }, i) => here[i]?.revision === revision).map(({ id }) => id));
  await db.notes.bulkDelete([...unchanged]);
  await db.notes.bulkPut(replaced.filter(({ id }) => unchanged.has(id)));
}
