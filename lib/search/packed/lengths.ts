import { rarity, tf } from '../library';

/** Adds up the lengths of the articles' vectors, term by term, as weighed within the segment itself. */
export class Lengths {
  readonly #squares: Float64Array;

  constructor(size: number) {
    this.#squares = new Float64Array(size);
  }

  add(term: string, articles: readonly number[], counts: readonly number[]): void {
    if (!isWord(term)) return;
    const weight = rarity({ size: this.#squares.length, countOf: () => articles.length }, term);
    for (const [i, article] of articles.entries()) {
      this.#squares[article] = (this.#squares[article] ?? 0) + (tf(counts[i] ?? 1) * weight) ** 2;
    }
  }

  take(): Float64Array {
    return this.#squares.map(Math.sqrt);
  }
}

/** Whether the term is a word of the text. */
function isWord(term: string): boolean {
  return /^[\p{L}\p{N}]/u.test(term);
}
