import { fromCsv } from '../csv/table';

/** An address to read later. */
export interface Address {
  readonly url: string;
  readonly title: string;
}

/** What was read of a list, and which entries were not: their place (from 1) and what stands there. */
export interface Addresses {
  readonly addresses: readonly Address[];
  readonly refused: readonly { readonly record: number; readonly why: string }[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" };

/** Characters shown of an entry that is no web address. */
const SHOWN_CHARS = 80;

/**
 * The web addresses of a list: a bookmarks file as browsers export it (Netscape format), or CSV with the address in
 * any column (the next column that is no address is its title). Each address once, in order. Rows without a web
 * address are named, but for a first one, which is taken for headings.
 */
export function readAddresses(file: string): Addresses {
  const isBookmarks = /<a\s[^<>]*href=/i.test(file);
  const entries = isBookmarks ? fromBookmarks(file) : fromCsv(file).map(fromRow);
  const unique = new Map<string, Address>();
  const refused: { record: number; why: string }[] = [];
  for (const [i, { url, title }] of entries.entries()) {
    if (isWebAddress(url)) unique.set(url.trim(), { url: url.trim(), title: title.trim() });
    else if (isBookmarks || i > 0) refused.push({ record: i + 1, why: (url || title).slice(0, SHOWN_CHARS) });
  }
  return { addresses: [...unique.values()], refused };
}

function fromBookmarks(file: string): Address[] {
  return [...file.matchAll(/<a\s[^<>]*?href="([^"<>]+)"[^<>]*>([^<]*)/gi)].map((m) => ({
    url: decode(m[1] ?? ''),
    title: decode(m[2] ?? ''),
  }));
}

/** A row without any address has an empty one, and its first words in the place of the title. */
function fromRow(row: readonly string[]): Address {
  const at = row.findIndex(isWebAddress);
  const title = row.find((cell, i) => i !== at && cell.trim() && !isWebAddress(cell));
  return { url: row[at] ?? '', title: title ?? '' };
}

function isWebAddress(text: string): boolean {
  return /^\s*https?:\/\/[^\s/]+/i.test(text);
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_all, name: string) => ENTITIES[name] ?? '');
}
