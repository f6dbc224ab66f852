import { browser } from 'wxt/browser';

const KEY = 'rollingBackup';

export const INTERVALS = ['off', 'day', 'week'] as const;
export type Interval = (typeof INTERVALS)[number];

/** How many backups may be kept. */
export const KEEPS = [3, 5, 10, 30] as const;

/** What the reader chose about backups that are made by themselves, and how the last one went. */
export interface RollingSettings {
  readonly every: Interval;
  /** How many of the newest stay. */
  readonly keep: number;
  /** Epoch milliseconds of the last one that was written, 0 before the first. */
  readonly lastAt: number;
  /** Why the last attempt failed, null when it did not. */
  readonly failure: string | null;
}

/** Nothing is written before the reader wants it. */
export const FIRST_SETTINGS: RollingSettings = { every: 'off', keep: 5, lastAt: 0, failure: null };

/** Stored settings as they may be read: whatever does not fit is as at first. */
export function toSettings(stored: unknown): RollingSettings {
  const field = (key: keyof RollingSettings): unknown =>
    typeof stored === 'object' && stored !== null ? Reflect.get(stored, key) : undefined;
  const [every, keep, lastAt, failure] = [field('every'), field('keep'), field('lastAt'), field('failure')];
  return {
    every: INTERVALS.find((each) => each === every) ?? FIRST_SETTINGS.every,
    keep: KEEPS.find((each) => each === keep) ?? FIRST_SETTINGS.keep,
    lastAt: typeof lastAt === 'number' && Number.isSafeInteger(lastAt) ? lastAt : FIRST_SETTINGS.lastAt,
    failure: typeof failure === 'string' ? failure : null,
  };
}

/** The settings as they are. */
export async function readRolling(): Promise<RollingSettings> {
  return toSettings((await browser.storage.local.get(KEY))[KEY]);
}

/** Changes some of the settings and gives them as they are then. */
export async function changeRolling(change: Partial<RollingSettings>): Promise<RollingSettings> {
  const settings = { ...(await readRolling()), ...change };
  await browser.storage.local.set({ [KEY]: settings });
  return settings;
}
