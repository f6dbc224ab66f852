/** Writes the style sheet of all marks in all palettes; `highlights.css` is its output (`npm run highlight-css`). */
import type { Rgb } from '../model/contrast';
import { MARKS, type Mark } from './marks';
import { lookOf, registryName, SHARE, STRENGTHS, TONES, type Look, type Strength, type Tone } from './palettes';

function rgb(colour: Rgb): string {
  return `rgb(${colour.join(' ')})`;
}

function lineRule({ line }: Look): string {
  if (!line) return '';
  return `text-decoration: underline ${line.style} ${line.px}px ${rgb(line.rgb)}; text-underline-offset: ${line.offsetPx}px;`;
}

function tintRule({ tint }: Look, strength: Strength): string {
  const alpha = tint ? tint.alpha * SHARE[strength] : 0;
  if (!tint || alpha === 0) return '';
  return `background-color: rgb(${tint.rgb.join(' ')} / ${Number(alpha.toFixed(3))});`;
}

function rule(mark: Mark, tone: Tone, strength: Strength): string {
  const look = lookOf(mark, tone);
  const body = [tintRule(look, strength), lineRule(look)].filter(Boolean).join(' ');
  return body ? `::highlight(${registryName(mark, { tone, strength })}) { ${body} }` : '';
}

/**
 * Forced colours: lines keep their styles in the reader's own text colour, what is pointed at is selected text. Chromium
 * paints every highlight as selected text, whatever its rule says: a line in the colour of the text is seen there too.
 */
function forcedRule(mark: Mark): string {
  const { line } = lookOf(mark, 'light');
  const names = TONES.flatMap((tone) =>
    STRENGTHS.map((strength) => `::highlight(${registryName(mark, { tone, strength })})`),
  ).join(', ');
  const decoration = line
    ? 'background-color: transparent; text-decoration-color: currentColor;'
    : 'background-color: Highlight; color: HighlightText;';
  return `  ${names} { ${decoration} }`;
}

/** The whole sheet. */
export function stylesheet(): string {
  const rules = TONES.flatMap((tone) =>
    STRENGTHS.flatMap((strength) => MARKS.map((mark) => rule(mark, tone, strength))),
  ).filter(Boolean);
  return [
    '/* Written by scripts/write-highlight-css.ts from lib/highlight/palettes.ts: change it there. */',
    ...rules,
    '@media (forced-colors: active) {',
    ...MARKS.map(forcedRule),
    '}',
    '',
  ].join('\n');
}
