/**
 * Reads the article of a page: its text, what the page says about it, and the map between text and page. Reads only: the page's
 * own nodes and attributes are never written.
 */
import type { Article } from '../model/article';
import { fail, ok, type Result } from '../model/result';
import { readMeta } from './article-meta';
import { collectText } from './collect-text';
import { findContent } from './find-content';
import { isArticle } from './is-article';
import { judgeLanguage } from './judge-language';
import { cloneMapped } from './mapped-clone';
import { isTooLarge } from './page-size';
import { buildTextMap, type TextMap } from './text-map';
import { tidy } from './tidy';

/** A page that was read. */
export interface ExtractedArticle {
  readonly article: Article;
  readonly textMap: TextMap;
  /** False for front pages, lists and forms: there is text, but the reader should be asked before it is used. */
  readonly looksLikeArticle: boolean;
}

/** `too-large`: refused before any work was done. `no-text`: nothing that reads as prose was found. */
export type Extraction = Result<ExtractedArticle, 'too-large' | 'no-text'>;

/** Longer texts are no articles; analysing and painting them would take seconds. */
const MAX_TEXT_CHARS = 400_000;

/** Reads the page in `document`, which stands at `url`. Takes about 20 ms for a news page. */
export function extractArticle(document: Document, url: string): Extraction {
  if (isTooLarge(document)) return fail('too-large');
  const copy = cloneMapped(document);
  const content = findContent(copy.document);
  if (!content) return fail('no-text');
  tidy(content.root);
  const { text, blocks, runs } = collectText(content.root);
  if (!text) return fail('no-text');
  if (text.length > MAX_TEXT_CHARS) return fail('too-large');

  const meta = { ...readMeta(document, url, content), language: judgeLanguage(text) };
  return ok({
    article: { meta, text, blocks },
    textMap: buildTextMap(text, runs, copy.liveOf),
    looksLikeArticle: isArticle(text, meta.published),
  });
}
