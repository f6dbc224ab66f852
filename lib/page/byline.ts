/** Cleans the ways in which pages write who wrote an article. */

import { trimEnd } from '../model/trim-ends';

const LEAD =
  /^(?:(?:written|reported|story|words|text|posted|published|analysis|opinion|review)\s+)?(?:by|von|por|par|di|door)\s*:?\s+(?=\S)|^(?:author|authors|byline)\s*:\s*/i;
const TAIL =
  / ?(?:[|•·].*|\b(?:published|updated|posted|last updated)\b.*|@\w+.*|[^\s@]+@[^\s@]+\.\w+.*|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?,?\s+\d{4}.*|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d{1,2},?\s+\d{4}.*)$/i;
const NOT_A_NAME =
  /^(?:https?:|www\.|@|\/)|^(?:admin|administrator|editor|staff|author|unknown|null|undefined|none|n\/a|user\d*)$|[{}<>]/i;

/** Longer bylines are cut before they are looked through: no name is so long, and a page may say anything. */
const MAX_READ_CHARS = 500;

/** `text` without "By", dates, handles and what follows a bar; empty where no name is left. */
export function cleanByline(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, MAX_READ_CHARS);
  const bare = trimEnd(line.replace(LEAD, '').replace(TAIL, ''), /^[\s,;:–—-]$/).trim();
  const hasName = /\p{L}{2}/u.test(bare) && bare.length <= 200 && !NOT_A_NAME.test(bare);
  return hasName ? bare : '';
}

/** Names in one line, duplicates (also in other case) left out: "Ana Ortiz, Li Wei and Jo Reed". */
export function joinNames(names: readonly string[]): string {
  const seen = new Set<string>();
  const clean = names.map(cleanByline).filter((name) => {
    const key = name.toLowerCase();
    return name !== '' && !seen.has(key) && seen.add(key);
  });
  return clean.length < 2 ? (clean[0] ?? '') : `${clean.slice(0, -1).join(', ')} and ${clean.at(-1)}`;
}
