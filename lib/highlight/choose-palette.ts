/**
 * Chooses the palette for one text colour on one paper colour: the tone whose line is seen best, and the strongest
 * tints under which the text keeps a contrast of 4.5 to 1, also where a pointed claim lies under a note.
 *
 *   black on white      light, full
 *   #6f6f6f on white    light, bare: the page left no room (5.0 to 1)
 *   white on #222       dark, full
 */
import { contrast, type Rgb } from '../model/contrast';
import { layOver } from './contrast';
import type { Mark } from './marks';
import { lookOf, SHARE, STRENGTHS, TONES, type Palette, type Tone } from './palettes';

/** WCAG 2.2 level AA for text of normal size, and a little for the rounding of painted colours. */
const LEAST_CONTRAST = 4.5 + 0.05;

const CLAIMS: readonly (readonly Mark[])[] = [[], ['claim-direct'], ['claim-indirect', 'claim-direct']];
const NOTES: readonly (readonly Mark[])[] = [
  [],
  ['note-amber'],
  ['note-green'],
  ['note-blue'],
  ['note-rose'],
  ['note-grey'],
];
const POINTED: readonly (readonly Mark[])[] = [
  [],
  ['pointed-content'],
  ['pointed-speaker'],
  ['pointed-actor'],
  ['flash'],
  ['pointed-content', 'flash'],
  ['pointed-speaker', 'flash'],
];

/** The stacks of marks that can meet on one word, in the order in which they are painted. */
export const STACKS: readonly (readonly Mark[])[] = CLAIMS.flatMap((claims) =>
  NOTES.flatMap((notes) => POINTED.map((pointed) => [...claims, ...notes, ...pointed])),
);

/** The colour behind a word on which these marks lie. */
export function paperUnder(stack: readonly Mark[], palette: Palette, paper: Rgb): Rgb {
  return stack.reduce<Rgb>((below, mark) => {
    const { tint } = lookOf(mark, palette.tone);
    return tint ? layOver(tint.rgb, tint.alpha * SHARE[palette.strength], below) : below;
  }, paper);
}

function toneFor(paper: Rgb): Tone {
  const seen = (tone: Tone) => contrast(lookOf('claim-direct', tone).line?.rgb ?? paper, paper);
  return TONES.reduce((best, tone) => (seen(tone) > seen(best) ? tone : best));
}

/** The palette for text on paper. Text that the page itself sets below 4.5 to 1 gets lines only. */
export function choosePalette(text: Rgb, paper: Rgb): Palette {
  const tone = toneFor(paper);
  const strength = STRENGTHS.find((candidate) =>
    STACKS.every((stack) => contrast(text, paperUnder(stack, { tone, strength: candidate }, paper)) >= LEAST_CONTRAST),
  );
  return { tone, strength: strength ?? 'bare' };
}

/** The palette where the paper is a picture or a gradient: lines only, in the tone that goes with the text. */
export function paletteOnPicture(text: Rgb): Palette {
  return { tone: contrast(text, [255, 255, 255]) > contrast(text, [0, 0, 0]) ? 'light' : 'dark', strength: 'bare' };
}
