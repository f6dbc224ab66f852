import type { Analysis } from './analysis';
import type { Article } from './article';
import type { Clipping } from './clipping';
import type { ClaimId, NoteId } from './ids';
import type { Note, Verdict } from './note';
import type { Selectors } from './selectors';
import type { Span } from './span';
import type { ArticleChange, VersionMark } from './version';

/** Why a page shows no claims. Each has one clear sentence in the interface. */
export type NotReadReason =
  | 'not-an-article' // may be read anyway
  | 'not-english' // actors and notes work, claims are not found
  | 'too-large'
  | 'no-text'
  | 'pdf'
  | 'browser-page' // the browser allows no extension here
  | 'frame'
  | 'failed';

/** A note of this page and where it stands now; null when the passage was not found ("not found on this page"). */
export interface PlacedNote {
  readonly note: Note;
  readonly span: Span | null;
}

/** The verdict of the reader on one claim of this analysis. */
export interface PlacedVerdict {
  readonly claim: ClaimId;
  readonly verdict: Verdict;
}

/** What can be painted, each by itself, in the order in which it is offered. */
export const LAYERS = ['claims', 'actors', 'notes'] as const;
export type Layer = (typeof LAYERS)[number];

/** Which layers are painted. */
export type Layers = Readonly<Record<Layer, boolean>>;

/**
 * What the reader asked for in the page and types in the panel: scripts of the page can listen to every key pressed
 * in the page, so notes, tags and names are never typed there. Stays until the panel calls `settle`.
 */
export type ReaderRequest =
  /** A new note on this passage; `focus` is the field to put the cursor in. */
  | { readonly kind: 'note'; readonly selectors: Selectors; readonly focus: 'body' | 'tags' }
  | { readonly kind: 'edit'; readonly note: NoteId; readonly focus: 'body' | 'tags' }
  /** The name of who said it, when it is none of the actors the card offers. */
  | { readonly kind: 'speaker'; readonly claim: ClaimId }
  /** What the one who said it said in kept articles, which the page must not learn. */
  | { readonly kind: 'before'; readonly claim: ClaimId };

/** What the content script knows about its page; what panel and page talk about. */
export type PageView =
  | { readonly state: 'reading' }
  | {
      readonly state: 'not-read';
      readonly reason: NotReadReason;
      readonly canReadAnyway: boolean;
      readonly url: string;
    }
  | {
      readonly state: 'read';
      readonly article: Article;
      /** With the reader's corrections already applied. */
      readonly analysis: Analysis;
      readonly verdicts: readonly PlacedVerdict[];
      /** The stored clipping of this article, null while it is not saved. */
      readonly clipping: Clipping | null;
      readonly notes: readonly PlacedNote[];
      /** What the article says otherwise than the kept copy; empty while it is not saved. */
      readonly changes: readonly ArticleChange[];
      /** Later versions of the article that are stored, oldest first. */
      readonly versions: readonly VersionMark[];
      readonly layers: Layers;
      /** False where the browser cannot paint (no CSS Custom Highlight API); the panel still works. */
      readonly canPaint: boolean;
      /** Set when the text is not English: claims were not looked for. */
      readonly notice: 'not-english' | 'partial' | null;
      /** What the panel should open an editor for, null when nothing is asked. */
      readonly asked: ReaderRequest | null;
    };
