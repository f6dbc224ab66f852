import { trimEnd, trimStart } from '../../model/trim-ends';
import type { Span } from '../../model/span';
import type { Segmented } from '../segment/segment';
import type { NameSpan } from './name';

/** A name without article, title and genitive: its words in lower case, and the characters they cover. */
export interface TrimmedName extends Span {
  readonly words: readonly string[];
}

const ARTICLES = new Set(['the', 'a', 'an']);
const TITLES = new Set(
  (
    'mr mrs ms miss mx dr sir dame lord lady prof professor sen senator rep representative gov governor gen general col ' +
    'colonel capt captain maj major lt lieutenant sgt sergeant adm admiral cmdr commander judge justice president ' +
    'vice-president chancellor minister premier mayor speaker congressman congresswoman secretary ambassador chairman ' +
    'chairwoman coach detective inspector constable officer chief deputy reverend rev father sister datuk seri tan sri ' +
    'sheikh hon honourable leader author actor actress singer'
  ).split(' '),
);
/** Lower-case words that may begin a name. */
const PARTICLES = new Set(
  'de van von der den al el bin ibn ben la le du da dos di del ter ten af zu d’ iphone ebay'.split(' '),
);
const GENITIVE = /(?:['’]s?)$/;

/** Cuts what does not belong to the name itself; at least one word is left. Titles are cut from persons only. */
export function trimName(seg: Segmented, name: NameSpan): TrimmedName {
  const start = seg.tokens.start[name.first] ?? 0;
  const end = seg.tokens.end[name.last] ?? start;
  const parts = [...seg.text.slice(start, end).matchAll(/\S+/g)];
  let from = 0;
  while (from < parts.length - 1 && isCut(parts[from]?.[0] ?? '', name)) from += 1;
  const last = parts.at(-1)?.[0] ?? '';
  const genitive = GENITIVE.exec(last)?.[0].length ?? 0;
  const words = parts
    .slice(from)
    .map(([part]) => part.toLowerCase().replace(GENITIVE, ''))
    .map(bareWord);
  return {
    words: words.filter((word) => word !== ''),
    start: start + (parts[from]?.index ?? 0),
    end: last.length > genitive ? end - genitive : end,
  };
}

function isCut(part: string, { type }: NameSpan): boolean {
  const plain = part.toLowerCase().replaceAll('.', '');
  const isLower = /^\p{Ll}/u.test(part) && !PARTICLES.has(plain);
  return isLower || ARTICLES.has(plain) || (type === 'person' && TITLES.has(plain));
}

function bareWord(word: string): string {
  return trimEnd(trimStart(word, /^[^\p{L}\p{N}]$/u), /^[^\p{L}\p{N}.]$/u);
}
