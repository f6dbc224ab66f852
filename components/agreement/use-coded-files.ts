import { useState } from 'preact/hooks';
import { type CodedFile, readCodedFile } from '../../lib/exchange/agreement/coded-file';
import { BackupRefused } from '../../lib/exchange/backup/format';

/** A file of one coder: what it holds, or why it cannot be read. */
export type OpenedFile =
  | { readonly name: string; readonly state: 'reading' }
  | { readonly name: string; readonly state: 'read'; readonly file: CodedFile }
  | { readonly name: string; readonly state: 'failed'; readonly why: 'unreadable' | 'newer' | 'empty' };

/** The files of two coders, each read when it is chosen. */
export function useCodedFiles() {
  const [files, setFiles] = useState<Readonly<Record<'a' | 'b', OpenedFile | null>>>({ a: null, b: null });
  const open = async (which: 'a' | 'b', file: File) => {
    const put = (opened: OpenedFile) => setFiles((now) => ({ ...now, [which]: opened }));
    put({ name: file.name, state: 'reading' });
    try {
      const coded = await readCodedFile(await file.text());
      const isEmpty = coded.articles.every(({ codings }) => codings.length === 0);
      put({ name: file.name, ...(isEmpty ? { state: 'failed', why: 'empty' } : { state: 'read', file: coded }) });
    } catch (error) {
      const isNewer = error instanceof BackupRefused && error.reason === 'newer-version';
      put({ name: file.name, state: 'failed', why: isNewer ? 'newer' : 'unreadable' });
    }
  };
  return { files, open };
}
