import { type RefObject } from 'preact';
import type { ArchiveState } from '../actor-page/use-archive';
import type { Address } from './address';
import type { Entry } from './entries';
import type { ScopeIds } from './ExportDialog';
import type { LibraryPort } from './port';

/** What every place of the library page is given. */
export interface PlaceProps {
  readonly port: LibraryPort;
  /** All clippings outside the trash, and those in it. */
  readonly kept: readonly Entry[];
  readonly trashed: readonly Entry[];
  /** Who is named in them; prepared while nobody asks. */
  readonly actors: ArchiveState;
  /** What is open in this place, as its address names it; null for the place itself. */
  readonly item: string | null;
  /** What to show of it at first. */
  readonly part: string | undefined;
  readonly go: (to: Address) => void;
  /** What stands in the search field of the bar; typing there outside of `articles` and `trash` leads to `articles`. */
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly search: RefObject<HTMLInputElement | null>;
  /** Asks as what to export, and of these clippings which. */
  readonly onExport: (scopes: ScopeIds) => void;
  /** A file that was dropped on the page and waits to be imported. */
  readonly dropped: File | null;
  readonly onDropTaken: () => void;
}
