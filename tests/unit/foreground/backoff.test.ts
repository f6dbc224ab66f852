import { describe, expect, it } from 'vitest';
import { Backoff, SETTLED_MS } from '../../../lib/foreground/backoff';

/** The clock of the play goes on by so much. */
const STEP_MS = 10;

/** Plays a page that changes every `everyMs` for `totalMs`; gives the times at which it was looked at. */
function play(everyMs: number, totalMs: number, costMs = 20): number[] {
  const backoff = new Backoff();
  const looks: number[] = [];
  let due: number | null = null;
  for (let now = 0; now < totalMs; now += STEP_MS) {
    if (due !== null && now >= due) {
      looks.push(now);
      backoff.looked(now, costMs);
      due = null;
    }
    if (now % everyMs === 0) {
      const wait = backoff.afterChange(now);
      due = wait === null ? null : now + wait;
    }
  }
  return looks;
}

describe('looking at a changing page', () => {
  it('waits until the page has settled, and leaves time to read it within 100 ms', () => {
    const backoff = new Backoff();
    expect(SETTLED_MS).toBeLessThanOrEqual(25);
    expect(backoff.afterChange(1000)).toBe(SETTLED_MS);
    expect(backoff.afterChange(1040)).toBe(SETTLED_MS);
  });

  it('looks at a page that never settles, ever more rarely', () => {
    const looks = play(20, 120_000);
    expect(looks.length).toBeGreaterThan(2);
    expect(looks.length).toBeLessThan(20);
    const gaps = looks.slice(1).map((at, i) => at - (looks[i] ?? 0));
    expect(gaps.at(-1)).toBeGreaterThan(gaps[0] ?? 0);
  });

  it('gives up in the end, until it is reset', () => {
    const backoff = new Backoff();
    let now = 0;
    for (; now < 1e6 && backoff.afterChange(now) !== null; now += 1000) backoff.looked(now, 1);
    expect(backoff.afterChange(now)).toBeNull();
    backoff.reset();
    expect(backoff.afterChange(now)).toBe(SETTLED_MS);
  });

  it('follows a page at once that changes now and then, for hours', () => {
    const looks = play(5000, 3 * 3_600_000);
    expect(looks).toHaveLength(3 * 720);
    expect(new Set(looks.map((at) => at % 5000))).toEqual(new Set([Math.ceil(SETTLED_MS / STEP_MS) * STEP_MS]));
  });

  it('comes back to a page that it had given up once that has rested', () => {
    const backoff = new Backoff();
    let now = 0;
    for (; backoff.afterChange(now) !== null; now += 1000) backoff.looked(now, 1);
    expect(backoff.afterChange(now + 2000)).toBeNull();
    expect(backoff.afterChange(now + 6000)).toBe(SETTLED_MS);
  });

  it('asks for a longer rest from a page that is slow to read', () => {
    const backoff = new Backoff();
    backoff.looked(0, 500);
    expect(backoff.afterChange(5000)).toBe(5000);
    backoff.looked(10_000, 500);
    expect(backoff.afterChange(21_000)).toBe(SETTLED_MS);
  });

  it('spends less than a tenth of the time on a page that never rests', () => {
    expect(play(10, 60_000, 50).length * 50).toBeLessThan(6000);
  });
});
