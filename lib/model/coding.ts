import type { Code } from './code';
import type { Note } from './note';

/** A row as it was and as it is now; null where it was not, or is no longer. */
export interface Replaced<Row> {
  readonly before: Row | null;
  readonly after: Row | null;
}

/** What a change of the codebook or of tags did, row by row: enough to count it and to take it back. */
export interface CodingChange {
  readonly codes: readonly Replaced<Code>[];
  readonly notes: readonly Replaced<Note>[];
}

/** How many notes were changed, added or deleted, and on how many articles they stand. */
export function countChange({ notes }: CodingChange): { readonly notes: number; readonly articles: number } {
  const articles = new Set(notes.map(({ before, after }) => (after ?? before)?.clippingId));
  return { notes: notes.length, articles: articles.size };
}
