/** Arithmetic of colours: reading them as a browser prints them, and laying one over another. */
import type { Rgb } from '../model/contrast';

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
