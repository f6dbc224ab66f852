import { describe, expect, it, vi } from 'vitest';
import { backUpIfDue, backUpNow, type RollingPort } from '../../../lib/background/rolling-backup';
import { fail, ok } from '../../../lib/model/result';
import { FIRST_SETTINGS, type RollingSettings, toSettings } from '../../../lib/platform/rolling-settings';

const DAY = 86_400_000;
const START = Date.UTC(2026, 4, 1, 9, 15, 2);

/** A downloads folder with a clock that the test sets. */
function folder(first: Partial<RollingSettings>, more: Partial<RollingPort> = {}) {
  let settings: RollingSettings = { ...FIRST_SETTINGS, ...first };
  const clock = { now: START };
  const files: { id: number; name: string }[] = [];
  const port: RollingPort = {
    now: () => clock.now,
    isPrivate: () => false,
    settings: async () => settings,
    change: async (change) => (settings = { ...settings, ...change }),
    count: async () => 3,
    write: async () => new Blob(['{}']),
    save: async (name) => (files.unshift({ id: files.length, name }), ok(null)),
    saved: async (pattern) => files.filter(({ name }) => pattern.test(name)),
    remove: async (file) => void files.splice(files.indexOf(file), 1),
    ...more,
  };
  return { port, clock, files, settings: () => settings };
}

describe('a backup that is written by itself', () => {
  it('is not, before the reader wants it', async () => {
    const { port, files } = folder({});
    await backUpIfDue(port);
    expect(files).toEqual([]);
  });

  it('is not in a private window, of which nothing may reach the disk', async () => {
    const { port, files } = folder({ every: 'day' }, { isPrivate: () => true });
    await backUpIfDue(port);
    expect(files).toEqual([]);
  });

  it.each([
    ['day', DAY],
    ['week', 7 * DAY],
  ] as const)('is written once a %s, by the clock', async (every, span) => {
    const { port, clock, files } = folder({ every });
    const visits = [0, 1, span - 1, span, span + 1, 2 * span + 1];
    const counts: number[] = [];
    for (const visit of visits) {
      clock.now = START + visit;
      await backUpIfDue(port);
      counts.push(files.length);
    }
    expect(counts).toEqual([1, 1, 1, 2, 2, 3]);
    expect(files.at(-1)?.name).toBe('hearsay-backup-2026-05-01-091502.json');
  });

  it('is not written of an empty library, which would drive the full ones out', async () => {
    const { port, files } = folder({ every: 'day' }, { count: async () => 0 });
    await backUpIfDue(port);
    expect(files).toEqual([]);
  });

  it('leaves the newest, and files of others, where they are', async () => {
    const { port, clock, files } = folder({ every: 'day', keep: 3 });
    files.push({ id: 99, name: 'hearsay-backup-2020-01-01.json' }, { id: 98, name: 'thesis.json' });
    for (let day = 0; day < 6; day++) {
      clock.now = START + day * DAY;
      await backUpIfDue(port);
    }
    expect(files.map(({ name }) => name)).toEqual([
      'hearsay-backup-2026-05-06-091502.json',
      'hearsay-backup-2026-05-05-091502.json',
      'hearsay-backup-2026-05-04-091502.json',
      'hearsay-backup-2020-01-01.json',
      'thesis.json',
    ]);
  });

  it('deletes nothing and says why when it cannot be written, and tries again', async () => {
    const save = vi.fn<RollingPort['save']>(async () => fail('interrupted'));
    const { port, files, settings } = folder({ every: 'day', keep: 3 }, { save });
    for (let i = 0; i < 5; i++) files.push({ id: i, name: `hearsay-backup-2026-04-0${i + 1}-000000.json` });
    await backUpIfDue(port);
    await backUpIfDue(port);
    expect(files).toHaveLength(5);
    expect(save).toHaveBeenCalledTimes(2);
    expect(settings()).toMatchObject({ lastAt: 0, failure: 'interrupted' });
    save.mockImplementation(async () => ok(null));
    expect(await backUpIfDue(port)).toMatchObject({ lastAt: START, failure: null });
  });

  it('tells of a store that does not answer', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const write = () => Promise.reject(new Error('no'));
    const { port } = folder({ every: 'day' }, { write });
    expect(await backUpNow(port)).toMatchObject({ failure: 'failed' });
    vi.restoreAllMocks();
  });

  it('goes on when the clock was set back', async () => {
    const { port, files } = folder({ every: 'week', lastAt: START + 400 * DAY });
    await backUpIfDue(port);
    expect(files).toHaveLength(1);
  });
});

describe('stored settings', () => {
  it.each([undefined, null, 7, 'x', {}, { every: 'hour', keep: 4, lastAt: 'now', failure: 1 }])(
    'that are %j are as at first',
    (stored) => expect(toSettings(stored)).toEqual(FIRST_SETTINGS),
  );
  it('are read as they were written', () => {
    const settings = { every: 'week', keep: 10, lastAt: 5, failure: 'interrupted' };
    expect(toSettings(settings)).toEqual(settings);
  });
});
