/**
 * Aligns two short stretches of words that keep their order (Needleman and Wunsch 1970): equal words match, misspelt ones nearly,
 * a replaced word costs less than a word lost and another put in, so rewritten sentences stay in step.
 */
import { likeness } from './likeness';
import type { Vocabulary } from './words';

/** Larger gaps are cut at words that occur once on both sides; without such words they stay open. */
const MAX_CELLS = 400_000;

/** What may still be spent on one pair of texts, in cells of the alignment table; when it is used up, gaps stay open. */
export interface Budget {
  cells: number;
}

/** About 30 ms. */
export function newBudget(): Budget {
  return { cells: 1_000_000 };
}

const GAP = -0.25;
const REPLACED = -0.1;
/** Weight of a matching word by its length: long words prove more. */
const WEIGHT_PER_LETTER = 0.25;
const MAX_WEIGHT = 2;

/** Words that differ by more letters, or in the first one, are not compared (see `likeness.ts`). */
const MAX_LETTERS_APART = 2;
const SHAPES_A_LETTER = 64;

/** Calls `match` with positions in the two stretches and the share of the old word that is still there. */
export function fillGap(
  old: readonly number[],
  next: readonly number[],
  vocabulary: Vocabulary,
  budget: Budget,
  match: (old: number, next: number, share: number) => void,
): void {
  if (old.length === 0 || next.length === 0) return;
  if (old.length * next.length <= MAX_CELLS) {
    alignAll(old, next, vocabulary, budget, match);
    return;
  }
  const anchors = risingUniqueWords(old, next);
  if (anchors.length === 0) return;
  let [fromOld, fromNext] = [0, 0];
  for (const [i, j] of [...anchors, [old.length, next.length] as const]) {
    const [a, b] = [fromOld, fromNext];
    const [olds, nexts] = [old.slice(a, i), next.slice(b, j)];
    if (olds.length * nexts.length <= MAX_CELLS) {
      alignAll(olds, nexts, vocabulary, budget, (x, y, share) => match(a + x, b + y, share));
    }
    if (i < old.length) match(i, j, 1);
    [fromOld, fromNext] = [i + 1, j + 1];
  }
}

function alignAll(
  old: readonly number[],
  next: readonly number[],
  vocabulary: Vocabulary,
  budget: Budget,
  match: (old: number, next: number, share: number) => void,
): void {
  if (old.length * next.length > budget.cells) return;
  budget.cells -= old.length * next.length;
  const width = next.length + 1;
  const best = new Float32Array((old.length + 1) * width);
  const like = new Likeness(vocabulary);
  const there = Int32Array.from(next);
  const shapes = Int32Array.from(next, (id) => like.shapeOf(id));
  for (let j = 1; j < width; j++) best[j] = j * GAP;
  for (let i = 1; i <= old.length; i++) {
    best[i * width] = i * GAP;
    const word = old[i - 1] ?? -1;
    const shape = like.shapeOf(word);
    for (let j = 1; j < width; j++) {
      const at = i * width + j;
      const other = there[j - 1] ?? -1;
      // Nearly all pairs are other words; asking for each would take most of the time.
      const isOther = word !== other && Math.abs(shape - (shapes[j - 1] ?? 0)) > MAX_LETTERS_APART;
      const diagonal = (best[at - width - 1] ?? 0) + (isOther ? REPLACED : like.score(word, other));
      const gap = Math.max(best[at - width] ?? 0, best[at - 1] ?? 0) + GAP;
      best[at] = Math.max(diagonal, gap);
    }
  }
  let [i, j] = [old.length, next.length];
  while (i > 0 && j > 0) {
    const at = i * width + j;
    const [a, b] = [old[i - 1] ?? -1, next[j - 1] ?? -1];
    const share = like.share(a, b);
    const isDiagonal = Math.abs((best[at] ?? 0) - (best[at - width - 1] ?? 0) - like.score(a, b)) < 1e-4;
    if (isDiagonal) {
      if (share > 0) match(i - 1, j - 1, share);
      i--;
      j--;
    } else if ((best[at - width] ?? 0) >= (best[at - 1] ?? 0)) i--;
    else j--;
  }
}

/** How alike two words are, remembered by their ids. */
class Likeness {
  readonly #vocabulary: Vocabulary;
  readonly #shares = new Map<number, number>();
  readonly #weights = new Map<number, number>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** First letter and length in one number: words whose shapes are further apart than `MAX_LETTERS_APART` are not alike. */
  shapeOf(id: number): number {
    const key = this.#vocabulary.keyOf(id);
    return key.charCodeAt(0) * SHAPES_A_LETTER + Math.min(key.length, SHAPES_A_LETTER - 2 * MAX_LETTERS_APART);
  }

  share(a: number, b: number): number {
    if (a === b) return 1;
    if (Math.abs(this.shapeOf(a) - this.shapeOf(b)) > MAX_LETTERS_APART) return 0;
    const key = a * 0x200000 + b;
    const known = this.#shares.get(key);
    if (known !== undefined) return known;
    const share = likeness(this.#vocabulary.keyOf(a), this.#vocabulary.keyOf(b));
    this.#shares.set(key, share);
    return share;
  }

  score(a: number, b: number): number {
    const share = this.share(a, b);
    return share > 0 ? share * this.#weightOf(a) : REPLACED;
  }

  #weightOf(id: number): number {
    const known = this.#weights.get(id);
    if (known !== undefined) return known;
    const weight = Math.min(MAX_WEIGHT, WEIGHT_PER_LETTER * this.#vocabulary.keyOf(id).length);
    this.#weights.set(id, weight);
    return weight;
  }
}

/** Pairs of positions of words that occur once on each side, the longest series that rises on both. */
function risingUniqueWords(old: readonly number[], next: readonly number[]): (readonly [number, number])[] {
  const there = uniquePositions(next);
  const pairs: (readonly [number, number])[] = [];
  for (const [id, i] of uniquePositions(old)) {
    const j = there.get(id);
    if (j !== undefined) pairs.push([i, j]);
  }
  pairs.sort((a, b) => a[0] - b[0]);
  return longestRising(pairs);
}

function uniquePositions(ids: readonly number[]): Map<number, number> {
  const positions = new Map<number, number>();
  for (const [i, id] of ids.entries()) positions.set(id, positions.has(id) ? -1 : i);
  for (const [id, i] of positions) if (i < 0) positions.delete(id);
  return positions;
}

/** The longest series of pairs whose second member rises (patience sorting). */
function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [k, [, j]] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    before[k] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = k;
  }
  const chain: (readonly [number, number])[] = [];
  for (let k = tops.at(-1) ?? -1; k >= 0; k = before[k] ?? -1) {
    const pair = pairs[k];
    if (pair) chain.push(pair);
  }
  return chain.toReversed();
}
