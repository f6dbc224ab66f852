/** What came out of files of other programs and belongs to articles that are not kept. */
import type { NoteId } from './ids';
import type { NoteDraft } from './note';

/** An article to be read later, of which only the address is known. It leaves the list when it is kept. */
export interface ToRead {
  /** Normalised; each stands there once. */
  readonly url: string;
  /** Empty where the file gave none. */
  readonly title: string;
  /** Epoch milliseconds. */
  readonly addedAt: number;
}

/** A note on an article that is not kept: it waits at the address until the article is, and is then placed in it. */
export interface WaitingNote extends NoteDraft {
  readonly id: NoteId;
  /** Normalised. */
  readonly url: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}
