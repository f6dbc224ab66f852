import { describe, expect, it } from 'vitest';
import { mixOdds, mixScores } from '../../../../lib/language/net/mix';
import { SmallRows } from '../../../../lib/language/net/net-file';

describe('mixing both roads', () => {
  it('leaves the linear odds alone where the net did not look', () => {
    expect(mixOdds(1.5, undefined)).toBe(1.5);
    expect(mixOdds(2, -2)).toBeGreaterThan(-2);
    expect(mixOdds(2, -2)).toBeLessThan(2);
    expect(mixOdds(2, 2)).toBeCloseTo(2);
  });

  it.each([
    ['from the first token', 0, [1, 0, 0, 0]],
    ['within', 1, [0, 1, 0, 0]],
    ['up to the last', 3, [0, 0, 0, 1]],
    ['before the window', -1, [0, 0, 0, 0]],
    ['behind the window', 4, [0, 0, 0, 0]],
  ])('adds the scores of the net where it looked: %s', (_, at, expected) => {
    const window = { from: 10, length: 4, labels: 2 };
    const scores = new Float32Array(window.length * window.labels).fill(2);
    const look = { from: window.from + at, scores: Float32Array.of(10, 0), odds: 0 };
    mixScores(scores, window.from, window.labels, look);
    const first = Array.from(scores).filter((__, k) => k % 2 === 0);
    const share = scores[1] ?? 0;
    expect(first.map((score) => Math.sign(Math.round((score - share) * 10)))).toEqual(expected);
  });
});

describe('rows of four bits', () => {
  it('add up to numbers from -7 to 7 times the scale and a share', () => {
    const rows = new SmallRows(4, Float32Array.of(1, 0.5), Uint8Array.of(0x98, 0xf1, 0x8f, 0x07));
    const target = new Float32Array(5);
    rows.addTo(target, 1, 0, 1);
    expect([...target]).toEqual([0, 0, 1, -7, 7]);
    rows.addTo(target, 1, 1, 2);
    expect([...target]).toEqual([0, 7, 1, -8, -1]);
  });
});
