import { fold } from './terms';

/** A word of a text and where it stands. */
export interface PlacedWord {
  readonly start: number;
  readonly end: number;
  /** Lower case without diacritics and possessives. */
  readonly key: string;
}

/** The words of a text in order, those of one letter too. */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    key: fold(word)
      .replace(/['’]s$/u, '')
      .replace(/’/gu, "'"),
  }));
}

/** Longer texts are not aligned: no quotation is so long, and the work grows with the square. */
const MAX_WORDS = 600;

/**
 * Pairs of equal words of two texts, as numbers, in order: a longest common subsequence, of those one with long runs.
 * Words that are equal alone, without an equal neighbour, are left out: "the" and "of" meet anywhere.
 */
export function alignWords(a: readonly PlacedWord[], b: readonly PlacedWord[]): (readonly [number, number])[] {
  if (a.length > MAX_WORDS || b.length > MAX_WORDS) return [];
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const diagonal = lengths[(i + 1) * width + j + 1] ?? 0;
      lengths[i * width + j] =
        a[i]?.key === b[j]?.key
          ? diagonal + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const here = lengths[i * width + j] ?? 0;
    if (a[i]?.key === b[j]?.key && here === (lengths[(i + 1) * width + j + 1] ?? 0) + 1) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs.filter(([i, j], n) => {
    const [before, after] = [pairs[n - 1], pairs[n + 1]];
    const isAfter = before?.[0] === i - 1 && before[1] === j - 1;
    return isAfter || (after?.[0] === i + 1 && after[1] === j + 1);
  });
}
