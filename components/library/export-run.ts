import {
  FILE_FORMATS,
  type FileFormat,
  type FileWords,
  type FileWriter,
  type FormatName,
} from '../../lib/exchange/file-formats';
import type { ClippingId } from '../../lib/model/ids';
import { fail, ok, type Result } from '../../lib/model/result';
import type { WriteFailure } from '../../lib/messages/protocol';
import type { LibraryPort } from './port';

/** Clippings read and written at a time: about a fifth of a second. */
const BATCH = 100;

export interface ExportJob {
  readonly ids: readonly ClippingId[];
  readonly format: FormatName;
  readonly words: FileWords;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/** What exporting needs of the library. */
type ExportPort = Pick<LibraryPort, 'kept' | 'clippings' | 'download'>;

/** Makes the file batch by batch and hands it to the browser; gives how many clippings it holds, 'stopped' if it was ended before. */
export async function runExport(port: ExportPort, job: ExportJob): Promise<Result<number, WriteFailure | 'stopped'>> {
  const { format, words, at } = job;
  const chosen: FileFormat = FILE_FORMATS[format];
  const file =
    chosen.needs === 'kept'
      ? await fill(chosen.write(words, at), port.kept, job)
      : await fill(chosen.write(words, at), port.clippings, job);
  if (!file.ok) return file;
  port.download(fileName(format, at), file.value.parts, chosen.type);
  return ok(file.value.count);
}

type Read<One> = (ids: readonly ClippingId[]) => Promise<Result<readonly One[], WriteFailure>>;

async function fill<One>(writer: FileWriter<One>, read: Read<One>, { ids, signal, onProgress }: ExportJob) {
  let count = 0;
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = await read(ids.slice(from, from + BATCH));
    if (signal.aborted) return fail('stopped');
    if (!batch.ok) return batch;
    writer.add(batch.value);
    count += batch.value.length;
    onProgress(Math.min(from + BATCH, ids.length));
    // Lets the page draw and take a press on the button that stops it.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return signal.aborted ? fail('stopped') : ok({ count, parts: writer.end() });
}

/** "hearsay-claims-2026-11-24.csv", the day in the reader's time zone. */
export function fileName(format: FormatName, at: number): string {
  const day = new Intl.DateTimeFormat('sv', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
  return `hearsay-${format}-${day}${FILE_FORMATS[format].extension}`;
}
