/**
 * Long reads split over several containers come out of Readability with one of them. The alarm: the page's paragraphs hold far
 * more than was found, and so does the body that the page declares for search engines. The remedy: the smallest element that
 * holds the declared body's paragraphs. Without a declared body nothing is done: pages that carry a second article look the same.
 */

/** Shorter paragraphs are captions and teasers. */
const MIN_PARAGRAPH_CHARS = 80;
/** A paragraph counts as declared when its first characters stand in the declared body. */
const PROBE_CHARS = 50;
/** The remedy must hold this share of the declared paragraphs' characters; a stray one must not pull in the whole page. */
const ENOUGH = 0.9;

/** Whether much more than `found` characters of prose seem to be on the page; `declared` is the JSON-LD article body. */
export function isCutShort(document: Document, found: number, declared: string): boolean {
  if (declared.length < found * 1.3 + 800) return false;
  let prose = 0;
  for (const paragraph of document.querySelectorAll('p')) {
    const length = paragraph.textContent?.trim().length ?? 0;
    if (length > MIN_PARAGRAPH_CHARS) prose += length;
  }
  return prose > found * 1.6 + 800;
}

/** The smallest element of `copy` that holds nearly all of the `declared` body's paragraphs, or null where they are not there. */
export function findDeclaredBody(copy: Document, declared: string): Element | null {
  const known = squeeze(declared);
  const sizes = new Map<Element, number>();
  let total = 0;
  for (const paragraph of copy.querySelectorAll('p')) {
    const text = squeeze(paragraph.textContent ?? '');
    if (text.length < PROBE_CHARS || !known.includes(text.slice(0, PROBE_CHARS))) continue;
    total += text.length;
    for (let up: Element | null = paragraph; up; up = up.parentElement)
      sizes.set(up, (sizes.get(up) ?? 0) + text.length);
  }
  const holders = [...sizes].filter(([, size]) => size >= total * ENOUGH).map(([element]) => element);
  return holders.find((holder) => !holders.some((other) => other !== holder && holder.contains(other))) ?? null;
}

/** Letters and digits only: markup and declared body differ in white space and quotation marks. */
function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
