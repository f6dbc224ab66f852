import type { Analysis } from '../model/analysis';
import type { ClippingId } from '../model/ids';
import { COMMON_WORDS, countWords, fold, wordsOf } from './terms';

/** What is kept of an article to find related ones. Plain data: it is stored. */
export interface Description {
  readonly clippingId: ClippingId;
  /** Its words but the most common, and how often each occurs, the title's counted twice. */
  readonly words: readonly string[];
  readonly counts: readonly number[];
  /** Names of its people and organisations as written; places are too common to tell articles apart. */
  readonly actors: readonly string[];
  /** What was quoted, without quotation marks, at least `MIN_QUOTATION_WORDS` words each. */
  readonly quotations: readonly string[];
}

/** Shorter quotations ("stuffing") are shared by chance. */
export const MIN_QUOTATION_WORDS = 3;

/** A quoted stretch: in double marks of any kind, over one paragraph at most. */
const QUOTED = /["“„«]([^"“”„«»\n]{8,})["”»]?/g;

/** The description of an article and its analysis. */
export function describeArticle(
  clippingId: ClippingId,
  article: { readonly title: string; readonly text: string },
  analysis: Analysis,
): Description {
  const title = wordsOf(article.title);
  const words = [...title, ...title, ...wordsOf(article.text)];
  const counts = countWords(words.filter((word) => !COMMON_WORDS.has(word)));
  const actors = analysis.actors.filter(({ type }) => type !== 'place').map(({ name }) => name);
  const quotations = analysis.claims
    .filter(({ kind }) => kind !== 'indirect')
    .flatMap(({ content }) => content)
    .flatMap(({ start, end }) => [...article.text.slice(start, end).matchAll(QUOTED)].map((m) => (m[1] ?? '').trim()))
    .filter((quotation) => wordsOf(quotation).length >= MIN_QUOTATION_WORDS);
  return {
    clippingId,
    words: [...counts.keys()],
    counts: [...counts.values()],
    actors: [...new Map(actors.map((name) => [fold(name), name])).values()],
    quotations: [...new Set(quotations)],
  };
}
