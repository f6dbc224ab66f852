import type { Analysis } from '../model/analysis';
import type { Article } from '../model/article';
import type { Clipping, ClippingDraft } from '../model/clipping';
import type { ClaimId, ClippingId, NoteId } from '../model/ids';
import type { Kept } from '../model/kept';
import type { Note, NoteDraft, Verdict } from '../model/note';
import type { Layer, PageView } from '../model/page-view';
import type { Related, SaidBefore } from '../model/related';
import type { Result } from '../model/result';
import type { Selectors } from '../model/selectors';
import type { PanelTarget } from '../model/target';
import type { ArticleChange, VersionMark } from '../model/version';

export type { PanelTarget };

/** Why a write was refused. */
export type WriteFailure = 'storage-full' | 'conflict' | 'not-found' | 'storage-failed' | 'newer-data';

/** What the store knows about an article, for the page that shows it. */
export interface Memory extends Kept {
  /** What the page says otherwise than the kept copy. */
  readonly changes: readonly ArticleChange[];
  /** Later versions that are stored, oldest first. */
  readonly versions: readonly VersionMark[];
}

/**
 * Calls that a content script may make to the worker. Every argument comes from a process that also runs the
 * page: each is checked by a strict schema before use.
 */
export interface PageCalls {
  /** Loads what `analyse` needs, so that it is there by the time the page is read. */
  prepare(): null;
  /** Claims and actors of an English text. */
  analyse(text: string): Result<Analysis, 'too-large' | 'failed'>;
  /**
   * What is stored about this article, found by its addresses, then by its text hash; null when nothing is. When the
   * article says something else now than in any stored version, this one is stored, too.
   */
  remember(article: Article): Result<Memory | null, WriteFailure>;
  /** Stores the article; gives the stored clipping, also when it was there already. */
  keep(draft: ClippingDraft): Result<Clipping, WriteFailure>;
  /** Stores the article if need be, and the note, in one transaction. */
  addNote(draft: ClippingDraft, note: NoteDraft): Result<Note, WriteFailure>;
  /** Stores the article if need be, and the reader's verdict on one claim; null takes an earlier verdict back. */
  correct(draft: ClippingDraft, content: Selectors, verdict: Verdict | null): Result<null, WriteFailure>;
  /** Changes a note; `revision` is the one that was read. */
  editNote(id: NoteId, revision: number, note: NoteDraft): Result<Note, WriteFailure>;
  deleteNote(id: NoteId): Result<null, WriteFailure>;
  /** Tags in use that begin with `prefix`, most used first, at most 8. */
  completeTag(prefix: string): Result<readonly string[]>;
  /** Opens the side panel beside the sender's tab; must be called in a click or key press. */
  openPanel(): Result<null>;
}

/** Calls that only our own pages (panel, library, options) may make to the worker. */
export interface PanelCalls {
  /** Requests that the worker has made to anything but the extension's own files since it was woken. */
  requestsOutside(): number;
  /** Stored articles related to this one, best first, at most 20; empty when nothing is above the floor. */
  relatedTo(article: Article, analysis: Analysis, not: ClippingId | null): Result<readonly Related[]>;
  /** What stored articles have this actor saying, newest first, at most 50. */
  saidBefore(actorName: string, not: ClippingId | null): Result<readonly SaidBefore[]>;
}

/** Calls that the panel makes to the content script of a tab. */
export interface TabCalls {
  /** The page as it is now. */
  view(): PageView;
  /** Reads the page though it does not look like an article. */
  readAnyway(): PageView;
  /** Scrolls the claim, note, changed words or first mention of the actor into view and flashes it; false when it has no place. */
  reveal(target: PanelTarget): boolean;
  /** Marks the target in the page while the pointer is on it in the panel; null ends that. */
  point(target: PanelTarget | null): null;
  /** Switches one layer: the panel may not know yet what the others are. */
  setLayer(layer: Layer, on: boolean): null;
  /** Stores the article of this page. */
  keep(): Result<Clipping, WriteFailure>;
  addNote(note: NoteDraft): Result<Note, WriteFailure>;
  correct(claim: ClaimId, verdict: Verdict | null): Result<null, WriteFailure>;
  /** The request in the view (`asked`) has been answered or dropped. */
  settle(): null;
  /**
   * Brings the keyboard into the page: to the bar of the selection if there is one, else to the card of the first
   * claim in sight; false when the page shows neither.
   */
  focusPage(): boolean;
  /** The store has changed: notes and corrections are read again and painted. */
  refresh(): null;
  /** Takes everything of Hearsay out of the page. */
  leave(): null;
}

/** What a content script tells the panel beside it; nobody needs to answer. */
export interface PageEvents {
  /** The view of this page has changed: ask for it again. */
  viewChanged(): void;
  /** The pointer (or the keyboard) is on this claim of the page; null when it left. */
  pointedAt(claim: ClaimId | null): void;
}
