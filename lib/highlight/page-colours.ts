/** Reads from the live page in which colour a text stands, and on what. */
import { choosePalette, paletteOnPicture } from './choose-palette';
import type { Rgb } from '../model/contrast';
import { layOver, parseRgb, type Colour } from './contrast';
import type { Palette } from './palettes';

const WHITE: Rgb = [255, 255, 255];
/** What Chromium and Firefox paint behind a page that asks for a dark scheme and sets no background. */
const DARK_CANVAS: Rgb = [24, 24, 27];

/** Tells the palette for the text directly inside an element. */
export type PaletteOf = (element: Element) => Palette;

/** A reader of palettes that remembers its answers; make a new one when the page may have changed its colours. */
export function createPaletteReader(view: Window): PaletteOf {
  const byElement = new WeakMap<Element, Palette>();
  const byColours = new Map<string, Palette>();
  const parse = colourParser();

  const read = (element: Element): Palette => {
    const text = parse(view.getComputedStyle(element).color)?.rgb ?? [0, 0, 0];
    const paper = paperBehind(element, view, parse);
    const key = `${text.join()} ${paper?.join()}`;
    const known = byColours.get(key) ?? (paper ? choosePalette(text, paper) : paletteOnPicture(text));
    byColours.set(key, known);
    return known;
  };
  return (element) => {
    const known = byElement.get(element) ?? read(element);
    byElement.set(element, known);
    return known;
  };
}

/** The colour behind an element, its own and its ancestors' backgrounds laid over one another; null for a picture. */
export function paperBehind(element: Element, view: Window, parse = colourParser()): Rgb | null {
  const above: Colour[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = view.getComputedStyle(at);
    const colour = parse(style.backgroundColor);
    // Pages set faint textures on the body; only a picture nearer than that is what the text is read on.
    if (style.backgroundImage !== 'none' && at !== at.ownerDocument.body && at !== at.ownerDocument.documentElement) {
      return null;
    }
    if (colour && colour.alpha > 0) above.push(colour);
    if (colour && colour.alpha >= 1) break;
  }
  return above.reduceRight((below, { rgb, alpha }) => layOver(rgb, alpha, below), canvasOf(element, view));
}

function canvasOf(element: Element, view: Window): Rgb {
  const scheme = view.getComputedStyle(element.ownerDocument.documentElement).colorScheme;
  if (!/\bdark\b/.test(scheme)) return WHITE;
  const onlyDark = !/\blight\b/.test(scheme);
  return onlyDark || view.matchMedia('(prefers-color-scheme: dark)').matches ? DARK_CANVAS : WHITE;
}

/** Parses any colour that a browser prints; what is not `rgb()` (oklch, lab, display-p3) is painted and read back. */
function colourParser(): (text: string) => Colour | null {
  let context: OffscreenCanvasRenderingContext2D | null | undefined;
  return (text) => {
    const known = parseRgb(text);
    if (known || text === '') return known;
    context ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!context) return null;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = text;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    return { rgb: [red, green, blue], alpha: alpha / 255 };
  };
}
