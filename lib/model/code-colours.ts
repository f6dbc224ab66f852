import { contrast, type Rgb } from './contrast';

/** Colours offered for codes; each can be told from the papers of both themes. The first is that of a tag without one. */
export const CODE_COLOURS = [
  '#767676',
  '#c04a3f',
  '#b8622a',
  '#9a7416',
  '#6f8a2a',
  '#3a8d55',
  '#25898f',
  '#3a7fc6',
  '#7a6fd0',
  '#a85fae',
  '#c4527d',
  '#8f7355',
] as const;

/** The papers that marks of a code lie on: light and raised, dark and raised. */
const PAPERS: readonly Rgb[] = [
  [0xfc, 0xfb, 0xf8],
  [0xff, 0xff, 0xff],
  [0x1c, 0x1d, 0x1f],
  [0x26, 0x28, 0x2b],
];

/** What a mark needs to be told from its paper (WCAG 2.2, 1.4.11). */
const MARK_CONTRAST = 3;

/** Whether a mark in this colour ("#rrggbb") can be told from the paper in both themes. */
export function isTold(colour: string): boolean {
  return PAPERS.every((paper) => contrast(rgbOf(colour), paper) >= MARK_CONTRAST);
}

/** The colour itself where it can be told in both themes, else the nearest to it (mixed with black or white) that can. */
export function toldColour(colour: string): string {
  const rgb = rgbOf(colour);
  for (let share = 0; share <= 1; share += 0.02)
    for (const end of [0, 255]) {
      const mixed = hexOf([mix(rgb[0], end, share), mix(rgb[1], end, share), mix(rgb[2], end, share)]);
      if (isTold(mixed)) return mixed;
    }
  return CODE_COLOURS[0];
}

function mix(channel: number, end: number, share: number): number {
  return Math.round(channel * (1 - share) + end * share);
}

function rgbOf(colour: string): Rgb {
  const number = Number.parseInt(colour.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
