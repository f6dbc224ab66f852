import { MAX_ELEMENTS } from '../model/page-limits';
import { isElement, isText } from './dom';

/** As for elements: more would hold the page up. */
const MAX_CHARS = 600_000;

/** Readability reads the text of each level again: 500 of them take half a second. Real pages have 20 to 50. */
const MAX_DEPTH = 200;

const NOT_PROSE = new Set(['script', 'style', 'noscript', 'template', 'textarea']);

/**
 * Whether the page is larger than can be read without holding it up. Counts elements, characters of text (scripts and
 * styles apart) and depth, and stops at the first limit that is passed, so the largest page costs no more than one at the limit.
 */
export function isTooLarge(document: Document): boolean {
  let elements = 0;
  let chars = 0;
  let depth = 0;
  let node: Node | null = document.documentElement;
  while (node) {
    if (isElement(node)) elements++;
    else if (isText(node) && !NOT_PROSE.has(node.parentElement?.localName ?? '')) chars += node.length;
    if (elements > MAX_ELEMENTS || chars > MAX_CHARS || depth > MAX_DEPTH) return true;

    if (node.firstChild) {
      node = node.firstChild;
      depth++;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      depth--;
    }
    node = node?.nextSibling ?? null;
  }
  return false;
}
