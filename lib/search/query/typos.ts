/** Words shorter than this are not guessed: nearly every other short word is one letter away. */
const MIN_LENGTH = 4;

/** From this length on two letters may be wrong. */
const LONG = 8;

/** Letters that may be wrong in a word. */
export function allowedTypos(word: string): number {
  return word.length < MIN_LENGTH ? 0 : word.length < LONG ? 1 : 2;
}

/**
 * Whether `a` becomes `b` by at most `most` letters added, left out, exchanged, or swapped with their neighbour (optimal
 * string alignment; the rows are cut off where the distance is already too large).
 */
export function isWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let twoBack: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (twoBack[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return false;
    twoBack = before;
    before = row;
  }
  return (before[b.length] ?? 0) <= most;
}
