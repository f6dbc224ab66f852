import type { StoreTrouble } from '../../lib/store/trouble';

/** What is wrong with the database, and the ways out of it. */
export interface TroublePort {
  /** Tells what is wrong, and null when it is over; gives the function that ends it. */
  readonly follow: (onTrouble: (trouble: StoreTrouble | null) => void) => () => void;
  /** The file name of the newest backup that is known; null where none is. */
  readonly newestBackup: () => Promise<string | null>;
  /** How many articles are missing of what was kept. */
  readonly missing: () => Promise<number>;
  /** The reader knows that what was kept is gone. */
  readonly accept: () => Promise<void>;
  /** Deletes the database and begins with an empty one. */
  readonly startAnew: () => Promise<void>;
  readonly reload: () => void;
  /** What is kept in this window goes when it is closed. */
  readonly isPrivate: boolean;
}
