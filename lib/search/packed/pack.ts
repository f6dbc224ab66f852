import type { Description } from '../description';
import { Lengths } from './lengths';
import { type PackedSegment, SegmentWriter } from './segment-writer';
import { dayOf, extraTerms } from './terms-of';

interface Occurring {
  readonly articles: number[];
  readonly counts: number[];
}

/** Packs articles into a segment; the order of terms and articles depends on nothing but them. */
export function packDescriptions(descriptions: readonly Description[]): PackedSegment {
  const postings = new Map<string, Occurring>();
  const add = (term: string, article: number, count: number) => {
    let found = postings.get(term);
    if (!found) postings.set(term, (found = { articles: [], counts: [] }));
    found.articles.push(article);
    found.counts.push(count);
  };
  const writer = new SegmentWriter();
  for (const [article, description] of descriptions.entries()) {
    writer.addArticle(description.clippingId, dayOf(description.published) ?? -1);
    for (const [i, word] of description.words.entries()) add(word, article, description.counts[i] ?? 1);
    for (const term of extraTerms(description)) add(term, article, 1);
  }
  const lengths = new Lengths(descriptions.length);
  for (const [term, { articles, counts }] of [...postings].toSorted(byTerm)) {
    writer.addTerm(term, articles, counts);
    lengths.add(term, articles, counts);
  }
  return writer.finish(lengths.take());
}

function byTerm([a]: readonly [string, Occurring], [b]: readonly [string, Occurring]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
