/** What `predict -- article` runs inside the page: the shipped reader, and counts that show how well text and page are joined. */
import { extractArticle } from '../../lib/page/extract-article';

/** One page read, as plain data. */
export interface PageReport {
  readonly title: string;
  readonly byline: string;
  readonly published: string | null;
  readonly outlet: string;
  readonly canonical: string;
  readonly language: string;
  readonly text: string;
  readonly article: boolean;
  readonly refused: string | null;
  readonly ms: number;
  /** Characters of the text apart from white space, and how many of them a Range over the live page gives back exactly. */
  readonly chars: number;
  readonly mapped: number;
  /** Whether the page's markup is byte for byte what it was before. */
  readonly sameHtml: boolean;
}

declare global {
  var readPage: () => PageReport;
}

globalThis.readPage = () => {
  const before = document.documentElement.outerHTML;
  const startedAt = performance.now();
  const read = extractArticle(document, location.href);
  const ms = Math.round(performance.now() - startedAt);
  const empty = { title: '', byline: '', published: null, outlet: '', canonical: '', language: 'und' };
  if (!read.ok) {
    const sameHtml = document.documentElement.outerHTML === before;
    return { ...empty, text: '', article: false, refused: read.reason, ms, chars: 0, mapped: 0, sameHtml };
  }
  const { article, textMap, looksLikeArticle } = read.value;
  const { title, byline, published, outlet, canonicalUrl, language } = article.meta;
  let chars = 0;
  let mapped = 0;
  for (const block of article.blocks) {
    const wanted = shown(article.text.slice(block.start, block.end));
    const got = shown(
      textMap
        .rangesOf(block)
        .map((range) => range.toString())
        .join(''),
    );
    chars += wanted.length;
    mapped += got === wanted ? wanted.length : 0;
  }
  return {
    title,
    byline,
    published,
    outlet,
    canonical: canonicalUrl,
    language,
    text: looksLikeArticle ? article.text : '',
    article: looksLikeArticle,
    refused: looksLikeArticle ? null : 'not-an-article',
    ms,
    chars,
    mapped,
    sameHtml: document.documentElement.outerHTML === before,
  };
};

/** The characters a reader sees, white space apart. */
function shown(text: string): string {
  return text.replace(/[\s\u00ad\u200b\u2060\ufeff]+/g, '');
}
