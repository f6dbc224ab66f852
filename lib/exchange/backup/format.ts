/**
 * The backup file: one JSON document that is also readable line by line, so that neither writing nor reading it needs
 * more memory than one article:
 *
 *   {"format":"hearsay-backup","version":2,"articles":[
 *   {…one article with its text, notes and corrections…},
 *   {…}
 *   ],"beside":[
 *   {"kind":…,"row":{…what is kept beside the articles…}}
 *   ]}
 *
 * Version 1 had nothing beside the articles.
 */
export const FORMAT = 'hearsay-backup';

/** Raised when records change their shape; older files are read, newer ones refused. */
export const VERSION = 2;

/** The line between the articles and what is kept beside them. */
export const BESIDE = '],"beside":[';

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
