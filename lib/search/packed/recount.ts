/**
 * Counts what an index says of each article, so that it can be held against what the article says itself. The postings
 * of an article become two numbers whose order does not matter: how many there are, and a sum of all of them.
 */
import type { Description } from '../description';
import { eachPosting, type Segment } from './segment';
import { extraTerms } from './terms-of';

/** Terms whose postings are read at once. */
const TERMS_AHEAD = 512;

/** What stands under all terms of one article. */
export interface PostingSum {
  readonly postings: number;
  readonly sum: number;
}

/** The postings that the article with this description must have. */
export function describedSum(description: Description): PostingSum {
  let sum = 0;
  for (const [i, word] of description.words.entries()) sum += weigh(hashOf(word), description.counts[i] ?? 1);
  const extra = extraTerms(description);
  for (const term of extra) sum += weigh(hashOf(term), 1);
  return { postings: description.words.length + extra.size, sum: sum % MODULUS };
}

/** The postings that a segment has of each of its articles, in its order; throws `DamagedSegment` when it is not whole. */
export async function packedSums(segment: Segment): Promise<readonly PostingSum[]> {
  const postings = new Uint32Array(segment.size);
  const sums = new Float64Array(segment.size);
  const terms = [...segment.dictionary.terms()];
  for (let at = 0; at < terms.length; at += TERMS_AHEAD) {
    const batch = terms.slice(at, at + TERMS_AHEAD);
    for (const [i, list] of (await segment.lists(batch)).entries()) {
      if (!list) continue;
      const hash = hashOf(batch[i]?.term ?? '');
      eachPosting(list, (article, count) => {
        postings[article] = (postings[article] ?? 0) + 1;
        sums[article] = (sums[article] ?? 0) + weigh(hash, count);
      });
    }
  }
  return Array.from(postings, (count, article) => ({ postings: count, sum: (sums[article] ?? 0) % MODULUS }));
}

/** Sums stay exact below 2^53: an article may have two million terms. */
const MODULUS = 2 ** 32;

/** FNV-1a over UTF-16 units. */
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  return hash;
}

function weigh(hash: number, count: number): number {
  const mixed = Math.imul(hash ^ Math.imul(count, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
