/**
 * What keeps the files of the library whole, in the worker and in each page of ours: how far they have come is remembered
 * apart from them, and in each session of the browser the log is begun anew, see `freshenLog`.
 */
import { libraryMark } from '../platform/library-mark';
import { isPrivateWindow } from '../platform/private-window';
import { readSession, writeSession } from '../platform/session';
import { type Database, database } from '../store/database';
import { freshenLog } from '../store/fresh-log';
import { hasRoom, ROOM_TO_WRITE } from '../store/room';
import { findTrouble, type MarkPlace, rememberState } from '../store/trouble';
import { followWrites } from '../store/write';

/** Writes come in groups; one note of them is enough. */
const REMEMBER_MS = 300;

/** After which it is looked for room again. */
const AGAIN_MS = 5_000;

/** Set in a session of the browser in which the log was begun anew. */
const FRESH = 'freshLog';

/** Everything that is needed from outside; a test gives its own. */
export interface CarePort {
  readonly place: MarkPlace;
  readonly isFresh: () => Promise<boolean>;
  readonly setFresh: (isFresh: boolean) => Promise<void>;
  readonly hasRoom: () => Promise<boolean>;
  readonly freshen: (db: Database) => Promise<void>;
}

const PORT: CarePort = {
  place: libraryMark,
  isFresh: async () => (await readSession(FRESH)) === true,
  setFresh: (isFresh) => writeSession(FRESH, isFresh || undefined),
  hasRoom: () => hasRoom(ROOM_TO_WRITE),
  // Firefox keeps its databases otherwise.
  freshen: import.meta.env.FIREFOX ? async () => {} : freshenLog,
};

/** Takes care from now on. */
export function careForLibrary(): void {
  // What is kept in a private window lies in no file.
  if (isPrivateWindow()) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  followWrites({
    onStored: (db) => {
      clearTimeout(timer);
      timer = setTimeout(() => void rememberState(libraryMark, db).catch(warn), REMEMBER_MS);
    },
    onBroken: () => void PORT.setFresh(false).then(() => beginLater()),
  });
  beginLater(0);
}

/** Where there is no room it is tried again until there is, or until the worker is stopped: the next one tries, too. */
function beginLater(waitMs = AGAIN_MS): void {
  setTimeout(() => void beginOrTryAgain().catch(warn), waitMs);
}

async function beginOrTryAgain(): Promise<void> {
  const isFresh = await navigator.locks.request('library-care', () => beginSession());
  if (!isFresh) beginLater();
}

/**
 * Once in each session of the browser: looks whether something is gone before writes hide it, and begins the log anew.
 * False where there is no room for that.
 */
export async function beginSession(port: CarePort = PORT, db: Database = database): Promise<boolean> {
  if (await port.isFresh()) return true;
  if (!(await port.hasRoom())) return false;
  const trouble = await findTrouble(port.place, db);
  // There is nothing to be written to.
  if (trouble === 'damaged' || trouble === 'newer-data') return true;
  await port.freshen(db);
  await port.setFresh(true);
  return true;
}

/** It is tried again with the next page, or when the worker is woken next. */
function warn(error: unknown): void {
  console.warn('Hearsay: the library was not cared for', error);
}
