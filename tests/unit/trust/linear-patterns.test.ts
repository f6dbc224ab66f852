import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { builtPatterns, literals, type Pattern } from './patterns';

/** How long the texts are that patterns are baited with, and how long one look may take (a linear one needs two or three). */
const CHARS = 20_000;
const LIMIT_MS = 150;

/** What `recheck` may spend on one pattern; where that is not enough, the bait below is all there is. */
const SEARCH_MS = 60;

/** Runs of one character or few, with an end that fits nothing. */
const BAIT = [
  'a',
  'A',
  '1',
  '"',
  "'",
  '“',
  ' ',
  '\t',
  '\n',
  '-',
  '.',
  ',',
  '<',
  '&',
  '#',
  '/',
  '*',
  '=',
  ';',
  '(',
  '@',
  '|',
  ':',
  '_',
];
const PAIRS = [
  '. ',
  'a ',
  'A. ',
  'A-',
  '1,',
  '1.',
  '=,',
  'aA1',
  ' -',
  ' |',
  '\t;',
  '<a ',
  'href="',
  'A a ',
  '. A',
  '("',
  '\n-',
  '//',
  '-->',
  '\u{1F600}',
  '\u{10437}',
];

/** Patterns that only see texts cut to this length before, each with where that is done. */
const BOUNDED: Readonly<Record<string, number>> = {
  'lib/page/byline.ts': 500, // MAX_READ_CHARS
  'lib/page/title.ts': 1_000, // MAX_TITLE_CHARS
  'lib/page/parse-date.ts': 200, // MAX_DATE_CHARS
  'lib/page/drop-clutter.ts': 2_000, // MAX_CLUTTER_CHARS
};

/** The quickest of three looks at a text, in milliseconds. */
function looked(pattern: Pattern, text: string): number {
  const regex = new RegExp(pattern.source, pattern.flags);
  const times: number[] = [];
  while (times.length < 3 && (times.length === 0 || Math.min(...times) > LIMIT_MS)) {
    const start = performance.now();
    // All matches, as `replace` finds them: a pattern that starts anew at each place is as slow as one that backtracks.
    if (regex.global) text.replace(regex, '');
    else regex.exec(text);
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

/** Bait for every pattern, and the attack that `recheck` made for this one, drawn out to the same length. */
function baitFor({ source, flags }: Pattern, chars: number): string[] {
  const runs = [...BAIT, ...PAIRS].flatMap((run) => {
    const text = run.repeat(Math.ceil(chars / run.length)).slice(0, chars);
    return [`${text}!`, `x${text}\u0000x`];
  });
  const found = checkSync(source, flags, { timeout: SEARCH_MS });
  if (found.status !== 'vulnerable') return runs;
  const { pumps, suffix } = found.attack;
  const length = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.ceil(chars / Math.max(1, length));
  return [...runs, pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix];
}

describe('THREATS: ReDoS', () => {
  it('no regular expression of the product takes more than linear time', { timeout: 180_000 }, async () => {
    const patterns = [...literals(), ...(await builtPatterns())];
    expect(patterns.length).toBeGreaterThan(150);
    const slow = patterns.flatMap((pattern) => {
      const bait = baitFor(pattern, BOUNDED[pattern.file] ?? CHARS);
      const worst = bait.find((text) => looked(pattern, text) > LIMIT_MS);
      return worst === undefined
        ? []
        : [`${pattern.file}: /${pattern.source}/${pattern.flags} on ${worst.slice(0, 8)}…`];
    });
    expect(slow).toEqual([]);
  });

  it('the test finds a pattern that is not', () => {
    const slow = { file: '', source: String.raw`\s+$`, flags: '' };
    expect(baitFor(slow, CHARS).some((text) => looked(slow, text) > LIMIT_MS)).toBe(true);
  });
});
