// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { findDeclaredBody, isCutShort } from '../../../lib/page/long-read';

const paragraph = (i: number) =>
  `Paragraph ${i}: the river ran high again, and the old bridge at Marrow stayed closed to all.`;
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const markup = (from: number, to: number) =>
  numbers(from, to)
    .map((i) => `<p>${paragraph(i)}</p>`)
    .join('');
const declared = numbers(0, 40).map(paragraph).join('\n');

describe('a long read split over containers', () => {
  it('is noticed and found whole', () => {
    document.body.innerHTML = `<header><p>Other words</p></header><main><div>${markup(0, 20)}</div><div>${markup(20, 40)}</div></main>`;
    expect(isCutShort(document, declared.length / 3, declared)).toBe(true);
    expect(findDeclaredBody(document, declared)?.localName).toBe('main');
  });

  it('is not suspected where all was found, or nothing is declared', () => {
    document.body.innerHTML = markup(0, 40);
    expect(isCutShort(document, declared.length, declared)).toBe(false);
    expect(isCutShort(document, declared.length / 3, '')).toBe(false);
  });

  it('has no remedy where the declared paragraphs are not on the page', () => {
    document.body.innerHTML = '<p>Something else altogether that is long enough to count as a paragraph of prose.</p>';
    expect(findDeclaredBody(document, declared)).toBeNull();
  });
});
