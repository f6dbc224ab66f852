/** What tells an article from a front page, a list or a form. */
export interface ArticleSigns {
  readonly url: string;
  /** Publication date from anywhere on the page, null for none. */
  readonly published: string | null;
  /** Whether the page's metadata call it an article, or date it. */
  readonly isDeclared: boolean;
  /** Texts of the paragraphs (headings and list items apart). */
  readonly paragraphs: readonly string[];
  readonly chars: number;
}

/** Shorter texts are notices, teasers and forms. */
const MIN_CHARS = 500;
/** A page that does not say it is an article must have this many paragraphs of prose. */
const MIN_PARAGRAPHS = 2;
const MIN_PARAGRAPH_CHARS = 80;

/** Addresses of lists and discussions. */
const LIST_PATH =
  /\/(?:forums?|threads?|topics?|search|tags?|category|categories|archives?)(?:\/|\.|$)|\/(?:blog|news|index\.\w+)\/?$|[/?&]page[-/=]\d+/i;

/** Whether a page with these signs is an article; the reader may read any other page all the same. */
export function isArticle(signs: ArticleSigns): boolean {
  if (signs.chars < MIN_CHARS || signs.published === null) return false;
  if (signs.isDeclared) return true;
  const prose = signs.paragraphs.filter((text) => text.length > MIN_PARAGRAPH_CHARS).length;
  return prose >= MIN_PARAGRAPHS && !LIST_PATH.test(signs.url);
}
