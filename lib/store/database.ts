import { Dexie, type Table } from 'dexie';
import type { Clipping, ClippingText } from '../model/clipping';
import type { Code } from '../model/code';
import type { ToRead, WaitingNote } from '../model/elsewhere';
import type { ClippingId, CorrectionId, NoteId } from '../model/ids';
import type { SameActor } from '../model/known-actor';
import type { Correction, Note } from '../model/note';
import type { Version } from '../model/version';
import type { SpokenClaims } from '../search/actors/appearances';
import type { StoredAppearances } from './actors/put-appearances';
import type { DescriptionRow } from './index/description-row';
import { SCHEMA, type SchemaStep } from './schema';

/** Records of a file on their way in. */
export interface Incoming {
  readonly number: number;
  /** Which reading of which file they belong to. */
  readonly file: string;
  /** As JSON: one long text is written and read back in a fraction of the time that many small objects take. */
  readonly records: string;
}

/** A segment of the packed index: never changed, only replaced by a larger one. */
export interface SegmentRow {
  readonly number: number;
  readonly articles: number;
  /** What stands in which of its parts. */
  readonly head: Uint8Array;
}

/** Part of a segment; stored before the segment itself, deleted after it. */
export interface SegmentPart {
  readonly segment: number;
  readonly part: number;
  readonly bytes: Uint8Array;
}

/** The last change of a clipping that has not reached the segments; `replaced`: it may still stand in one as it was. */
export interface LogRow {
  readonly clippingId: ClippingId;
  readonly change: 'added' | 'replaced' | 'erased';
}

/**
 * `mark`: by which one database is told from another. `changes`: how many times it was written to. `padding`: what
 * `freshenLog` writes and deletes.
 */
export type AboutRow =
  | { readonly key: 'mark'; readonly value: string }
  | { readonly key: 'changes'; readonly value: number }
  | { readonly key: `padding ${string}`; readonly bytes: Uint8Array };

/** The database of this browser. Opened lazily; Dexie closes it when a newer version wants to upgrade. */
export class Database extends Dexie {
  declare readonly clippings: Table<Clipping, ClippingId>;
  declare readonly texts: Table<ClippingText, ClippingId>;
  declare readonly descriptions: Table<DescriptionRow, ClippingId>;
  declare readonly notes: Table<Note, NoteId>;
  declare readonly corrections: Table<Correction, CorrectionId>;
  /** Articles of a file that is being read; they become part of the store all at once. */
  declare readonly incoming: Table<Incoming, number, Omit<Incoming, 'number'>>;
  declare readonly segments: Table<SegmentRow, number>;
  declare readonly segmentParts: Table<SegmentPart, [number, number]>;
  /** What the segments do not know yet. */
  declare readonly indexLog: Table<LogRow, ClippingId>;
  declare readonly versions: Table<Version, [ClippingId, string]>;
  /** The codebook; tags that nobody defined are only in the notes. */
  declare readonly codes: Table<Code, string>;
  /** Who appears in which article, and what they say there; made of texts and corrections, in the same transaction. */
  declare readonly appearances: Table<StoredAppearances, ClippingId>;
  declare readonly spoken: Table<SpokenClaims, ClippingId>;
  /** Whom the reader called the same, or not the same; stays when articles go. */
  declare readonly sameActors: Table<SameActor, string>;
  declare readonly toRead: Table<ToRead, string>;
  declare readonly waiting: Table<WaitingNote, NoteId>;
  /** What is to be known of the database itself. */
  declare readonly about: Table<AboutRow, string>;

  /** `steps` other than all of them is for tests of the upgrade. */
  constructor(name = 'hearsay', steps: readonly SchemaStep[] = SCHEMA) {
    // Notes must survive a crash of the machine: acknowledged means written to disk, not to a cache.
    super(name, { chromeTransactionDurability: 'strict' });
    for (const { version, stores, upgrade } of steps) {
      const step = this.version(version).stores({ ...stores });
      if (upgrade) step.upgrade(upgrade);
    }
    // Dexie opens data of a newer version as it is; writing old rows into it would damage it, so it is refused.
    const newest = Math.max(...steps.map((step) => step.version));
    this.on(
      'ready',
      () => {
        // IndexedDB counts whole numbers; Dexie multiplies its versions by ten.
        const stored = this.backendDB().version / 10;
        if (stored >= newest + 1) throw new Dexie.VersionError(`data of version ${stored}, program of ${newest}`);
      },
      true,
    );
  }
}

/** The one database; a cache of the connection, nothing is lost when the worker stops. */
export const database = new Database();
