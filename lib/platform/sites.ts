import { browser } from 'wxt/browser';

/** What the manifest may ask for, and what must not be taken for one site that the reader chose. */
const ALL_SITES = new Set(['<all_urls>', '*://*/*', 'http://*/*', 'https://*/*']);

/** The permission that covers the site of an address, null where it is not of the web. */
export function patternOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${hostname}/*` : null;
}

/** The site a permission stands for, as the reader knows it: "courier.example". */
export function siteOf(pattern: string): string {
  return pattern.replace(/^[^:]+:\/\//, '').replace(/\/\*$/, '');
}

/** Whether Hearsay may read the site of this address by itself. */
export async function siteAllowed(url: string): Promise<boolean> {
  const pattern = patternOf(url);
  return pattern !== null && browser.permissions.contains({ origins: [pattern] });
}

/**
 * Asks the browser to let Hearsay read this site by itself, or gives that back. Nothing may be awaited between the
 * reader's click and this call. Gives what holds afterwards.
 */
export async function allowSite(url: string, wanted: boolean): Promise<boolean> {
  const pattern = patternOf(url);
  if (pattern === null) return false;
  if (!wanted) await forgetSite(pattern);
  // Browsers reject, too, where they will not even ask.
  else await browser.permissions.request({ origins: [pattern] }).catch(() => false);
  return siteAllowed(url);
}

/** The permissions of all sites that Hearsay reads by itself, in alphabetical order. */
export async function allowedSites(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => !ALL_SITES.has(pattern)).toSorted();
}

/** Gives a permission of `allowedSites` back; false where the browser keeps it. */
export async function forgetSite(pattern: string): Promise<boolean> {
  // A permission that the manifest or the browser's owner holds cannot be given back: that rejects.
  return browser.permissions.remove({ origins: [pattern] }).catch(() => false);
}
