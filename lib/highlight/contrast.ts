/**
 * Arithmetic of colours: reading them as a browser prints them, laying one over another, and the contrast ratio of
 * WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 */

/** Red, green and blue of sRGB, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** A colour and how much it covers, 0 to 1. */
export interface Colour {
  readonly rgb: Rgb;
  readonly alpha: number;
}

const NUMBER = String.raw`([\d.]+%?)`;
const RGB = new RegExp(String.raw`^rgba?\(\s*${NUMBER}[\s,]+${NUMBER}[\s,]+${NUMBER}(?:\s*[,/]\s*${NUMBER})?\s*\)$`);

function amount(text: string, whole: number): number {
  const value = Number.parseFloat(text);
  return text.endsWith('%') ? (value / 100) * whole : value;
}

/** A computed colour in `rgb()` or `rgba()`; null for any other notation (see `background.ts` for those). */
export function parseRgb(text: string): Colour | null {
  const [, red, green, blue, alpha] = RGB.exec(text) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  return {
    rgb: [amount(red, 255), amount(green, 255), amount(blue, 255)],
    alpha: alpha === undefined ? 1 : amount(alpha, 1),
  };
}

/** What is seen when `top` covers `below` with the given opacity. */
export function layOver(top: Rgb, alpha: number, below: Rgb): Rgb {
  const mix = (over: number, under: number) => over * alpha + under * (1 - alpha);
  return [mix(top[0], below[0]), mix(top[1], below[1]), mix(top[2], below[2])];
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance, 0 (black) to 1 (white). */
export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of two colours, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}
