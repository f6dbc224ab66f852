/**
 * What the page says about its article, each field from the first of these that says it: JSON-LD, meta elements, what
 * Readability found, the DOM, the address. The order was measured on saved pages.
 */
import type { ArticleMeta } from '../model/article';
import { joinNames } from './byline';
import { canonicalUrl } from './canonical-url';
import { decodeEntities } from './html-entities';
import { findArticleJsonLd, type ArticleJsonLd } from './json-ld';
import { dateInUrl, parseDate } from './parse-date';
import { chooseTitle } from './title';

/** What the extraction of the text found on its way. */
export interface ContentMeta {
  readonly title: string;
  readonly byline: string;
}

/** All but the language, which the text tells. */
export type PageMeta = Omit<ArticleMeta, 'language'>;

const TITLE = ['og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'dcterms.title', 'title'];
const AUTHOR = [
  'author',
  'parsely-author',
  'sailthru.author',
  'article:author_name',
  'article:author',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'dc.creator.name',
  'byl',
  'cxenseparse:author',
  'authors',
];
const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'datepublished',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'pubdate',
  'publish_date',
  'publish-date',
  'publication_date',
  'cxenseparse:recs:publishtime',
  'article.published',
  'date',
  'originalpublicationdate',
  'rnews:datepublished',
  'og:pubdate',
];
const MODIFIED = ['article:modified_time', 'og:updated_time', 'dcterms.modified', 'last-modified', 'lastmod'];
const OUTLET = ['og:site_name', 'application-name', 'cre', 'dc.publisher', 'copyright'];

const BYLINE_ELEMENTS =
  '[rel~="author"], [itemprop~="author"] [itemprop~="name"], [itemprop~="author"], .byline, .author-name, .c-byline__author, [class*="byline" i] a, [class*="author-name" i], [data-testid*="author" i], [class*="author" i] a';
/** Links to a page about a writer; only their texts tell whether that is a name. */
const AUTHOR_PAGE_LINKS =
  'a[href*="/author" i], a[href*="/newsteam/" i], a[href*="/staff/" i], a[href*="/journalist" i], a[href*="/reporter" i]';
const DATE_ELEMENTS = '[itemprop~="datePublished"], time[pubdate], time[datetime]';
const WRITTEN_DATE_ELEMENTS =
  'time, [class*="publish" i], [class*="timestamp" i], [class*="dateline" i], [class*="date" i], [id*="date" i]';
/** How many elements with a telling class name are looked at: a date stands near the headline. */
const MAX_WRITTEN_DATES = 12;

/** What the head of the page declares for machines. */
export interface Declared {
  readonly jsonLd: ArticleJsonLd | null;
  /** Contents of the meta elements by their name in lower case. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** Whether the page calls itself an article, or says when it was published. */
  readonly isArticle: boolean;
}

/** Reads what the live `document` declares. */
export function readDeclared(document: Document): Declared {
  const jsonLd = findArticleJsonLd(textsOf(document, 'script[type*="ld+json" i]'));
  const meta = metaElements(document);
  const isArticle =
    jsonLd !== null || Boolean(meta.get('og:type')?.includes('article')) || meta.has('article:published_time');
  return { jsonLd, meta, isArticle };
}

/** Reads the live `document` at `url`; `content` is what the extraction found. */
export function readMeta(document: Document, url: string, declared: Declared, content: ContentMeta): PageMeta {
  const { jsonLd, meta } = declared;
  const said = (names: readonly string[]) => names.flatMap((name) => meta.get(name) ?? []);
  const outlet = said(OUTLET.slice(0, 1))[0] || jsonLd?.publisher || said(OUTLET.slice(1))[0] || hostOf(url);
  return {
    url,
    canonicalUrl: canonicalUrl(url, [...hrefsOf(document, 'link[rel~="canonical" i]'), ...said(['og:url'])]),
    title: chooseTitle({
      headline: jsonLd?.headline ?? '',
      meta: said(TITLE),
      heading: textsOf(document, 'h1'),
      documentTitle: document.title,
      extracted: content.title,
      outlet,
    }),
    byline: findByline(document, jsonLd, said(AUTHOR), content.byline, outlet),
    outlet,
    published: findPublished(document, url, [jsonLd?.published ?? '', ...said(PUBLISHED)]),
    modified: firstDate([jsonLd?.modified ?? '', ...said(MODIFIED)]),
  };
}

function findByline(
  document: Document,
  jsonLd: ArticleJsonLd | null,
  meta: readonly string[],
  extracted: string,
  outlet: string,
): string {
  const candidates = [
    joinNames(jsonLd?.authors ?? []),
    ...meta.map((author) => joinNames([author])),
    joinNames([extracted]),
    ...textsOf(document, BYLINE_ELEMENTS).map((author) => joinNames([author])),
    ...textsOf(document, AUTHOR_PAGE_LINKS)
      .filter(isLikePersonName)
      .map((author) => joinNames([author])),
  ].filter(Boolean);
  // A site that names only itself as author often names the writer elsewhere on the page.
  return candidates.find((candidate) => candidate.toLowerCase() !== outlet.toLowerCase()) ?? candidates[0] ?? '';
}

function findPublished(document: Document, url: string, said: readonly string[]): string | null {
  const marked = [...document.querySelectorAll(DATE_ELEMENTS)].map(
    (element) => element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent ?? '',
  );
  const written = [...document.querySelectorAll(WRITTEN_DATE_ELEMENTS)]
    .slice(0, MAX_WRITTEN_DATES)
    .map((element) => (element.textContent ?? '').slice(0, 120));
  return firstDate(said) ?? firstDate(marked) ?? dateInUrl(url) ?? firstDate(written);
}

function firstDate(candidates: readonly string[]): string | null {
  for (const candidate of candidates) {
    const date = parseDate(candidate);
    if (date) return date;
  }
  return null;
}

function metaElements(document: Document): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = decodeEntities(element.getAttribute('content') ?? '').trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.toLowerCase().trim();
      if (name) found.set(name, [...(found.get(name) ?? []), content]);
    }
  }
  return found;
}

function textsOf(document: Document, selector: string): string[] {
  return [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
}

function hrefsOf(document: Document, selector: string): string[] {
  return [...document.querySelectorAll(selector)].map((element) => element.getAttribute('href') ?? '').filter(Boolean);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}

/** Two to four words, each beginning with a capital letter. */
function isLikePersonName(text: string): boolean {
  return /^\s*(?:\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}.'’-]+\s*$/u.test(text);
}
