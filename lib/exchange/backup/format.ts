import type { Code } from '../../model/code';
import type { SameActor } from '../../model/known-actor';

/**
 * The backup file: one JSON document that is also readable line by line, so that neither writing nor reading it needs
 * more memory than one article:
 *
 *   {"format":"hearsay-backup","version":2,"codes":[…],"sameActors":[…],"articles":[
 *   {…one article with its text, notes and corrections…},
 *   {…}
 *   ]}
 */
export const FORMAT = 'hearsay-backup';

/** Raised when records change their shape; older files are read, newer ones refused. 2: codes, what a note is about, same actors. */
export const VERSION = 2;

/** What a backup holds beside the articles. */
export interface BackupHead {
  readonly codes: readonly Code[];
  readonly sameActors: readonly SameActor[];
}

/** Why a file is refused as a whole. */
export type BackupRefusal = 'not-a-backup' | 'cut-off' | 'newer-version';

/** Thrown for a file that is refused; nothing of it has been stored. */
export class BackupRefused extends Error {
  constructor(
    readonly reason: BackupRefusal,
    /** The version of the file, where it says one. */
    readonly version: number | null = null,
  ) {
    super(reason);
    this.name = 'BackupRefused';
  }
}
