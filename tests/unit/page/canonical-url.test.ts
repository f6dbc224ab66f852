import { describe, expect, it } from 'vitest';
import { canonicalUrl, normaliseUrl } from '../../../lib/page/canonical-url';

const NORMALISED: readonly (readonly [string, string])[] = [
  ['https://Ferry.Example/News/Bridge/?utm_source=x&id=7#top', 'https://ferry.example/News/Bridge?id=7'],
  ['https://ferry.example:443/a?b=2&a=1', 'https://ferry.example/a?a=1&b=2'],
  ['https://ferry.example/', 'https://ferry.example'],
  ['https://ferry.example/a?fbclid=1', 'https://ferry.example/a'],
  ['https://user:secret@ferry.example/a', 'https://ferry.example/a'],
];

describe('normaliseUrl', () => {
  it.each(NORMALISED)('%s', (url, expected) => {
    expect(normaliseUrl(url)).toBe(expected);
  });

  it('is its own fixed point', () => {
    for (const [url] of NORMALISED) {
      const once = normaliseUrl(url) ?? '';
      expect(normaliseUrl(once)).toBe(once);
    }
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'nonsense', ''])('refuses %j', (url) => {
    expect(normaliseUrl(url)).toBeNull();
  });
});

const CANONICAL: readonly (readonly [string, string, readonly string[], string])[] = [
  [
    'takes the declared address',
    'https://ferry.example/a?s=1',
    ['https://www.ferry.example/a'],
    'https://www.ferry.example/a',
  ],
  ['reads a relative one', 'https://ferry.example/amp/a', ['/a'], 'https://ferry.example/a'],
  ['does not believe another site', 'https://ferry.example/a', ['https://evil.example2/a'], 'https://ferry.example/a'],
  ['tells apart sites below co.uk', 'https://ferry.co.uk/a', ['https://other.co.uk/a'], 'https://ferry.co.uk/a'],
  ['does not believe the front page', 'https://ferry.example/a', ['https://ferry.example/'], 'https://ferry.example/a'],
  [
    'asks the next one',
    'https://ferry.example/a?x=1',
    ['https://', 'https://m.ferry.example/b'],
    'https://m.ferry.example/b',
  ],
  [
    'believes a reader cache',
    'https://ferry-example.cdn.ampproject.org/c/a',
    ['https://ferry.example/a'],
    'https://ferry.example/a',
  ],
  ['keeps what is no address', 'about:blank', [], 'about:blank'],
];

describe('canonicalUrl', () => {
  it.each(CANONICAL)('%s', (_, page, declared, expected) => {
    expect(canonicalUrl(page, declared)).toBe(expected);
  });
});
