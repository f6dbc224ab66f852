import { wordsOf } from './terms';

/** Of two quotations that are the same or nearly so. */
export interface SameQuotation {
  readonly here: string;
  readonly there: string;
}

/** Share of the shorter quotation's words that the other must have in the same order. */
const MIN_SHARED = 0.8;

/** Words in a row that both must share: without it long quotations meet in "the", "of" and "that". */
const MIN_RUN = 3;

/**
 * Pairs of near-equal quotations of two articles: case, punctuation and typography do not matter, one may be trimmed
 * or have a word changed. Each quotation is used once, the longest first.
 */
export function sameQuotations(here: readonly string[], there: readonly string[]): SameQuotation[] {
  const others = there.map((text) => ({ text, words: wordsOf(text), used: false }));
  const longestFirst = here
    .map((text) => ({ text, words: wordsOf(text) }))
    .toSorted((a, b) => b.words.length - a.words.length);
  return longestFirst.flatMap(({ text, words }) => {
    const match = others.find((other) => !other.used && isNearEqual(words, other.words));
    if (!match) return [];
    match.used = true;
    return [{ here: text, there: match.text }];
  });
}

/** Whether one sequence of words is the other, trimmed or slightly changed. */
export function isNearEqual(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < MIN_RUN) return false;
  const words = new Set(long);
  const known = short.filter((word) => words.has(word)).length;
  if (known < MIN_SHARED * short.length) return false;
  const { length, run } = alignment(short, long);
  return run >= Math.min(MIN_RUN, short.length) && length >= MIN_SHARED * short.length;
}

/** The longest common subsequence, and the longest run of equal words in a row. */
function alignment(a: readonly string[], b: readonly string[]): { length: number; run: number } {
  let lengths = new Uint16Array(b.length + 1);
  let runs = new Uint16Array(b.length + 1);
  let run = 0;
  for (const word of a) {
    const nextLengths = new Uint16Array(b.length + 1);
    const nextRuns = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++) {
      const isSame = word === b[j - 1];
      nextRuns[j] = isSame ? (runs[j - 1] ?? 0) + 1 : 0;
      nextLengths[j] = isSame ? (lengths[j - 1] ?? 0) + 1 : Math.max(lengths[j] ?? 0, nextLengths[j - 1] ?? 0);
      run = Math.max(run, nextRuns[j] ?? 0);
    }
    lengths = nextLengths;
    runs = nextRuns;
  }
  return { length: lengths[b.length] ?? 0, run };
}
