/** Shorter words have too many neighbours to be taken for misspelt. */
const MIN_LETTERS = 4;
/** Longer ones are no words, and comparing them costs the square of their length. */
const MAX_LETTERS = 40;

/**
 * How much of word `a` is left in `b`, if `b` is `a` misspelt or inflected: 1 for the same word, 0 for another word. Numbers are
 * the same or they are not. Distance counts neighbours swapped as one step (optimal string alignment).
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  if (longer > MAX_LETTERS) return 0;
  if (Math.min(a.length, b.length) < MIN_LETTERS - 1 || longer < MIN_LETTERS || a[0] !== b[0] || /\d/.test(a + b))
    return 0;
  const allowed = longer < 8 ? 1 : 2;
  if (Math.abs(a.length - b.length) > allowed) return 0;
  const steps = distance(a, b);
  return steps <= allowed ? 1 - steps / longer : 0;
}

function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
