import type { Claim } from '../../model/analysis';
import type { Article, ArticleMeta } from '../../model/article';
import { cover } from '../../model/span';
import { toCslItem } from './csl-item';
import { formatInText, formatReference } from './styles';
import type { CitationStyle } from './styles';
import { linkToPassage } from './text-fragment';

/** The reference of an article in plain text; `accessedAt` is epoch milliseconds. */
export function citeArticle(meta: ArticleMeta, style: CitationStyle, accessedAt: number): string {
  return formatReference(toCslItem(meta, accessedAt), style);
}

/**
 * A claim with its speaker, as it is put into a text, and the reference with a link to the passage:
 *
 *   Mayor Ana Ruiz: “The bridge is safe” (Ortiz, 2026).
 *
 *   Ortiz, M. (2026, March 9). … https://ledger.example/bridge#:~:text=…
 */
export function citeClaim(
  article: Pick<Article, 'meta' | 'text'>,
  claim: Pick<Claim, 'speaker' | 'content'>,
  style: CitationStyle,
  accessedAt: number,
): string {
  const item = toCslItem(article.meta, accessedAt);
  const words = claim.content.map((s) => article.text.slice(s.start, s.end).replace(/\s+/g, ' ')).join(' … ');
  const saying = claim.speaker ? `${claim.speaker}: ${words}` : words;
  const link = linkToPassage(item.URL, article.text, cover(claim.content));
  return `${saying} ${formatInText(item, style)}.\n\n${formatReference({ ...item, URL: link }, style)}`;
}
