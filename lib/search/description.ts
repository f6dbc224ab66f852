import type { Analysis, ClaimKind } from '../model/analysis';
import type { ClippingId } from '../model/ids';
import { stem } from './stem';
import { fold, wordsOf } from './terms';

/** What is kept of an article to find it and its relatives. Plain data: it is stored. */
export interface Description {
  readonly clippingId: ClippingId;
  /** Its distinct words, stemmed, and how often each occurs, the title's counted twice. */
  readonly words: readonly string[];
  readonly counts: ArrayLike<number>;
  /** How often each of the same words occurs in title and opening. */
  readonly opening: ArrayLike<number>;
  /** Numbers of the words that are written with a capital inside sentences: parts of names. */
  readonly names: Iterable<number>;
  /** Names of its people and organisations as written; places are too common to tell articles apart. */
  readonly actors: readonly string[];
  /** Who is quoted or reported in it, as named there. */
  readonly speakers: readonly string[];
  readonly kinds: readonly ClaimKind[];
  readonly outlet: string;
  /** ISO 8601, null where the page does not say. */
  readonly published: string | null;
  readonly quotations: readonly Quotation[];
}

/** Something quoted in an article. */
export interface Quotation {
  /** Without quotation marks, at least `MIN_QUOTATION_WORDS` words. */
  readonly text: string;
  /** The person who said it; empty where it was nobody with a name, or an organisation. */
  readonly speaker: string;
}

/** What of an article's own word goes into its description. */
export interface Described {
  readonly title: string;
  readonly text: string;
  readonly outlet?: string;
  readonly published?: string | null;
}

/** Shorter quotations ("stuffing") are shared by chance. */
export const MIN_QUOTATION_WORDS = 3;

/** A quoted stretch: in double marks of any kind, over one paragraph at most. */
const QUOTED = /["“„«]([^"“”„«»\n]{8,})["”»]?/g;

/** Words of the text, from its start, that tell what it is about before background sets in. */
const OPENING_WORDS = 85;

/** The description of an article and its analysis. */
export function describeArticle(clippingId: ClippingId, article: Described, analysis: Analysis): Description {
  const title = wordsOf(article.title).map(stem);
  const text = wordsOf(article.text).map(stem);
  const counts = countWords([...title, ...title, ...text]);
  const opening = countWords([...title, ...text.slice(0, OPENING_WORDS)]);
  const words = [...counts.keys()];
  const named = namedWords(article.text);
  const actors = analysis.actors.filter(({ type }) => type !== 'place').map(({ name }) => name);
  return {
    clippingId,
    words,
    counts: [...counts.values()],
    opening: words.map((word) => opening.get(word) ?? 0),
    names: words.flatMap((word, number) => (named.has(word) ? [number] : [])),
    actors: distinctNames(actors),
    speakers: distinctNames(analysis.claims.map(({ speaker }) => speaker)),
    kinds: [...new Set(analysis.claims.map(({ kind }) => kind))],
    outlet: article.outlet ?? '',
    published: article.published ?? null,
    quotations: quotationsOf(article.text, analysis),
  };
}

/** How often each word occurs, in order of first occurrence. */
function countWords(words: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words that more often than not have a capital though they do not begin a sentence. */
function namedWords(text: string): Set<string> {
  const balance = new Map<string, number>();
  for (const [, capital = '', rest = ''] of text.matchAll(/(?<=[\p{Ll},;] )(\p{Lu}?)([\p{L}\p{N}'’]+)/gu)) {
    for (const word of wordsOf(capital + rest).map(stem)) {
      balance.set(word, (balance.get(word) ?? 0) + (capital ? 1 : -1));
    }
  }
  return new Set([...balance].filter(([, sum]) => sum > 0).map(([word]) => word));
}

function distinctNames(names: readonly string[]): string[] {
  return [...new Map(names.filter(Boolean).map((name) => [fold(name), name])).values()];
}

function quotationsOf(text: string, { actors, claims }: Analysis): Quotation[] {
  const people = new Map(actors.flatMap(({ id, type, name }) => (type === 'person' ? [[id, name]] : [])));
  const quotations = claims
    .filter(({ kind }) => kind !== 'indirect')
    .flatMap(({ content, actor }) =>
      content.flatMap(({ start, end }) =>
        [...text.slice(start, end).matchAll(QUOTED)].map((m) => ({
          text: (m[1] ?? '').trim(),
          speaker: (actor === null ? undefined : people.get(actor)) ?? '',
        })),
      ),
    )
    .filter((quotation) => wordsOf(quotation.text).length >= MIN_QUOTATION_WORDS);
  return [...new Map(quotations.map((quotation) => [quotation.text, quotation])).values()];
}
