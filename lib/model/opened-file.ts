/** A file that was opened to be taken in, between its first look and the reader's word. `Failure`: why the store refuses. */
import type { Result } from './result';

/** What a file holds. */
export type FileKind = 'backup' | 'annotations' | 'codebook' | 'addresses';

/** merge: what is here stays, the file adds to it. replace: what is here goes, the file takes its place. */
export type ImportMode = 'merge' | 'replace';

/** What is counted in a file before and after it is taken in, in the order shown. */
export const COUNT_NAMES = ['articles', 'notes', 'placed', 'waiting', 'codes', 'addresses', 'known'] as const;

/**
 * placed, waiting: notes on articles that are kept, and notes that wait for theirs.
 * known: those of the articles, notes, codes or addresses that are here already.
 */
export type CountName = (typeof COUNT_NAMES)[number];

export type Counts = Readonly<Partial<Record<CountName, number>>>;

/** An entry that cannot be read: its place in the file, from 1, and why. */
export interface RefusedEntry {
  readonly record: number;
  readonly why: string;
}

/** What a file holds, before anything of it is taken. */
export interface Preview {
  readonly kind: FileKind;
  readonly counts: Counts;
  /** The first titles, names or addresses. */
  readonly titles: readonly string[];
  readonly refused: readonly RefusedEntry[];
  /** Whether it may take the place of what is kept. */
  readonly canReplace: boolean;
}

/** What taking a file in did. */
export interface ImportOutcome<Failure extends string> {
  readonly counts: Counts;
  readonly refused: readonly RefusedEntry[];
  /** Takes it back; null where that cannot be done. */
  readonly undo: ((work?: LongWork) => Promise<Result<null, Failure | 'cancelled'>>) | null;
}

/** Long work as those who started it see it. */
export interface LongWork {
  /** Called with how much is done, and of how much: bytes while a file is read, records while they are stored. */
  readonly onProgress?: (done: number, all: number | null) => void;
  /** The part of an AbortSignal that is asked. */
  readonly signal?: { readonly aborted: boolean; throwIfAborted(): void };
}

/** A file that was read and waits for the reader's word. */
export interface OpenedFile<Failure extends string> {
  readonly preview: Preview;
  readonly take: (mode: ImportMode, work?: LongWork) => Promise<Result<ImportOutcome<Failure>, Failure | 'cancelled'>>;
  /** Forgets it; nothing of it is stored. */
  readonly drop: () => Promise<void>;
}

/** What can be wrong with a file; 'cancelled' when the reader stopped it. */
export type FileRefusal =
  | 'not-recognised'
  | 'nothing-in-it'
  | 'too-large'
  | 'not-a-backup'
  | 'cut-off'
  | 'newer-version'
  | 'cancelled';

/** An opened file, or why there is none; `version` is the file's own where that is too new. */
export type Opening<Failure extends string> =
  | { readonly ok: true; readonly value: OpenedFile<Failure> }
  | { readonly ok: false; readonly reason: Failure | FileRefusal; readonly version?: number | null };
