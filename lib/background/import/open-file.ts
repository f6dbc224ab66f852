/** Files that can be taken in: recognised by their content, read, and shown before anything of them is stored. */
import { HEAD_CHARS, recognise } from '../../exchange/recognise';
import { fail } from '../../model/result';
import type { Database } from '../../store/database';
import type { StoreFailure } from '../../store/write';
import { openAddresses } from './open-addresses';
import { openAnnotations } from './open-annotations';
import { openBackup } from './open-backup';
import type { Opening, LongWork } from '../../model/opened-file';
import { openCodebook } from './open-codebook';
import { readHead, readText } from './read-text';

/** A backup is read piece by piece; other files are held in memory, up to this size. */
const MAX_WHOLE_BYTES = 100_000_000;

/** Opens a file of any kind that is known. */
export async function openFile(file: Blob, work: LongWork = {}, db?: Database): Promise<Opening<StoreFailure>> {
  const kind = recognise(await readHead(file, HEAD_CHARS));
  if (kind === 'backup') return openBackup(file, work, db);
  if (kind === null) return fail('not-recognised');
  if (file.size > MAX_WHOLE_BYTES) return fail('too-large');
  const text = await readWhole(file, work);
  if (text === null) return fail('cancelled');
  if (kind === 'annotations') return openAnnotations(text, db);
  return kind === 'addresses' ? openAddresses(text, db) : openCodebook(text, db);
}

async function readWhole(file: Blob, { onProgress, signal }: LongWork): Promise<string | null> {
  const pieces: string[] = [];
  for await (const piece of readText(file, (bytes) => onProgress?.(bytes, file.size))) {
    if (signal?.aborted) return null;
    pieces.push(piece);
  }
  return pieces.join('');
}
