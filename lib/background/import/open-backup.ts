import { BackupRefused } from '../../exchange/backup/format';
import { readBackup } from '../../exchange/backup/read-backup';
import type { KeptRecord } from '../../model/kept';
import { fail, ok } from '../../model/result';
import type { Database } from '../../store/database';
import type { StoreFailure } from '../../store/write';
import { undoImport } from '../../store/import-receipt';
import { addIncoming, clearIncoming } from '../../store/incoming/stage';
import { takeIncoming } from '../../store/incoming/take-incoming';
import { mergeIndex } from '../../store/index/merge-index';
import { type OpenedFile, type Opening, type LongWork, type RefusedEntry } from '../../model/opened-file';
import { MAX_TITLES } from './max-titles';
import { readText } from './read-text';

/** Records put aside in one go: few enough to be held in memory, many enough to be quick. */
const BATCH = 100;
const BATCH_CHARS = 1_000_000;

/** What was put aside of a file. */
interface Staged {
  /** Names this reading of the file. */
  readonly file: string;
  records: number;
  /** How many times records were put aside. */
  pieces: number;
  articles: number;
  /** Articles that are here already. */
  known: number;
  notes: number;
  addresses: number;
  waiting: number;
  codes: number;
  readonly titles: string[];
  readonly refused: RefusedEntry[];
}

/**
 * Reads a backup file and puts its records aside in the database, so that a file of any size needs little memory. Taking
 * it is one transaction. A file that is refused or a reading that is cancelled changes nothing.
 */
export async function openBackup(file: Blob, work: LongWork = {}, db?: Database): Promise<Opening<StoreFailure>> {
  const cleared = await clearIncoming(db);
  if (!cleared.ok) return cleared;
  const staged = await stage(file, work, db).catch((error: unknown) => refusalOf(error));
  if (!('file' in staged)) {
    await clearIncoming(db);
    return staged;
  }
  return { ok: true, value: opened(staged, db) };
}

async function stage(
  file: Blob,
  { onProgress, signal }: LongWork,
  db?: Database,
): Promise<Staged | Opening<StoreFailure>> {
  const staged: Staged = {
    file: crypto.randomUUID(),
    records: 0,
    pieces: 0,
    articles: 0,
    known: 0,
    notes: 0,
    addresses: 0,
    waiting: 0,
    codes: 0,
    titles: [],
    refused: [],
  };
  let batch: KeptRecord[] = [];
  let chars = 0;
  const put = async () => {
    const added = await addIncoming(staged.file, batch, db);
    staged.records += batch.length;
    staged.pieces++;
    if (added.ok) staged.known += added.value;
    batch = [];
    chars = 0;
    return added;
  };
  for await (const record of readBackup(readText(file, (bytes) => onProgress?.(bytes, file.size)))) {
    if (signal?.aborted) return fail('cancelled');
    if ('refused' in record) {
      staged.refused.push({ record: record.record, why: record.refused });
      continue;
    }
    const { record: _, ...kept } = record;
    count(staged, kept);
    batch.push(kept);
    if ('kept' in kept) chars += kept.kept.text.text.length;
    if (batch.length < BATCH && chars < BATCH_CHARS) continue;
    const added = await put();
    if (!added.ok) return added;
  }
  const added = await put();
  if (signal?.aborted) return fail('cancelled');
  return added.ok ? staged : added;
}

function count(staged: Staged, record: KeptRecord): void {
  if ('kept' in record) {
    staged.articles++;
    staged.notes += record.kept.notes.length;
    const { title, canonicalUrl } = record.kept.clipping.meta;
    if (staged.titles.length < MAX_TITLES) staged.titles.push(title || canonicalUrl);
    return;
  }
  const { kind } = record.aside;
  if (kind === 'to-read') staged.addresses++;
  else if (kind === 'waiting') staged.waiting++;
  else if (kind === 'code') staged.codes++;
}

function opened(staged: Staged, db?: Database): OpenedFile<StoreFailure> {
  const { file, records, articles, known, notes, addresses, waiting, codes, titles, refused } = staged;
  return {
    preview: {
      kind: 'backup',
      counts: { articles, notes, codes, addresses, waiting, known },
      titles,
      refused,
      canReplace: true,
    },
    take: async (mode, work = {}) => {
      const taken = await takeIncoming({ file, expected: staged.pieces, records, mode }, work, db);
      if (!taken.ok) return taken;
      // Everything can be found; that it lies in few segments makes the next search quicker, and nobody waits for it.
      void mergeIndex(db);
      const { counts, receipt } = taken.value;
      return ok({
        counts: {
          articles: counts.added,
          notes: counts.notes,
          codes: receipt.codes.length,
          addresses: receipt.toRead.length,
          waiting: receipt.waiting.length,
          known: counts.known,
        },
        refused,
        // What was replaced is gone.
        undo: mode === 'merge' ? (undoing) => undoImport(receipt, undoing, db) : null,
      });
    },
    drop: async () => void (await clearIncoming(db)),
  };
}

function refusalOf(error: unknown): Opening<StoreFailure> {
  if (error instanceof BackupRefused) return { ...fail(error.reason), version: error.version };
  throw error;
}
