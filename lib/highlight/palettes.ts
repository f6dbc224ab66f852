/**
 * The colours of all marks, fixed in advance.
 *
 * The rules live in a style sheet that the browser adds for the extension (`highlights.css`), which the page can
 * neither see nor change. Colours computed for one page would need a sheet made by script in
 * `document.adoptedStyleSheets`, and that list is open to every script of the page. So the page's colours choose
 * among a few palettes instead: two tones (ink for light and for dark paper), each in three strengths.
 */
import type { Rgb } from '../model/contrast';
import type { Mark } from './marks';

export type Tone = 'light' | 'dark';
/** full: tints and lines; soft: tints of half the strength; bare: lines only, the paper stays as it is. */
export type Strength = 'full' | 'soft' | 'bare';

export interface Palette {
  readonly tone: Tone;
  readonly strength: Strength;
}

export const TONES = ['light', 'dark'] as const satisfies readonly Tone[];
export const STRENGTHS = ['full', 'soft', 'bare'] as const satisfies readonly Strength[];

/** Part of a tint that is left in each strength. */
export const SHARE: Record<Strength, number> = { full: 1, soft: 0.5, bare: 0 };

export type LineStyle = 'solid' | 'dashed' | 'dotted' | 'double' | 'wavy';

/** How one mark looks in one tone. */
export interface Look {
  /** Colour and opacity of the tint in full strength; null for none. */
  readonly tint: { readonly rgb: Rgb; readonly alpha: number } | null;
  /** The underline; null for none. */
  readonly line: {
    readonly rgb: Rgb;
    readonly style: LineStyle;
    readonly px: number;
    readonly offsetPx: number;
  } | null;
}

/** Plum: no marker has it and no common link has it, so a claim is taken for neither. */
const CLAIM: Record<Tone, Rgb> = { light: [124, 58, 140], dark: [214, 164, 226] };
/** Its line while nobody points at it: seen at 3 to 1, and no more. */
const QUIET_LINE: Record<Tone, Rgb> = { light: [156, 98, 172], dark: [164, 122, 176] };
const ACTOR: Record<Tone, Rgb> = { light: [88, 88, 96], dark: [170, 172, 182] };

const INK: Record<Tone, Record<'amber' | 'green' | 'blue' | 'rose' | 'grey', Rgb>> = {
  light: {
    amber: [150, 92, 0],
    green: [26, 115, 62],
    blue: [24, 96, 176],
    rose: [190, 40, 92],
    grey: [92, 92, 96],
  },
  dark: {
    amber: [255, 196, 64],
    green: [112, 214, 146],
    blue: [122, 182, 255],
    rose: [255, 140, 174],
    grey: [178, 180, 186],
  },
};

const MARKER: typeof INK = {
  light: {
    amber: [255, 204, 51],
    green: [104, 211, 145],
    blue: [120, 184, 255],
    rose: [255, 142, 176],
    grey: [160, 164, 172],
  },
  dark: INK.dark,
};

/** Tints that a quiet claim and a marker stroke may have: a claim stays under 12 %. */
const CLAIM_ALPHA: Record<Tone, number> = { light: 0.07, dark: 0.09 };
/** Light ink on dark paper brightens it more than dark ink darkens light paper. */
const POINTED_SHARE: Record<Tone, number> = { light: 1, dark: 0.7 };
const MARKER_ALPHA: Record<Tone, number> = { light: 0.42, dark: 0.18 };

function claim(tone: Tone, style: LineStyle): Look {
  const px = style === 'dotted' ? 1.5 : 1;
  return {
    tint: { rgb: CLAIM[tone], alpha: CLAIM_ALPHA[tone] },
    line: { rgb: QUIET_LINE[tone], style, px, offsetPx: 3 },
  };
}

function actor(tone: Tone, style: LineStyle): Look {
  return { tint: null, line: { rgb: ACTOR[tone], style, px: 1, offsetPx: 2 } };
}

function note(tone: Tone, colour: keyof (typeof INK)['light'], style: LineStyle, px: number): Look {
  return {
    tint: { rgb: MARKER[tone][colour], alpha: MARKER_ALPHA[tone] },
    line: { rgb: INK[tone][colour], style, px, offsetPx: 5 },
  };
}

/** The look of a mark in a tone. */
export function lookOf(mark: Mark, tone: Tone): Look {
  return LOOKS[mark](tone);
}

const LOOKS: Record<Mark, (tone: Tone) => Look> = {
  'claim-direct': (tone) => claim(tone, 'solid'),
  'claim-mixed': (tone) => claim(tone, 'dashed'),
  'claim-indirect': (tone) => claim(tone, 'dotted'),
  'actor-person': (tone) => actor(tone, 'dotted'),
  'actor-organization': (tone) => actor(tone, 'double'),
  'actor-place': (tone) => actor(tone, 'dashed'),
  'note-amber': (tone) => note(tone, 'amber', 'solid', 2),
  'note-green': (tone) => note(tone, 'green', 'double', 1),
  'note-blue': (tone) => note(tone, 'blue', 'dashed', 2),
  'note-rose': (tone) => note(tone, 'rose', 'wavy', 1),
  'note-grey': (tone) => note(tone, 'grey', 'dotted', 2),
  'pointed-content': (tone) => ({ tint: { rgb: CLAIM[tone], alpha: 0.12 * POINTED_SHARE[tone] }, line: null }),
  'pointed-actor': (tone) => ({ tint: { rgb: ACTOR[tone], alpha: 0.16 * POINTED_SHARE[tone] }, line: null }),
  'pointed-speaker': (tone) => ({
    tint: { rgb: CLAIM[tone], alpha: 0.18 * POINTED_SHARE[tone] },
    line: { rgb: CLAIM[tone], style: 'solid', px: 2, offsetPx: 3 },
  }),
  'pointed-cue': (tone) => ({ tint: null, line: { rgb: CLAIM[tone], style: 'solid', px: 2, offsetPx: 3 } }),
  flash: (tone) => ({
    tint: { rgb: CLAIM[tone], alpha: 0.14 * POINTED_SHARE[tone] },
    line: { rgb: CLAIM[tone], style: 'solid', px: 3, offsetPx: 3 },
  }),
};

/** The name under which ranges of this mark and palette are registered; other scripts share the registry. */
export function registryName(mark: Mark, palette: Palette): string {
  return `hearsay-${palette.tone}-${palette.strength}-${mark}`;
}
