import { asId, type ClippingId } from '../../model/ids';
import type { Description } from '../description';
import { type Candidate, type Library, type LibraryCounts, rarity, rarityOfCount, tf } from '../library';
import { COMMON_STEMS } from '../terms';
import { hashOf } from '../word-hash';
import { encodeText } from './bytes';
import { countOfStep, ROUGH_COUNTS } from './rough-counts';
import { eachPosting, type List, type Segment } from './segment';

/** Words of the query that candidates are looked for by: the rest weighs too little to bring one up. */
const QUERY_WORDS = 60;

/** In a library of some size, words that more than this share of all articles have find nothing worth the time. */
const MAX_SHARE = 0.3;
const SOME_SIZE = 400;

const COMMON_HASHES: ReadonlySet<number> = new Set([...COMMON_STEMS].map(hashOf));

/** Where one term occurs in the library. */
export interface Occurrences {
  /** Calls back with each article that has the term, by number, and how often it has it. */
  each(visit: (number: number, count: number) => void): void;
}

/** Several segments as one library; an article stands in one of them. */
export class PackedLibrary implements Library {
  readonly segments: readonly Segment[];
  /** How many articles the segments have, those that are gone among them. */
  readonly size: number;
  /** Number of the first article of each segment. */
  readonly starts: readonly number[];
  readonly #counts = new Map<string, number>();
  readonly #gone = new Set<number>();
  readonly #largest: Segment | undefined;
  /** By rough count, those of common words after the others; NaN where it was not asked for yet. */
  readonly #rarities = new Float64Array(2 * ROUGH_COUNTS).fill(NaN);

  /** `fresh` segments are asked like the others, but none of their articles is `gone`. */
  constructor(segments: readonly Segment[], gone: ReadonlySet<string> = new Set(), fresh: readonly Segment[] = []) {
    this.segments = [...segments, ...fresh];
    let start = 0;
    this.starts = this.segments.map((segment) => (start += segment.size) - segment.size);
    this.size = start;
    [this.#largest] = this.segments.toSorted((a, b) => b.size - a.size);
    if (gone.size === 0) return;
    for (const [s, segment] of segments.entries())
      for (const article of segment.numbersOf(gone).values()) this.#gone.add((this.starts[s] ?? 0) + article);
  }

  /** Takes the articles off that are gone. */
  keepLive(hits: Uint8Array): void {
    for (const number of this.#gone) hits[number] = 0;
  }

  /** Whether the article with this number is there. */
  isLive(number: number): boolean {
    return !this.#gone.has(number);
  }

  idOf(number: number): ClippingId {
    let s = this.starts.length - 1;
    while (s > 0 && (this.starts[s] ?? 0) > number) s--;
    return asId(this.segments[s]?.idOf(number - (this.starts[s] ?? 0)) ?? '');
  }

  /** The numbers of those of these articles that are there. */
  numbersOf(ids: ReadonlySet<string> | ReadonlyMap<string, unknown>): Map<string, number> {
    const found = new Map<string, number>();
    for (const [s, segment] of this.segments.entries())
      for (const [id, article] of segment.numbersOf(ids)) {
        const number = (this.starts[s] ?? 0) + article;
        if (this.isLive(number)) found.set(id, number);
      }
    return found;
  }

  countOf(term: string): number {
    const known = this.#counts.get(term);
    if (known !== undefined) return known;
    const bytes = encodeText(term);
    let count = 0;
    for (const segment of this.segments) count += segment.dictionary.find(bytes)?.count ?? 0;
    this.#counts.set(term, count);
    return count;
  }

  /** By the largest segment alone; of a word that one of its articles has, or none, as if it were one of all. */
  roughRarityOf(hash: number): number {
    const step = this.#largest?.rough.stepOf(hash) ?? 0;
    const isCommon = COMMON_HASHES.has(hash);
    const at = isCommon ? ROUGH_COUNTS + step : step;
    const known = this.#rarities[at] ?? NaN;
    if (!Number.isNaN(known)) return known;
    const scale = step === 0 ? 1 : this.size / (this.#largest?.size || 1);
    return (this.#rarities[at] = rarityOfCount(this.size, countOfStep(step) * scale, isCommon));
  }

  /** Where each of these terms occurs, all read together. */
  async occurrences(terms: readonly string[]): Promise<readonly Occurrences[]> {
    const encoded = terms.map(encodeText);
    const found = await Promise.all(
      this.segments.map((segment) => segment.lists(encoded.map((bytes) => segment.dictionary.find(bytes)))),
    );
    return terms.map((_, t) => ({
      each: (visit) => {
        for (const [s, start] of this.starts.entries()) {
          const list: List | null | undefined = found[s]?.[t];
          if (list) eachPosting(list, (article, count) => visit(start + article, count));
        }
      },
    }));
  }

  async nearest(query: Description, limit: number): Promise<Candidate[]> {
    const closeness = new Float32Array(this.size);
    const strongest = this.#strongest(query);
    const occurrences = await this.occurrences(strongest.map(({ word }) => word));
    for (const [i, { word, weight }] of strongest.entries()) {
      const factor = weight * rarity(this, word);
      occurrences[i]?.each((number, count) => {
        closeness[number] = (closeness[number] ?? 0) + factor * tf(count);
      });
    }
    for (const [s, segment] of this.segments.entries()) {
      const start = this.starts[s] ?? 0;
      const scale = 1 / scaleOf(segment, this);
      for (let i = 0; i < segment.size; i++) {
        const sum = closeness[start + i] ?? 0;
        if (sum > 0) closeness[start + i] = (sum * scale) / (segment.lengthOf(i) || 1);
      }
    }
    for (const number of this.#gone) closeness[number] = 0;
    return best(closeness, limit).map((number) => ({
      clippingId: this.idOf(number),
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

/** By how much the lengths of a segment, which know only its own articles, fall short of those in the whole library. */
function scaleOf(segment: Segment, library: LibraryCounts): number {
  const rarest = (size: number) => rarity({ size, countOf: () => 1 }, '');
  return rarest(library.size) / rarest(segment.size);
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
