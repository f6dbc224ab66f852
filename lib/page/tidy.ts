/**
 * Takes out of the found part of the page what readers do not count as the article: pictures with their captions, buttons,
 * lists of links, and the short boxes that sell something. Measured on saved pages; works on the torn-apart copy only.
 */
const NEVER_BODY = 'figure, figcaption, svg, button, time, input, select, textarea, label';

/** A block of at most this many words that is nothing but a link leads to another article. */
const MAX_LINK_WORDS = 25;
/** A list with a larger share of its text in links is a list of links. */
const MAX_LINK_SHARE = 0.8;
/** Boxes that sell are short; longer blocks that begin alike are prose. */
const MAX_BOX_WORDS = 30;

const BOX =
  /^(?:(?:sign|signing) up (?:for|to)\b|subscribe\b|newsletter\b|get (?:our|the) .{0,40}newsletter|read (?:more|also|next|full)\b|also read\b|see also\b|related\b|recommended\b|more (?:on|from|stories)\b|most (?:read|popular)\b|trending\b|advertisement\b|advertising\b|story continues\b|article continues\b|continue reading\b|share (?:this|on)\b|follow us\b|follow .{0,40} on (?:twitter|facebook|instagram|x)\b|click here\b|download (?:the|our) .{0,30}app\b|listen to this\b|photo:|image:|image credit|loading\b)/i;

/** Removes clutter below `root`. */
export function tidy(root: Element): void {
  for (const element of root.querySelectorAll(NEVER_BODY)) element.remove();
  for (const list of root.querySelectorAll('ul, ol, dl, table')) {
    if (linkShare(list) > MAX_LINK_SHARE) list.remove();
  }
  for (const block of root.querySelectorAll('p, h2, h3, h4, h5, h6, div, section, aside, li')) {
    if (block.isConnected || block.parentNode) removeIfClutter(block);
  }
}

function removeIfClutter(block: Element): void {
  const words = wordsOf(block.textContent);
  if (words.length === 0 || words.length > MAX_BOX_WORDS) return;
  const isLink = words.length <= MAX_LINK_WORDS && linkShare(block) > 0.95;
  if (isLink || BOX.test(words.join(' '))) block.remove();
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
