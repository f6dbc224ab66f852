import { FILE_FORMATS, type FileFormat, type FileWords, type FormatName } from '../../lib/exchange/file-formats';
import type { ClippingId } from '../../lib/model/ids';
import { fail, ok, type Result } from '../../lib/model/result';
import type { WriteFailure } from '../../lib/messages/protocol';
import type { LibraryPort } from './port';

/** Clippings read and written at a time: about a tenth of a second. */
const BATCH = 40;

export interface ExportJob {
  readonly ids: readonly ClippingId[];
  readonly format: FormatName;
  readonly words: FileWords;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/** Makes the file batch by batch and hands it to the browser; gives how many clippings it holds, 'stopped' if it was ended before. */
export async function runExport(
  port: Pick<LibraryPort, 'kept' | 'download'>,
  { ids, format, words, at, signal, onProgress }: ExportJob,
): Promise<Result<number, WriteFailure | 'stopped'>> {
  const { write, type }: FileFormat = FILE_FORMATS[format];
  const writer = write(words, at);
  let written = 0;
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = await port.kept(ids.slice(from, from + BATCH));
    if (signal.aborted) return fail('stopped');
    if (!batch.ok) return batch;
    writer.add(batch.value);
    written += batch.value.length;
    onProgress(Math.min(from + BATCH, ids.length));
    // Lets the page draw and take a press on the button that stops it.
    await new Promise((resolve) => setTimeout(resolve));
  }
  if (signal.aborted) return fail('stopped');
  port.download(fileName(format, at), writer.end(), type);
  return ok(written);
}

/** "hearsay-claims-2026-11-24.csv", the day in the reader's time zone. */
export function fileName(format: FormatName, at: number): string {
  const day = new Intl.DateTimeFormat('sv', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
  return `hearsay-${format}-${day}${FILE_FORMATS[format].extension}`;
}
