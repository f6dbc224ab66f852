/** Shorter texts are notices, teasers and forms. */
const MIN_CHARS = 500;

/** Whether a page with this much text and this date (null for none) is an article, rather than a front page, a list or a form. */
export function isArticle(text: string, published: string | null): boolean {
  return text.length >= MIN_CHARS && published !== null;
}
