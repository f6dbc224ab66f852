/** Normalises addresses, so that one article has one address however the reader came to it. */

/** Parameters that only say where a reader came from. */
const TRACKING =
  /^(?:utm_\w+|at_\w+|mc_[ce]id|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|twclid|ttclid|cmpid|cmp|ocid|ns_\w+|smid|sref|partner|ftag|ito|_ga|_gl|mkt_tok|spm|guccounter|guce_\w+|taid|xtor|rss|ref|referrer|referer)$/i;

/**
 * `url` without fragment, tracking parameters, default port and trailing slash, host in lower case, parameters in order of their
 * names. Null where it is no http(s) address.
 */
export function normaliseUrl(url: string, base?: string): string | null {
  const parsed = parse(url, base);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null;
  parsed.hash = '';
  parsed.username = '';
  parsed.password = '';
  // Firefox gives content scripts no iterator of the names, only `forEach`.
  const names = new Set<string>();
  parsed.searchParams.forEach((_, name) => names.add(name));
  for (const name of names) {
    if (TRACKING.test(name)) parsed.searchParams.delete(name);
  }
  parsed.searchParams.sort();
  return parsed.href.replace(/\/(?=$|\?)/, '').replace(/\?$/, '');
}

/**
 * The address that stands for the article at `pageUrl`: the page's own word for it where that can be believed, else the normalised
 * address of the page. Not believed: another site's (unless the page is a copy in a reader's cache), the front page's, a broken one.
 */
export function canonicalUrl(pageUrl: string, declared: readonly string[]): string {
  const page = normaliseUrl(pageUrl);
  for (const candidate of declared) {
    const url = normaliseUrl(candidate, pageUrl);
    if (url && (!page || isBelievable(url, page))) return url;
  }
  return page ?? pageUrl;
}

function isBelievable(declared: string, page: string): boolean {
  const [there, here] = [parse(declared), parse(page)];
  if (!there || !here) return false;
  const isFrontPage = there.pathname.length <= 1 && !there.search;
  if (isFrontPage && here.pathname.length > 1) return false;
  return (
    siteOf(there.hostname) === siteOf(here.hostname) ||
    /(?:^|\.)(?:ampproject\.org|archive\.org|archive\.ph)$/.test(here.hostname)
  );
}

/** The last two labels of a host, three where the second is a public one ("co.uk"). */
function siteOf(host: string): string {
  const labels = host.toLowerCase().split('.');
  const isPublicPair =
    /^(?:com?|org|net|gov|gob|ac|edu|or|ne|go)$/.test(labels.at(-2) ?? '') && (labels.at(-1) ?? '').length === 2;
  return labels.slice(isPublicPair ? -3 : -2).join('.');
}

function parse(url: string, base?: string): URL | null {
  try {
    return new URL(url.trim(), base);
  } catch {
    return null;
  }
}
