import { describe, expect, it } from 'vitest';
import { Backoff } from '../../../lib/foreground/backoff';

/** Plays a page that changes every `everyMs` for `totalMs`; gives the times at which it was looked at. */
function play(everyMs: number, totalMs: number, costMs = 20): number[] {
  const backoff = new Backoff();
  const looks: number[] = [];
  let due: number | null = null;
  for (let now = 0; now < totalMs; now += 10) {
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
  it('waits until the page has settled, but less than 100 ms', () => {
    const backoff = new Backoff();
    expect(backoff.afterChange(1000)).toBe(50);
    expect(backoff.afterChange(1040)).toBe(50);
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
    for (let i = 0; i < 1000 && backoff.afterChange(i * 100_000) !== null; i++) backoff.looked(i * 100_000, 1);
    expect(backoff.afterChange(1e9)).toBeNull();
    backoff.reset();
    expect(backoff.afterChange(1e9)).toBe(50);
  });

  it('spends less than a tenth of the time on a page that never rests', () => {
    expect(play(10, 60_000, 50).length * 50).toBeLessThan(6000);
  });
});
