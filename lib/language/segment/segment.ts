/**
 * Cuts an article text into tokens, sentences, paragraphs and quotations: the ground on which all later steps stand.
 * Offsets are UTF-16 code units of the text and never fall inside a surrogate pair. Any string is accepted.
 */
import type { Span } from '../../model/span';
import { type Quotation, pairQuotations } from './pair-quotations';
import { splitSentences } from './split-sentences';
import { type TokenTable, tokenise } from './tokenise';

/** A run of tokens [first, end) with the characters it covers. */
export interface TokenRange extends Span {
  readonly first: number;
  /** Index after the last token. */
  readonly afterLast: number;
}

/** A text cut up. Arrays by token have one entry a token. */
export interface Segmented {
  readonly text: string;
  readonly count: number;
  readonly tokens: TokenTable;
  /** The tokens as written, and in lower case. */
  readonly words: readonly string[];
  readonly lowers: readonly string[];
  readonly sentences: readonly TokenRange[];
  readonly paragraphs: readonly TokenRange[];
  readonly quotations: readonly Quotation[];
  /** Index of the sentence of each token. */
  readonly sentenceOf: Int32Array;
  readonly paragraphOf: Int32Array;
  /** Index of the innermost quotation that holds the token, its marks included; -1 outside. */
  readonly quotationOf: Int32Array;
}

function toRanges(firsts: readonly number[], tokens: TokenTable): TokenRange[] {
  const count = tokens.start.length;
  return firsts.map((first, k) => {
    const afterLast = firsts[k + 1] ?? count;
    return { first, afterLast, start: tokens.start[first] ?? 0, end: tokens.end[afterLast - 1] ?? 0 };
  });
}

function indexByToken(ranges: readonly TokenRange[], count: number): Int32Array {
  const index = new Int32Array(count);
  for (const [k, range] of ranges.entries()) index.fill(k, range.first, range.afterLast);
  return index;
}

/** Builds the Segmented of `text` from tokens and sentence starts that are already known (treebanks, tests). */
export function segmentTokens(
  text: string,
  tokens: TokenTable,
  breaks: { readonly paragraphs: readonly number[]; readonly sentences: readonly number[] },
): Segmented {
  const count = tokens.start.length;
  const words = Array.from({ length: count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]));
  const sentences = toRanges(breaks.sentences, tokens);
  const paragraphs = toRanges(breaks.paragraphs, tokens);
  const quotations = pairQuotations(text, tokens, breaks.paragraphs);
  const quotationOf = new Int32Array(count).fill(-1);
  for (const [k, quotation] of quotations.entries()) quotationOf.fill(k, quotation.first, quotation.last + 1);
  return {
    text,
    count,
    tokens,
    words,
    lowers: words.map((word) => word.toLowerCase()),
    sentences,
    paragraphs,
    quotations,
    sentenceOf: indexByToken(sentences, count),
    paragraphOf: indexByToken(paragraphs, count),
    quotationOf,
  };
}

/** Cuts `text` into tokens, sentences, paragraphs and quotations; linear in its length, never throws. */
export function segment(text: string): Segmented {
  const tokens = tokenise(text);
  return segmentTokens(text, tokens, splitSentences(text, tokens));
}
