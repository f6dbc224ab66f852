import type { Analysis } from './analysis';
import type { Article, ArticleMeta, Block } from './article';
import type { ClippingId } from './ids';

/** What lists show of a stored article; its large text lies apart in `ClippingText`. */
export interface Clipping {
  readonly id: ClippingId;
  readonly meta: ArticleMeta;
  /** Every normalised address under which this article was met, `canonicalUrl` among them. */
  readonly urls: readonly string[];
  /** SHA-256 (hex) of the text with white space normalised: the same article under another address has the same. */
  readonly textHash: string;
  /** Epoch milliseconds. */
  readonly savedAt: number;
  readonly updatedAt: number;
  readonly words: number;
  readonly claims: number;
  readonly actors: number;
  /** Epoch milliseconds when it was put in the trash, 0 while it is not. */
  readonly trashedAt: number;
}

/** The text of one clipping and what the engine found in it. */
export interface ClippingText {
  readonly clippingId: ClippingId;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly analysis: Analysis;
}

/** An article and its analysis on the way into the store. */
export interface ClippingDraft {
  readonly article: Article;
  readonly analysis: Analysis;
}
