import { describe, expect, it } from 'vitest';
import { firstPart } from '../../../lib/language/segment/first-part';

const WORDS = 'The ferry left at noon. ';
const FACE = '\u{1F600}';

describe('the part of a text that is read', () => {
  it.each([
    ['nothing', ''],
    ['an article', WORDS.repeat(4_100)],
  ])('is all of %s', (_, text) => {
    expect(firstPart(text)).toBe(text);
  });

  it('of a longer one ends between paragraphs', () => {
    const first = WORDS.repeat(4_080).trim();
    expect(firstPart(`${first}\n\n${WORDS.repeat(900)}`).trim()).toBe(first);
  });

  it('of one without paragraphs ends between words', () => {
    const text = WORDS.repeat(6_000);
    const part = firstPart(text);
    expect(part.length).toBeLessThan(text.length);
    expect(text.charAt(part.length)).toBe(' ');
  });

  it.each([0, 1])('of one without gaps never ends inside a character, shifted by %i', (shift) => {
    const part = firstPart('x'.repeat(shift) + FACE.repeat(80_000));
    expect(part).toMatch(/\u{1F600}$/u);
    expect(part.length).toBeGreaterThan(90_000);
  });
});
