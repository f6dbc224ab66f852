import { fromCsv } from '../csv/table';

/** An address to read later. */
export interface Address {
  readonly url: string;
  readonly title: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" };

/**
 * The web addresses of a list: a bookmarks file as browsers export it (Netscape format), or CSV with the address in
 * any column (the next column that is no address is its title). Each address once, in order.
 */
export function readAddresses(file: string): Address[] {
  const found = /<a\s[^>]*href=/i.test(file) ? fromBookmarks(file) : fromCsv(file).map(fromRow);
  const unique = new Map(found.filter((one) => one !== null).map((one) => [one.url, one]));
  return [...unique.values()];
}

function fromBookmarks(file: string): (Address | null)[] {
  return [...file.matchAll(/<a\s[^>]{0,20000}?href="([^"]{1,20000})"[^>]{0,200000}>([^<]*)/gi)].map((m) =>
    toAddress(decode(m[1] ?? ''), decode(m[2] ?? '')),
  );
}

function fromRow(row: readonly string[]): Address | null {
  const at = row.findIndex(isWebAddress);
  if (at < 0) return null;
  const title = row.find((cell, i) => i !== at && cell.trim() && !isWebAddress(cell));
  return toAddress(row[at] ?? '', title ?? '');
}

function toAddress(url: string, title: string): Address | null {
  return isWebAddress(url) ? { url: url.trim(), title: title.trim() } : null;
}

function isWebAddress(text: string): boolean {
  return /^\s*https?:\/\/[^\s/]+/i.test(text);
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_all, name: string) => ENTITIES[name] ?? '');
}
