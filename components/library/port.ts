import type { FilePart } from '../../lib/exchange/file-formats';
import type { Clipping } from '../../lib/model/clipping';
import type { ClippingId } from '../../lib/model/ids';
import type { Kept } from '../../lib/model/kept';
import type { Note } from '../../lib/model/note';
import type { PageView } from '../../lib/model/page-view';
import type { Result } from '../../lib/model/result';
import type { SnippetPiece } from '../../lib/search/snippet';
import type { WriteFailure } from '../../lib/messages/protocol';
import type { CodesPort } from '../codebook/port';
import type { ImportPort } from '../importing/port';
import type { ReadingPort } from '../port';
import type { KnownActorsPort } from '../actor-page/port';
import type { ToReadPort } from '../to-read/port';
import type { ActorsByClipping } from './entries';
import type { Job } from './use-jobs';

/** A clipping as the lists about one article show it; its notes and corrections placed in the kept text. */
export type OpenView = Extract<PageView, { state: 'read' }> & { readonly clipping: Clipping };

/** What the store can do for the article on show; where it is shown is the reading view's own. */
export type StorePort = Omit<ReadingPort, 'reveal' | 'point'>;

/** Everything the library page needs from outside of itself; a place with needs of its own has a port of its own here. */
export interface LibraryPort {
  readonly codes: CodesPort;
  /** One actor over all clippings. */
  readonly knownActors: KnownActorsPort;

  /** All clippings, newest first, with those in the trash; at once and after every change. Gives the end of it. */
  followClippings(onFound: (found: Result<readonly Clipping[], WriteFailure>) => void): () => void;
  followNotes(onFound: (found: Result<readonly Note[], WriteFailure>) => void): () => void;
  actorNames(ids: readonly ClippingId[]): Promise<Result<ActorsByClipping, WriteFailure>>;

  /** Tells of the clippings that the query means, with its operators (see `lib/search/query`); may tell more than once. */
  searchTexts(
    query: string,
    signal: AbortSignal,
    onFound: (ids: ReadonlySet<ClippingId>) => void,
  ): Promise<Result<null, WriteFailure>>;

  /** Of each of these clippings a passage with the words of the query in it, where its text has one. */
  snippets(
    query: string,
    ids: readonly ClippingId[],
  ): Promise<Result<ReadonlyMap<ClippingId, readonly SnippetPiece[]>, WriteFailure>>;

  /** One clipping for reading, null when it is gone; at once and after every change. Gives the end of it. */
  followOne(id: ClippingId, onFound: (found: Result<OpenView | null, WriteFailure>) => void): () => void;
  /** The way to the store for a clipping; `view` gives it as it is now, null once it is gone. */
  reading(view: () => OpenView | null): StorePort;

  /** Both leave out what is gone, and give how many were moved. */
  trash(ids: readonly ClippingId[]): Promise<Result<number, WriteFailure>>;
  restore(ids: readonly ClippingId[]): Promise<Result<number, WriteFailure>>;
  /** Deletes clippings in the trash for good; gives how many. */
  erase(ids: readonly ClippingId[]): Promise<Result<number, WriteFailure>>;

  /** Everything kept about these clippings. */
  kept(ids: readonly ClippingId[]): Promise<Result<readonly Kept[], WriteFailure>>;
  /** What lists show of them, which is quicker to read. */
  clippings(ids: readonly ClippingId[]): Promise<Result<readonly Clipping[], WriteFailure>>;
  /** Hands the browser one file with everything that is kept. */
  backup(job: Job): Promise<Result<null, WriteFailure>>;
  /** Hands a file to the browser's downloads. */
  download(name: string, parts: readonly FilePart[], type: string): void;

  readonly importing: ImportPort;
  readonly toRead: ToReadPort;
}
