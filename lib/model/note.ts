import type { ClippingId, CorrectionId, NoteId } from './ids';
import type { Selectors } from './selectors';

/** Marker colours; each is also told apart by its underline. */
export type NoteColour = 'amber' | 'green' | 'blue' | 'rose' | 'grey';

/** What a note is about beyond its passage: the claim that stands there, or (on no passage) an actor of the article. */
export type NoteSubject = { readonly kind: 'claim' } | { readonly kind: 'actor'; readonly name: string };

/** What the reader pinned to a passage (or, with `selectors` null, to the article): highlight, note, tags in one. */
export interface Note {
  readonly id: NoteId;
  readonly clippingId: ClippingId;
  readonly selectors: Selectors | null;
  /** Absent when the note is about the passage or the article itself. */
  readonly about?: NoteSubject;
  readonly colour: NoteColour;
  /** Markdown; empty for a bare highlight. */
  readonly body: string;
  /** Trimmed, no duplicates. */
  readonly tags: readonly string[];
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Grows by one with each write; a writer that holds an older one is told of the conflict. */
  readonly revision: number;
}

export type NoteDraft = Pick<Note, 'selectors' | 'about' | 'colour' | 'body' | 'tags'>;

/** What the reader says about a claim of the engine; wins over the engine from then on. */
export type Verdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong' }
  /** Someone else said it. */
  | { readonly kind: 'speaker'; readonly name: string };

/** A stored verdict; the claim is found again by its content. */
export interface Correction {
  readonly id: CorrectionId;
  readonly clippingId: ClippingId;
  readonly content: Selectors;
  readonly verdict: Verdict;
  readonly createdAt: number;
}
