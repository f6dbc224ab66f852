import type { Span } from './span';

/** What a block of the article is; headings and items help segmentation and display. */
export type BlockKind = 'paragraph' | 'heading' | 'quote' | 'item';

/** One block of the article text; blocks are in order, do not overlap, and are parted by "\n\n". */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** What the page says about the article. Empty string or null where the page does not say. */
export interface ArticleMeta {
  /** Address of the page as it was read. */
  readonly url: string;
  /** Normalised address that stands for the article (rel=canonical where it can be trusted). */
  readonly canonicalUrl: string;
  readonly title: string;
  readonly byline: string;
  /** Name of the newspaper or site. */
  readonly outlet: string;
  /** ISO 8601 date or date-time, as exact as the page gives it. */
  readonly published: string | null;
  readonly modified: string | null;
  /** ISO 639-1 code judged from the text, "und" where it cannot be judged. */
  readonly language: string;
}

/** The main text of a page as one string, with what the page says about it. */
export interface Article {
  readonly meta: ArticleMeta;
  /** Blocks joined by "\n\n"; every Span of claims, mentions and notes points into it. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/**
 * Whether claims are looked for in an article of this language. A text whose language cannot be judged is taken for English: the
 * engine is asked, and finds little if it is not.
 */
export function isEnglish(language: string): boolean {
  return language === 'en' || language === 'und';
}
