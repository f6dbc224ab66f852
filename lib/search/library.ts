import type { Description } from './description';
import { fold } from './terms';

/** Where a word occurs: numbers of articles and how often each has it. */
interface Posting {
  readonly articles: number[];
  readonly counts: number[];
}

/**
 * Articles counted besides those that are here: with only a handful of them every shared word would else count as
 * common, and every word of one article as rare.
 */
const UNSEEN = 20;

/**
 * Descriptions arranged by word, so that a query touches only the articles that share a word with it. Weights are
 * TF-IDF with logarithms of both; an article's vector has length 1.
 */
export class Library {
  readonly #descriptions: readonly Description[];
  readonly #postings = new Map<string, Posting>();
  readonly #actors = new Map<string, number>();
  readonly #lengths: Float64Array;

  constructor(descriptions: readonly Description[]) {
    this.#descriptions = descriptions;
    for (const [number, one] of descriptions.entries()) {
      for (const [i, word] of one.words.entries()) {
        const posting = this.#postings.get(word) ?? { articles: [], counts: [] };
        posting.articles.push(number);
        posting.counts.push(one.counts[i] ?? 1);
        this.#postings.set(word, posting);
      }
      for (const name of one.actors) this.#actors.set(fold(name), (this.#actors.get(fold(name)) ?? 0) + 1);
    }
    this.#lengths = Float64Array.from(descriptions, (one) => this.#lengthOf(one));
  }

  get size(): number {
    return this.#descriptions.length;
  }

  /** The description with this number, 0 to `size` - 1. */
  at(number: number): Description {
    const one = this.#descriptions[number];
    if (!one) throw new RangeError(`no article ${number} of ${this.size}`);
    return one;
  }

  /** The cosine of `query` with each article, by number; 0 where they share no word. */
  cosines(query: Description): Float64Array {
    const cosines = new Float64Array(this.size);
    const length = this.#lengthOf(query) || 1;
    for (const [i, word] of query.words.entries()) {
      const posting = this.#postings.get(word);
      if (!posting) continue;
      const rarity = this.wordRarity(word);
      const here = (tf(query.counts[i]) * rarity * rarity) / length;
      for (let k = 0; k < posting.articles.length; k++) {
        const number = posting.articles[k] ?? 0;
        cosines[number] = (cosines[number] ?? 0) + (here * tf(posting.counts[k])) / (this.#lengths[number] || 1);
      }
    }
    return cosines;
  }

  /** Inverse document frequency of a word; highest for one that no article has. */
  wordRarity(word: string): number {
    return this.#rarity(this.#postings.get(word)?.articles.length ?? 1);
  }

  /** The same for the name of an actor. */
  actorRarity(name: string): number {
    return this.#rarity(this.#actors.get(fold(name)) ?? 1);
  }

  #rarity(seen: number): number {
    return Math.log((this.size + UNSEEN) / seen);
  }

  #lengthOf(one: Description): number {
    let sum = 0;
    for (const [i, word] of one.words.entries()) sum += (tf(one.counts[i]) * this.wordRarity(word)) ** 2;
    return Math.sqrt(sum);
  }
}

/** Weight of a word that occurs `count` times in an article. */
export function tf(count = 1): number {
  return 1 + Math.log(count);
}
