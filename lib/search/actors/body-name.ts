/** How names of organisations and places are compared beyond their words as written. */
import { SMALL } from './titles';

/** Words of an office's name that come and go: "Foreign Ministry", "Ministry of Foreign Affairs". */
const EMPTY_WORDS = new Set(['affairs', 'office', 'company', 'corporation']);

/** Words whose place tells bodies apart: the "University of Washington" is another than "Washington University". */
const ORDERED_WORDS = new Set(['university', 'college', 'state', 'bank']);

/** The words that carry a name, in the order of the alphabet; null where fewer than two are left, or their order counts. */
export function bagOf(words: readonly string[]): string | null {
  if (words.some((word) => ORDERED_WORDS.has(word)) && !words.includes('department')) return null;
  const carrying = words.filter((word) => !SMALL.has(word));
  const bag = carrying.filter((word) => !EMPTY_WORDS.has(word));
  return bag.length > 1 ? bag.toSorted().join(' ') : null;
}

/** The acronyms that a name of several words may have: with its small words, and without. */
export function acronymsOf(words: readonly string[]): ReadonlySet<string> {
  if (words.length < 2) return new Set();
  const initials = (list: readonly string[]) => list.map((word) => word[0] ?? '').join('');
  const all = [initials(words), initials(words.filter((word) => !SMALL.has(word)))];
  return new Set(all.filter((acronym) => acronym.length > 1));
}

/** Whether a name as written is an acronym: one word of two to six capitals. */
export function isAcronym(name: string): boolean {
  return /^(?:\p{Lu}\.?){2,6}$/u.test(name);
}
