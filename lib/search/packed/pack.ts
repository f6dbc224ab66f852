/** Makes segments: from descriptions, and from smaller segments. */
import type { Description } from '../description';
import { rarity, tf } from '../library';
import { Segment, type Term } from './segment';
import { SegmentWriter } from './segment-writer';
import { dayOf, extraTerms } from './terms-of';

/** Packs articles; the order of terms and articles depends on nothing but them. */
export function packDescriptions(descriptions: readonly Description[]): Uint8Array {
  const postings = new Map<string, { articles: number[]; counts: number[] }>();
  const add = (term: string, article: number, count: number) => {
    const found = postings.get(term) ?? { articles: [], counts: [] };
    found.articles.push(article);
    found.counts.push(count);
    postings.set(term, found);
  };
  const writer = new SegmentWriter();
  for (const [article, description] of descriptions.entries()) {
    writer.addArticle(description.clippingId, dayOf(description.published));
    for (const [i, word] of description.words.entries()) add(word, article, description.counts[i] ?? 1);
    for (const term of extraTerms(description)) add(term, article, 1);
  }
  const lengths = new Lengths(descriptions.length);
  for (const term of [...postings.keys()].toSorted(byUnits)) {
    const found = postings.get(term);
    if (!found) continue;
    writer.addTerm(term, found.articles, found.counts);
    lengths.add(term, found.articles, found.counts);
  }
  return writer.finish(lengths.take());
}

/** Terms merged before the caller gets a moment to do something else. */
const TERMS_PER_STEP = 2000;

/**
 * Merges segments into one, without the articles that `isGone` names; of an article that stands in several the last
 * counts. Work is done in steps: each `yield` is a chance to let something more urgent go first.
 */
export function* mergeSegments(
  segments: readonly Segment[],
  isGone: (id: string) => boolean = () => false,
): Generator<void, Uint8Array> {
  const writer = new SegmentWriter();
  const last = new Map(segments.flatMap((segment, s) => segment.ids.map((id) => [id, s] as const)));
  let size = 0;
  const numbers = segments.map((segment, s) =>
    Int32Array.from(segment.ids, (id, article) => {
      if (isGone(id) || last.get(id) !== s) return -1;
      const day = segment.days[article] ?? -1;
      writer.addArticle(id, day < 0 ? null : day);
      return size++;
    }),
  );
  const lengths = new Lengths(size);
  let done = 0;
  for (const { term, places } of inOrder(segments)) {
    const articles: number[] = [];
    const counts: number[] = [];
    for (const { segment, found } of places) {
      const postings = segments[segment]?.postings(found);
      postings?.articles.forEach((article, i) => {
        const number = numbers[segment]?.[article] ?? -1;
        if (number < 0) return;
        articles.push(number);
        counts.push(postings.counts[i] ?? 1);
      });
    }
    if (articles.length) {
      writer.addTerm(term, articles, counts);
      lengths.add(term, articles, counts);
    }
    if (++done % TERMS_PER_STEP === 0) yield;
  }
  return writer.finish(lengths.take());
}

/** All terms in order, each with the segments that have it, in their order. */
function* inOrder(segments: readonly Segment[]) {
  const heads = segments.map((segment) => {
    const terms = segment.terms();
    return { terms, next: terms.next() };
  });
  for (;;) {
    let least: string | null = null;
    for (const { next } of heads)
      if (!next.done && (least === null || next.value.term < least)) least = next.value.term;
    if (least === null) return;
    const places: { readonly segment: number; readonly found: Term }[] = [];
    for (const [segment, head] of heads.entries()) {
      if (head.next.done || head.next.value.term !== least) continue;
      places.push({ segment, found: head.next.value });
      head.next = head.terms.next();
    }
    yield { term: least, places };
  }
}

/** Adds up the lengths of the articles' vectors, term by term, as weighed within the segment itself. */
class Lengths {
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

function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
