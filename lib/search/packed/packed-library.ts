import { asId, type ClippingId } from '../../model/ids';
import type { Description } from '../description';
import { type Candidate, type Library, rarity, tf } from '../library';
import type { Postings, Segment } from './segment';

/** Words of the query that candidates are looked for by: the rest weighs too little to bring one up. */
const QUERY_WORDS = 60;

/** In a library of some size, words that more than this share of all articles have find nothing worth the time. */
const MAX_SHARE = 0.3;
const SOME_SIZE = 400;

/** Several segments as one library. Of an article that stands in several the last counts. */
export class PackedLibrary implements Library {
  readonly segments: readonly Segment[];
  /** Number of the first article of each segment. */
  readonly starts: readonly number[];
  readonly ids: readonly string[];
  readonly #counts = new Map<string, number>();
  readonly #isLive: Uint8Array;

  constructor(segments: readonly Segment[], isGone: (id: string) => boolean = () => false) {
    this.segments = segments;
    this.ids = segments.flatMap((segment) => segment.ids);
    let start = 0;
    this.starts = segments.map((segment) => (start += segment.size) - segment.size);
    const last = new Map(this.ids.map((id, number) => [id, number]));
    this.#isLive = Uint8Array.from(this.ids, (id, number) => (last.get(id) === number && !isGone(id) ? 1 : 0));
  }

  get size(): number {
    return this.ids.length;
  }

  /** Whether the article with this number is there: not superseded, not gone. */
  isLive(number: number): boolean {
    return this.#isLive[number] === 1;
  }

  countOf(term: string): number {
    const known = this.#counts.get(term);
    if (known !== undefined) return known;
    const count = this.segments.reduce((sum, segment) => sum + (segment.find(term)?.count ?? 0), 0);
    this.#counts.set(term, count);
    return count;
  }

  /** Calls back with each article that has the term, by number, and how often it has it. */
  each(term: string, visit: (number: number, count: number) => void): void {
    for (const [s, segment] of this.segments.entries()) {
      const { articles, counts }: Postings = segment.postings(segment.find(term));
      const start = this.starts[s] ?? 0;
      for (let i = 0; i < articles.length; i++) visit(start + (articles[i] ?? 0), counts[i] ?? 1);
    }
  }

  nearest(query: Description, limit: number): Candidate[] {
    const closeness = new Float32Array(this.size);
    for (const { word, weight } of this.#strongest(query)) {
      const rarityOfWord = rarity(this, word);
      this.each(word, (number, count) => {
        closeness[number] = (closeness[number] ?? 0) + weight * tf(count) * rarityOfWord;
      });
    }
    for (const [s, segment] of this.segments.entries()) {
      const start = this.starts[s] ?? 0;
      for (let i = 0; i < segment.size; i++) {
        const sum = closeness[start + i] ?? 0;
        if (sum > 0) closeness[start + i] = this.isLive(start + i) ? sum / (segment.lengthOf(i) || 1) : 0;
      }
    }
    return best(closeness, limit).map((number) => ({
      clippingId: asId<ClippingId>(this.ids[number] ?? ''),
      closeness: closeness[number] ?? 0,
    }));
  }

  #strongest({ words, counts }: Description): { readonly word: string; readonly weight: number }[] {
    const tooMany = this.size < SOME_SIZE ? Infinity : this.size * MAX_SHARE;
    return words
      .map((word, i) => ({ word, count: this.countOf(word), times: counts[i] ?? 1 }))
      .filter(({ count }) => count > 0 && count <= tooMany)
      .map(({ word, times }) => ({ word, weight: tf(times) * rarity(this, word) }))
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, QUERY_WORDS);
  }
}

/** Numbers of the highest values above zero, highest first. */
export function best(values: ArrayLike<number>, limit: number): number[] {
  let found: number[] = [];
  let least = 0;
  const cut = () => {
    found = found.toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b).slice(0, limit);
    if (found.length === limit) least = values[found.at(-1) ?? 0] ?? 0;
  };
  for (let number = 0; number < values.length; number++) {
    if ((values[number] ?? 0) <= least) continue;
    found.push(number);
    if (found.length >= limit * 4) cut();
  }
  cut();
  return found;
}
