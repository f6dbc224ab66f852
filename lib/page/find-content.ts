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

/** Consent dialogues hold more prose than a short article, and are taken for it. */
const CONSENT =
  '[id*="onetrust" i], [class*="onetrust" i], [id*="cookie-consent" i], [class*="cookie-consent" i], [id*="cookie-banner" i], ' +
  '[class*="cookie-banner" i], [id*="cookie-notice" i], [class*="cookie-notice" i], [id*="gdpr" i], [class*="gdpr" i], ' +
  '[id*="CybotCookie" i], [id*="didomi" i], [aria-modal="true"]';

/** What stands beside an article rather than in it. */
const BESIDE =
  'nav, aside, footer, form, [role="navigation"], [role="complementary"], [class*="comment" i], [class*="related" i]';

/** Takes out of `copy` what is never prose. */
export function removeNeverProse(copy: Document): void {
  for (const element of copy.querySelectorAll(NEVER_PROSE)) element.remove();
  for (const element of copy.querySelectorAll(CONSENT)) {
    // Some pages mark all of their content with the state of consent.
    if (!element.querySelector('h1, article, main') && element.localName !== 'body') element.remove();
  }
}

/** The article part of `copy`, from which was taken what is never prose; null where there is none. */
export function findContent(copy: Document): Content | null {
  // Readability replaces these links by new text nodes, which would have no place in the live page.
  for (const link of copy.querySelectorAll('a[href^="javascript:" i]')) link.removeAttribute('href');

  // Nobody looks at the classes afterwards, so they need not be taken away element by element.
  const options = { serializer: (node: Node) => node, disableJSONLD: true, keepClasses: true };
  const found = new Readability<Node>(copy, options).parse();
  const root = found?.content;
  if (!found || !root || !isElement(root)) return null;
  return { root, title: found.title ?? '', byline: found.byline ?? '' };
}

/** Takes out of `root` what stands beside an article. Readability does this by itself; other ways to find the article need it. */
export function removeBeside(root: Element): void {
  for (const element of root.querySelectorAll(BESIDE)) element.remove();
}
