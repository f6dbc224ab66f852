/** The backup as use cases of our own pages: out into a file, and back in, whole or not at all. */
import { BackupRefused, type BackupRefusal } from '../exchange/backup/format';
import { readBackup } from '../exchange/backup/read-backup';
import { writeBackup } from '../exchange/backup/write-backup';
import type { Code } from '../model/code';
import type { KeptWhole } from '../model/kept';
import type { SameActor } from '../model/known-actor';
import { type Result, fail, ok } from '../model/result';
import { listDecisions } from '../store/actors/decisions';
import {
  type ImportCounts,
  type ImportMode,
  addIncoming,
  clearIncoming,
  countEveryKept,
  eachKept,
  takeIncoming,
} from '../store/backup';
import { listCodes } from '../store/codes/codebook';
import type { Database } from '../store/database';
import { mergeIndex } from '../store/index/merge-index';
import type { StoreFailure } from '../store/write';

const BATCH = 50;

/** What an import did, and the records it could not read, each with its place in the file and why. */
export interface ImportReport extends ImportCounts {
  readonly refused: readonly { readonly record: number; readonly why: string }[];
}

export interface Progress {
  /** Called with the articles done, and all of them where that is known. */
  readonly onProgress?: (done: number, all: number | null) => void;
  readonly signal?: AbortSignal;
}

/** The file with everything that is kept; rejects with an AbortError when it was cancelled. */
export async function exportBackup({ onProgress, signal }: Progress = {}, db?: Database): Promise<Blob> {
  const all = await countEveryKept(db);
  const parts: Blob[] = [];
  let done = 0;
  async function* counted(): AsyncGenerator<KeptWhole> {
    for await (const one of eachKept(db)) {
      signal?.throwIfAborted();
      yield one;
      onProgress?.(++done, all);
    }
  }
  const codes = await listCodes(db);
  if (!codes.ok) throw new Error(codes.reason);
  const sameActors = await listDecisions(db);
  if (!sameActors.ok) throw new Error(sameActors.reason);
  let text = '';
  for await (const piece of writeBackup({ codes: codes.value, sameActors: sameActors.value }, counted())) {
    text += piece;
    // A Blob lies outside of the heap: only the text in progress is held there.
    if (text.length > 1_000_000) {
      parts.push(new Blob([text]));
      text = '';
    }
  }
  return new Blob([...parts, text], { type: 'application/json' });
}

/**
 * Reads a backup file. Articles are put aside while the file is read; only when all of it was read they become part
 * of the store, in one transaction. A file that is refused or a cancelled import changes nothing.
 */
export async function importBackup(
  file: Blob,
  mode: ImportMode,
  { onProgress, signal }: Progress = {},
  db?: Database,
): Promise<Result<ImportReport, StoreFailure | BackupRefusal | 'cancelled'>> {
  const cleared = await clearIncoming(db);
  if (!cleared.ok) return cleared;
  const refused: { record: number; why: string }[] = [];
  const codes: Code[] = [];
  const sameActors: SameActor[] = [];
  let batch: KeptWhole[] = [];
  let done = 0;
  try {
    for await (const record of readBackup(textOf(file))) {
      if (signal?.aborted) return await giveUp('cancelled', db);
      if ('refused' in record) refused.push({ record: record.record, why: record.refused });
      else if ('code' in record) codes.push(record.code);
      else if ('sameActor' in record) sameActors.push(record.sameActor);
      else batch.push(record.kept);
      if (batch.length === BATCH) {
        const added = await addIncoming(batch, db);
        if (!added.ok) return await giveUp(added.reason, db);
        batch = [];
      }
      onProgress?.(++done, null);
    }
  } catch (error) {
    if (error instanceof BackupRefused) return giveUp(error.reason, db);
    throw error;
  }
  const added = await addIncoming(batch, db);
  if (!added.ok) return giveUp(added.reason, db);
  const taken = await takeIncoming(mode, { codes, sameActors }, db);
  await mergeIndex(db);
  return taken.ok ? ok({ ...taken.value, refused }) : giveUp(taken.reason, db);
}

async function giveUp<Reason extends string>(reason: Reason, db?: Database) {
  await clearIncoming(db);
  return fail(reason);
}

async function* textOf(file: Blob): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}
