import type { Clipping } from '../lib/model/clipping';
import type { ClaimId, ClippingId, NoteId } from '../lib/model/ids';
import type { CodingChange } from '../lib/model/coding';
import type { Note, NoteColour, NoteDraft, NoteSubject, Verdict } from '../lib/model/note';
import type { Layer, PageView } from '../lib/model/page-view';
import type { QuotedElsewhere, Related, SaidBefore } from '../lib/model/related';
import type { Result } from '../lib/model/result';
import type { Selectors } from '../lib/model/selectors';
import type { Span } from '../lib/model/span';
import type { VersionText } from '../lib/model/version';
import type { PanelTarget, WriteFailure } from '../lib/messages/protocol';
import type { TagPlace } from '../lib/store/codes/tag-many';
import type { CodeFailure } from './codebook/port';
import type { FollowCodes } from './hooks/use-codes';
import type { StartFailure } from '../lib/platform/read-tab';

/** What the reader fills in for a note. */
export interface NoteFields {
  readonly body: string;
  readonly tags: readonly string[];
  readonly colour: NoteColour;
}

/** A note that is not saved yet. */
export interface Draft extends NoteFields {
  /** The passage it stands on, null for the article as a whole. */
  readonly selectors: Selectors | null;
  /** What it is about beyond that. */
  readonly about?: NoteSubject;
  /** The revision of the note that it started from, 0 for a new note. */
  readonly revision: number;
}

/** Unsaved notes of one page by place: "article", "note:ID", "passage:START-END" or "actor:NAME". */
export type Drafts = Readonly<Record<string, Draft>>;

/** A related article and the address where it was read, empty when that is not known. */
export interface LinkedRelated extends Related {
  readonly url: string;
}

/**
 * Everything the panel needs from outside of itself, for one tab: the page's content script, the worker, the store,
 * permissions. The real one is wired in the entry point; tests and pictures give their own.
 */
export interface PanelPort {
  /** The page as it is now; null while Hearsay does not run in it. */
  view(): Promise<PageView | null>;
  /** Starts Hearsay in the page. */
  start(): Promise<Result<null, StartFailure>>;
  /** Why Hearsay could not be started in the page now, without starting it; null where it could. */
  whyNot(): Promise<StartFailure | 'loading' | null>;
  readAnyway(): Promise<void>;
  /** Stops reading and takes Hearsay out of the page. */
  leave(): Promise<void>;
  /** Scrolls the page to the target and flashes it; false when it has no place there. */
  reveal(target: PanelTarget): Promise<boolean>;
  /** Marks the target in the page while the pointer is on it here; null ends that. */
  point(target: PanelTarget | null): void;
  /** Switches one layer: all three, as drawn here, may be older than the press before. */
  readonly setLayer: (layer: Layer, on: boolean) => void;

  keep(): Promise<Result<Clipping, WriteFailure>>;
  /** Puts the clipping in the trash; `restore` takes it out again. */
  remove(id: ClippingId): Promise<Result<null, WriteFailure>>;
  restore(id: ClippingId): Promise<Result<null, WriteFailure>>;
  /** What a version of a kept article says, or the kept copy itself, told apart by the hash of its text. */
  readVersion(id: ClippingId, textHash: string): Promise<Result<VersionText, WriteFailure>>;
  /** Describes a passage of the article text, so that a note can be pinned to it. */
  describe(text: string, passage: Span): Selectors;
  addNote(draft: NoteDraft): Promise<Result<null, WriteFailure>>;
  editNote(id: NoteId, revision: number, draft: NoteDraft): Promise<Result<null, WriteFailure>>;
  deleteNote(id: NoteId): Promise<Result<null, WriteFailure>>;
  /** Puts a deleted note back as it was. */
  restoreNote(note: Note): Promise<Result<null, WriteFailure>>;
  /** The request in the view (`asked`) has been taken up. */
  settle(): Promise<void>;
  correct(claim: ClaimId, verdict: Verdict | null): Promise<Result<null, WriteFailure>>;
  /** Tags in use that begin with `prefix`, most used first. */
  readonly completeTag: (prefix: string) => Promise<readonly string[]>;
  /** Every code and every tag in use; at once and after every change. */
  readonly followCodes: FollowCodes;
  /** Gives these places of the article the tag, or takes it from them; stores the article if need be. */
  tagPlaces(places: readonly TagPlace[], tag: string, on: boolean): Promise<Result<CodingChange, CodeFailure>>;
  /** Takes back what `tagPlaces` did. */
  takeBack(change: CodingChange): Promise<Result<null, WriteFailure>>;

  /** Stored articles related to the one shown, best first. */
  related(view: PageView): Promise<Result<readonly LinkedRelated[]>>;
  /** Quotations of the article shown that stored ones have too, in its order. */
  quoted(view: PageView): Promise<Result<readonly QuotedElsewhere[]>>;
  /** What stored articles have this actor saying, newest first. */
  saidBefore(actorName: string, not: ClippingId | null): Promise<Result<readonly SaidBefore[]>>;

  /** Calls back when the view has changed; gives the function that ends it. */
  onChange(listener: () => void): () => void;
  /** Calls back with the claim under the pointer in the page. */
  onPointed(listener: (claim: ClaimId | null) => void): () => void;

  /** Whether Hearsay may read this site on its own. */
  siteAllowed(url: string): Promise<boolean>;
  /** Asks for it or gives it back; must be called in a click. Gives what holds afterwards. */
  allowSite(url: string, allowed: boolean): Promise<boolean>;

  /** Unsaved notes of the page at `url`, kept until the browser closes. */
  readDrafts(url: string): Promise<Drafts>;
  writeDrafts(url: string, drafts: Drafts): Promise<void>;
}

/** What lists about one article need: the panel has it for the page, the library for a clipping. */
export type ReadingPort = Pick<
  PanelPort,
  | 'reveal'
  | 'point'
  | 'readVersion'
  | 'describe'
  | 'addNote'
  | 'editNote'
  | 'deleteNote'
  | 'restoreNote'
  | 'correct'
  | 'completeTag'
  | 'tagPlaces'
  | 'takeBack'
  | 'related'
  | 'quoted'
  | 'saidBefore'
  | 'readDrafts'
  | 'writeDrafts'
>;
