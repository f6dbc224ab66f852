/** What ranking asks of the stored articles, however they are indexed. */
import type { ClippingId } from '../model/ids';
import type { Description } from './description';
import { COMMON_STEMS } from './terms';

/** A stored article that shares words with a query. */
export interface Candidate {
  readonly clippingId: ClippingId;
  /** About the cosine of the two; exact enough to choose whom to look at closely. */
  readonly closeness: number;
}

/** Counts over all stored articles. */
export interface LibraryCounts {
  /** How many articles there are. */
  readonly size: number;
  /** In how many of them the word occurs, 0 where in none. */
  countOf(word: string): number;
}

/** The same with a quicker way to about the right rarity. */
export interface RoughCounts extends LibraryCounts {
  /** About the rarity of any word with this hash (see `word-hash.ts`). */
  roughRarityOf(hash: number): number;
}

export interface Library extends RoughCounts {
  /** The `limit` articles nearest to the query by its words, nearest first. */
  nearest(query: Description, limit: number): Promise<Candidate[]>;
}

/**
 * Articles counted besides those that are stored, each with all the common words and no other: with only a handful of
 * articles every shared word would else count as common, and "the" as rare.
 */
const UNSEEN = 20;

/** Softens the weight of rare words a little: names of one story's own would else outweigh all the rest. */
const SOFTEN = 0.6;

/** Inverse document frequency of a word; highest for one that no article has. */
export function rarity(library: LibraryCounts, word: string): number {
  return rarityOfCount(library.size, library.countOf(word), COMMON_STEMS.has(word));
}

/** The same for a word that so many of `size` articles have. */
export function rarityOfCount(size: number, count: number, isCommon: boolean): number {
  return Math.log((size + UNSEEN) / Math.max(1, count + (isCommon ? UNSEEN : 0))) ** SOFTEN;
}

/** Weight of a word that occurs `count` times in an article. */
export function tf(count: number): number {
  return count < LOGS.length ? 1 + (LOGS[count] ?? 0) : 1 + Math.log(count);
}

/** Logarithms of the counts that nearly all words have. */
const LOGS = Float64Array.from({ length: 64 }, (_, count) => Math.log(count));
