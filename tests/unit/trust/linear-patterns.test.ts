import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { builtPatterns, literals, type Pattern } from './patterns';

/** How long the texts are that patterns are baited with. */
const CHARS = 10_000;

/** A look that costs less than this is not asked how it grows: the clock is too coarse, and no reader notices. */
const NOTICED_MS = 10;
/** A text four times as long costs a linear pattern four times as much, a quadratic one sixteen times. */
const LONGER = 4;
const GROWTH_LIMIT = 8;
/** The least cost of so many looks counts, so that one disturbed look does no harm. */
const LOOKS = 3;
/**
 * Before that the text grows from a few characters in small steps: an exponential pattern costs more than is noticed
 * on a short text already, and would never end on a long one.
 */
const SHORTEST_CHARS = 12;
const SHORT_CHARS = 1_000;
const STEP = 1.3;

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

/** A text made to be hard, of about this many characters. */
type Bait = (chars: number) => string;

const repeat = (run: string, chars: number) => run.repeat(Math.ceil(chars / run.length)).slice(0, chars);
const RUNS: readonly Bait[] = [...BAIT, ...PAIRS].flatMap((run): Bait[] => [
  (chars) => `${repeat(run, chars)}!`,
  (chars) => `x${repeat(run, chars)}\u0000x`,
]);

/** Bait for every pattern, and the attack that `recheck` made for this one, drawn out to any length. */
function baitFor({ source, flags }: Pattern): readonly Bait[] {
  const found = checkSync(source, flags, { timeout: SEARCH_MS });
  if (found.status !== 'vulnerable') return RUNS;
  const { pumps, suffix } = found.attack;
  const length = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const attack: Bait = (chars) => {
    const times = Math.ceil(chars / Math.max(1, length));
    return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
  };
  return [...RUNS, attack];
}

/** Milliseconds of work that a look at a text costs this process, however busy the machine is with others. */
function costOf(regex: RegExp, text: string): number {
  const before = process.cpuUsage();
  // All matches, as `replace` finds them: a pattern that starts anew at each place is as slow as one that backtracks.
  if (regex.global) text.replace(regex, '');
  else regex.exec(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Whether this text costs more than is noticed, each time. */
function isNoticed(regex: RegExp, text: string): boolean {
  for (let look = 0; look < LOOKS; look++) if (costOf(regex, text) < NOTICED_MS) return false;
  return true;
}

/** Whether the cost of a look grows faster than the text. */
function outgrows(regex: RegExp, bait: Bait, chars: number): boolean {
  for (let short = SHORTEST_CHARS; short < Math.min(chars, SHORT_CHARS); short *= STEP)
    if (isNoticed(regex, bait(short))) return true;
  const long = bait(chars);
  const short = bait(chars / LONGER);
  let [least, leastShort] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let look = 0; look < LOOKS; look++) {
    least = Math.min(least, costOf(regex, long));
    if (least < NOTICED_MS) return false;
    leastShort = Math.min(leastShort, costOf(regex, short));
    if (least <= leastShort * GROWTH_LIMIT) return false;
  }
  return true;
}

/** The beginning of a text on which this pattern takes more than linear time; null when none was found. */
function slowOn(pattern: Pattern): string | null {
  const regex = new RegExp(pattern.source, pattern.flags);
  const slow = baitFor(pattern).find((bait) => outgrows(regex, bait, BOUNDED[pattern.file] ?? CHARS));
  return slow?.(8).slice(0, 8) ?? null;
}

const made = (source: string, flags = ''): Pattern => ({ file: '', source, flags });

describe('THREATS: ReDoS', () => {
  it('no regular expression of the product takes more than linear time', { timeout: 300_000 }, async () => {
    const patterns = [...literals(), ...(await builtPatterns())];
    expect(patterns.length).toBeGreaterThan(150);
    const slow = patterns.flatMap((pattern) => {
      const text = slowOn(pattern);
      return text === null ? [] : [`${pattern.file}: /${pattern.source}/${pattern.flags} on ${text}…`];
    });
    expect(slow).toEqual([]);
  });

  it.each([
    ['starts anew at each place', made(String.raw`\s+$`)],
    ['starts anew at each place, all matches', made(String.raw`<a [^>]*>`, 'g')],
    ['is exponential', made(String.raw`^(?:a|a)+$`)],
  ])('finds a pattern that %s', { timeout: 300_000 }, (_, pattern) => {
    expect(slowOn(pattern)).not.toBeNull();
  });

  it('passes one that costs much, but grows no faster than its text', { timeout: 300_000 }, () => {
    const wide = /(?=[^]{1500})[^]/g;
    const bait: Bait = (chars) => 'a'.repeat(chars);
    expect(isNoticed(wide, bait(3 * CHARS))).toBe(true);
    expect(outgrows(wide, bait, 3 * CHARS)).toBe(false);
  });
});
