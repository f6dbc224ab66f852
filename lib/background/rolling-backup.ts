/**
 * Backups that are written by themselves, if the reader turned them on: no alarm wakes anything for them. Whenever a page
 * of ours is opened (panel, library, options) it is looked whether one is due. The worker could not do it: in Chromium it
 * has no way to hand a large file to the downloads.
 */
import type { Result } from '../model/result';
import { deleteSaved, maySave, saveFile, savedFiles, type SavedFile, type SaveFailure } from '../platform/downloads';
import { isPrivateWindow } from '../platform/private-window';
import { changeRolling, readRolling, type RollingSettings } from '../platform/rolling-settings';
import { countEveryKept } from '../store/backup';
import { exportBackup } from './backup';

const DAY_MS = 86_400_000;
const EVERY_MS = { day: DAY_MS, week: 7 * DAY_MS } as const;

/** What is shown first is not kept waiting by a backup. */
const IDLE_MS = 5_000;

/** Names of the files; only such are ever deleted. */
const NAME = /^hearsay-backup-\d{4}-\d{2}-\d{2}-\d{6}(?: ?\(\d+\))?\.json$/;

/** Everything a rolling backup needs from outside; a test gives its own. */
export interface RollingPort {
  now(): number;
  /** Whether what is kept lies in a private window, of which nothing may reach the disk by itself. */
  isPrivate(): boolean;
  settings(): Promise<RollingSettings>;
  change(change: Partial<RollingSettings>): Promise<RollingSettings>;
  /** How many articles are kept. */
  count(): Promise<number>;
  write(): Promise<Blob>;
  save(name: string, file: Blob): Promise<Result<null, SaveFailure>>;
  /** Our own backups, newest first. */
  saved(pattern: RegExp): Promise<readonly SavedFile[]>;
  remove(file: SavedFile): Promise<void>;
}

const PORT: RollingPort = {
  now: () => Date.now(),
  isPrivate: isPrivateWindow,
  settings: readRolling,
  change: changeRolling,
  count: () => countEveryKept(),
  write: () => exportBackup(),
  save: saveFile,
  saved: savedFiles,
  remove: deleteSaved,
};

/** The file name of the newest backup that was written by itself; null where there is none, or it may not be looked. */
export async function newestBackup(): Promise<string | null> {
  return (await maySave()) ? ((await savedFiles(NAME))[0]?.name ?? null) : null;
}

/** Looks in a moment whether a backup is due; one page of several does it. */
export function backUpSoon(): void {
  setTimeout(() => {
    void navigator.locks.request('rolling-backup', { ifAvailable: true }, (lock) => lock && backUpIfDue());
  }, IDLE_MS);
}

/** Writes a backup if the last one is older than the reader wants; gives the settings as they are then. */
export async function backUpIfDue(port: RollingPort = PORT): Promise<RollingSettings> {
  const settings = await port.settings();
  if (port.isPrivate()) return settings;
  return isDue(settings, port.now()) && (await port.count()) > 0 ? backUpNow(port) : settings;
}

/** Writes a backup and deletes the oldest of ours beyond the number to keep; what fails is told by the settings. */
export async function backUpNow(port: RollingPort = PORT): Promise<RollingSettings> {
  const at = port.now();
  try {
    const saved = await port.save(fileName(at), await port.write());
    if (!saved.ok) return await port.change({ failure: saved.reason });
    const settings = await port.change({ lastAt: at, failure: null });
    for (const old of (await port.saved(NAME)).slice(settings.keep)) await port.remove(old);
    return settings;
  } catch (error) {
    console.error('Hearsay: no backup was written', error);
    return port.change({ failure: 'failed' });
  }
}

/** A clock that was set back must not end all backups: a last one that lies in the future counts as none. */
function isDue({ every, lastAt }: RollingSettings, now: number): boolean {
  if (every === 'off') return false;
  return now - lastAt >= EVERY_MS[every] || lastAt > now;
}

/** "hearsay-backup-2026-11-30-091502.json", in UTC, so that names are in order. */
function fileName(at: number): string {
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  return `hearsay-backup-${day}-${time.slice(0, 8).replaceAll(':', '')}.json`;
}
