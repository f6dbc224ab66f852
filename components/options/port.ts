import type { ClaimKind } from '../../lib/model/analysis';
import type { NoteColour } from '../../lib/model/note';
import type { Layer, Layers } from '../../lib/model/page-view';
import type { LongWork } from '../../lib/model/opened-file';
import type { Result } from '../../lib/model/result';
import type { Language } from '../../lib/platform/language';
import type { RollingSettings } from '../../lib/platform/rolling-settings';
import type { LibraryCheck } from '../../lib/store/check/check-library';
import type { Fault } from '../../lib/store/check/fault';
import type { StoreFailure } from '../../lib/store/write';

/** A key command of the extension; `keys` is empty while none is set. */
export interface Shortcut {
  readonly name: string;
  readonly keys: string;
}

/** What is kept, and how much room it takes in bytes; null where the browser does not say. */
export interface Kept {
  readonly clippings: number;
  readonly notes: number;
  readonly codes: number;
  readonly toRead: number;
  readonly trashed: number;
  readonly bytes: number | null;
  /** How much room there is in all. */
  readonly quota: number | null;
  /** Whether the browser promised not to throw it away when the disk fills. */
  readonly persisted: boolean;
}

/** How a mark looks on light or on dark paper, as CSS has it, and the contrast of words on its tint. */
export interface MarkSample {
  readonly mark: ClaimKind | NoteColour;
  readonly tone: 'light' | 'dark';
  readonly tint: string;
  readonly line: string;
  readonly offset: string;
  readonly contrast: number;
}

/** Backups that are written by themselves. Each gives the settings as they are then. */
export interface RollingBackupPort {
  settings(): Promise<RollingSettings>;
  /** Asks the browser for its permission where that is needed; must be called in a click. */
  setEvery(every: RollingSettings['every']): Promise<RollingSettings>;
  setKeep(keep: number): Promise<RollingSettings>;
  backUpNow(): Promise<RollingSettings>;
}

/** The library, counted anew and mended; see `lib/store/check`. */
export interface LibraryCheckPort {
  check(work: LongWork): Promise<Result<LibraryCheck, StoreFailure>>;
  mend(faults: readonly Fault[]): Promise<Result<null, StoreFailure>>;
  /** The file name of the newest backup that is known; null where none is. */
  newestBackup(): Promise<string | null>;
}

/** Everything the options page needs from outside of itself. */
export interface OptionsPort {
  sites(): Promise<readonly string[]>;
  forgetSite(pattern: string): Promise<boolean>;
  layers(): Promise<Layers>;
  setLayer(layer: Layer, on: boolean): Promise<void>;
  readonly samples: readonly MarkSample[];
  shortcuts(): Promise<readonly Shortcut[]>;
  /** Where the browser lets key commands be changed, as an address to type. */
  readonly shortcutPage: string;
  /** Opens that page; false where the browser does not let us. */
  openShortcutPage(): Promise<boolean>;
  readonly backup: RollingBackupPort;
  readonly library: LibraryCheckPort;
  readonly language: {
    /** Null while the browser's is followed. */
    chosen(): Promise<Language | null>;
    choose(language: Language | null): Promise<void>;
  };
  kept(): Promise<Kept>;
  /** The permissions that are held now, optional ones among them. */
  permissions(): Promise<readonly string[]>;
  /** Requests to anywhere but the extension itself, of this page since it was opened and of the worker since it was woken. */
  requests(): Promise<number>;
}
