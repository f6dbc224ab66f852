/** Finds the part of a page that is the article, by Mozilla's Readability, on a copy of the page that is torn apart. */
import { Readability } from '@mozilla/readability';
import { isElement } from './dom';

export interface Content {
  /** What Readability took for the article: nodes of the copy, cleaned and rearranged. */
  readonly root: Element;
  readonly title: string;
  readonly byline: string;
}

/** Never prose, and only work for the extractor; scripts are read for their metadata in the live page. */
const NEVER_PROSE = 'script, style, noscript, template, svg, math, iframe, object, embed, canvas, audio, dialog';

/** The article part of `copy`, or null where there is none. */
export function findContent(copy: Document): Content | null {
  for (const element of copy.querySelectorAll(NEVER_PROSE)) element.remove();
  // Readability replaces these links by new text nodes, which would have no place in the live page.
  for (const link of copy.querySelectorAll('a[href^="javascript:" i]')) link.removeAttribute('href');

  const found = new Readability<Node>(copy, { serializer: (node) => node, disableJSONLD: true }).parse();
  const root = found?.content;
  if (!found || !root || !isElement(root)) return null;
  return { root, title: found.title ?? '', byline: found.byline ?? '' };
}
