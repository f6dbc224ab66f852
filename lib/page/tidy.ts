/**
 * Takes out of the found part of the page what its markup shows not to be prose: pictures with their captions, buttons, lists
 * and lines that are only links. Measured on saved pages; works on the torn-apart copy only.
 */
const NEVER_BODY = 'figure, figcaption, svg, button, time, input, select, textarea, label';

/** A block of at most this many words that is nothing but a link leads to another article. */
const MAX_LINK_WORDS = 25;
/** A list with a larger share of its text in links is a list of links. */
const MAX_LINK_SHARE = 0.8;
/** Removes clutter below `root`. */
export function tidy(root: Element): void {
  for (const element of root.querySelectorAll(NEVER_BODY)) element.remove();
  for (const list of root.querySelectorAll('ul, ol, dl, table')) {
    if (linkShare(list) > MAX_LINK_SHARE) list.remove();
  }
  for (const block of root.querySelectorAll('p, h2, h3, h4, h5, h6, div, section, aside, li')) {
    if (block.parentNode) removeIfLink(block);
  }
}

function removeIfLink(block: Element): void {
  const words = wordsOf(block.textContent);
  if (words.length > 0 && words.length <= MAX_LINK_WORDS && linkShare(block) > 0.95) block.remove();
}

function wordsOf(text: string | null): string[] {
  return (text ?? '').split(/\s+/).filter(Boolean);
}

/** Share of the element's characters that stand in links. */
function linkShare(element: Element): number {
  const length = (text: string | null) => (text ?? '').replace(/\s+/g, '').length;
  const all = length(element.textContent);
  if (!all) return 0;
  let linked = 0;
  for (const link of element.querySelectorAll('a')) linked += length(link.textContent);
  return linked / all;
}
