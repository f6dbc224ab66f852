/**
 * Reads the article of a page: its text, what the page says about it, and the map between text and page. Reads only: the page's
 * own nodes and attributes are never written.
 */
import type { Article } from '../model/article';
import { fail, ok, type Result } from '../model/result';
import { readDeclared, readMeta, type Declared, type PageMeta } from './article-meta';
import { collectBlocks, joinBlocks } from './collect-blocks';
import { dropClutter } from './drop-clutter';
import { findContent, removeBeside, removeNeverProse } from './find-content';
import { isArticle } from './is-article';
import { judgeLanguage } from './judge-language';
import { findDeclaredBody, isCutShort } from './long-read';
import { cloneMapped, type MappedClone } from './mapped-clone';
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

/** The steps of a reading. Whoever holds it may let the page work between two of them. */
export type Steps<Value> = Generator<undefined, Value>;

/** Reads the page in `document`, which stands at `url`, at one go. Takes about 20 ms for a news page, 90 for the first. */
export function extractArticle(document: Document, url: string): Extraction {
  const steps = extractInSteps(document, url);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same in steps, each less than half of the work; what the page changes between two of them may be missing. */
export function* extractInSteps(document: Document, url: string): Steps<Extraction> {
  if (isTooLarge(document)) return fail('too-large');
  yield;
  const declared = readDeclared(document);
  yield;
  const found = yield* findBody(document, declared);
  if (!found) return fail('no-text');
  yield;
  const meta = readMeta(document, url, declared, found);
  yield;
  const pageBlocks = dropClutter(collectBlocks(found.root), meta);
  const { text, blocks, runs } = joinBlocks(pageBlocks);
  if (!text) return fail('no-text');
  if (text.length > MAX_TEXT_CHARS) return fail('too-large');
  yield;
  const prose = pageBlocks.filter((block) => block.kind === 'paragraph' || block.kind === 'quote');
  const paragraphs = prose.map((block) => block.text);
  return ok({
    article: { meta: { ...meta, language: judgeLanguage(text) }, text, blocks },
    textMap: buildTextMap(text, runs, found.copy.liveOf),
    looksLikeArticle: looksLikeArticle(meta, declared, paragraphs, text.length),
  });
}

interface FoundBody {
  readonly copy: MappedClone;
  readonly root: Element;
  readonly title: string;
  readonly byline: string;
}

/** The body as Readability finds it, or the declared one where Readability found too little. */
function* findBody(document: Document, declared: Declared): Steps<FoundBody | null> {
  const copy = cloneMapped(document);
  yield;
  removeNeverProse(copy.document);
  yield;
  const content = findContent(copy.document);
  if (!content) return null;
  yield;
  tidy(content.root);
  const declaredBody = declared.jsonLd?.body ?? '';
  const found = content.root.textContent?.length ?? 0;
  if (!isCutShort(document, found, declaredBody)) return { ...content, copy };

  const secondCopy = cloneMapped(document);
  yield;
  removeNeverProse(secondCopy.document);
  const root = findDeclaredBody(secondCopy.document, declaredBody);
  if (!root) return { ...content, copy };
  removeBeside(root);
  tidy(root);
  return { ...content, root, copy: secondCopy };
}

function looksLikeArticle(meta: PageMeta, declared: Declared, paragraphs: readonly string[], chars: number): boolean {
  const { url, published } = meta;
  return isArticle({ url, published, isDeclared: declared.isArticle, paragraphs, chars });
}
