import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choosePalette, paperUnder, STACKS } from '../../../lib/highlight/choose-palette';
import { parseRgb } from '../../../lib/highlight/contrast';
import { contrast, type Rgb } from '../../../lib/model/contrast';
import { lookOf, TONES } from '../../../lib/highlight/palettes';
import { stylesheet } from '../../../lib/highlight/stylesheet';

const channel = fc.nat(255);
const anyRgb: fc.Arbitrary<Rgb> = fc.tuple(channel, channel, channel);

describe('contrast', () => {
  it.each<[Rgb, Rgb, number]>([
    [[0, 0, 0], [255, 255, 255], 21],
    [[119, 119, 119], [255, 255, 255], 4.48],
    [[255, 0, 0], [255, 255, 255], 4],
  ])('of %j on %j is %d', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 1);
    expect(contrast(b, a)).toBe(contrast(a, b));
  });

  it.each([
    ['rgb(1, 2, 3)', [1, 2, 3], 1],
    ['rgba(1, 2, 3, 0.5)', [1, 2, 3], 0.5],
    ['rgb(1 2 3 / 50%)', [1, 2, 3], 0.5],
  ])('reads %s', (text, rgb, alpha) => {
    expect(parseRgb(text)).toEqual({ rgb, alpha });
  });

  it('leaves other notations to the browser', () => {
    expect(parseRgb('oklch(0.5 0.1 20)')).toBeNull();
  });
});

describe('palette', () => {
  it.each<[string, Rgb, Rgb, string]>([
    ['black on white', [0, 0, 0], [255, 255, 255], 'light full'],
    ['black on salmon', [30, 30, 30], [255, 241, 229], 'light full'],
    ['white on charcoal', [240, 240, 240], [24, 24, 27], 'dark full'],
    ['grey with no room to spare', [118, 118, 118], [255, 255, 255], 'light bare'],
  ])('for %s', (_, text, paper, expected) => {
    const { tone, strength } = choosePalette(text, paper);
    expect(`${tone} ${strength}`).toBe(expected);
  });

  it('keeps readable text at 4.5 to 1 under every stack of marks, on any paper', () => {
    fc.assert(
      fc.property(anyRgb, anyRgb, (text, paper) => {
        fc.pre(contrast(text, paper) >= 4.5);
        const palette = choosePalette(text, paper);
        for (const stack of STACKS)
          expect(contrast(text, paperUnder(stack, palette, paper))).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 500 },
    );
  });

  it('draws lines at 3 to 1 on white, salmon, sepia, charcoal and black', () => {
    const papers: Rgb[] = [
      [255, 255, 255],
      [255, 241, 229],
      [244, 236, 216],
      [24, 24, 27],
      [0, 0, 0],
    ];
    for (const paper of papers) {
      const { tone } = choosePalette(paper[0] > 128 ? [0, 0, 0] : [255, 255, 255], paper);
      for (const mark of [
        'claim-direct',
        'actor-person',
        'note-amber',
        'note-green',
        'note-blue',
        'note-rose',
        'note-grey',
      ] as const) {
        const line = lookOf(mark, tone).line?.rgb ?? paper;
        expect(contrast(line, paper), `${mark} on ${paper.join()}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('tints a quiet claim by 12 % at most', () => {
    for (const tone of TONES)
      for (const kind of ['direct', 'mixed', 'indirect'] as const)
        expect(lookOf(`claim-${kind}`, tone).tint?.alpha).toBeLessThanOrEqual(0.12);
  });

  it('tells kinds and markers apart without colour', () => {
    const style = (mark: Parameters<typeof lookOf>[0]) => lookOf(mark, 'light').line?.style;
    expect(new Set((['direct', 'mixed', 'indirect'] as const).map((kind) => style(`claim-${kind}`))).size).toBe(3);
    expect(new Set((['amber', 'green', 'blue', 'rose', 'grey'] as const).map((c) => style(`note-${c}`))).size).toBe(5);
  });
});

describe('style sheet', () => {
  it('is what the palettes say (npm run highlight-css)', () => {
    const file = new URL('../../../lib/highlight/highlights.css', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(stylesheet());
  });
});
