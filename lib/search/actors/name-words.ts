/**
 * The words of a name as they are compared: "Dr. Łukasz O’Brien-Šimić, KC" is "lukasz obrien-simic". Case, diacritics,
 * apostrophes, dots, titles, degrees and legal forms do not matter; the order of words and "Jr." do.
 */
import type { ActorType } from '../../model/analysis';
import { fold } from '../terms';
import { DEGREES, GENERATIONS, LEGAL_FORMS, RANKS, TITLES, TWO_SPELLINGS } from './titles';

/** Letters that Unicode does not take apart into a plain one and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ə: 'e',
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/** Marks inside a word that are left out: apostrophes of every kind, and those that stand for Arabic ayn and hamza. */
const INSIDE = /['’‘ʼʻʿʾ`´]/gu;

const WORD = /[\p{L}\p{N}]+/gu;

/** In names of persons a hyphen binds: "Jean-Pierre" is one first name, "al-Assad" a surname where "Al Gore" is none. */
const BOUND_WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;

const GENERATION_MARKS = new Set(GENERATIONS.values());

/** Two or three capitals that cannot be read as a syllable are initials, as in "JD Vance"; "LI" is a surname. */
const INITIALS = /^\p{Lu}[B-DF-HJ-NP-TV-Z]{1,2}$/u;

/** The words of a name of this type; the whole name as one word where nothing else is left. Empty for an empty name. */
export function nameWords(name: string, type: ActorType): string[] {
  const words = type === 'person' ? personWords(name) : bodyWords(name);
  return words.length > 0 ? words : plainWords(name);
}

function personWords(name: string): string[] {
  const isShouted = !/\p{Ll}/u.test(name);
  const spelled = name
    .split(/[\s.]+/u)
    .flatMap((word, at, all) => (INITIALS.test(word) && !isShouted && at < all.length - 1 ? word.split('') : [word]));
  return withoutTitles(withoutDegrees(withArticles(plainWords(spelled.join(' '), BOUND_WORD))));
}

/** "Bashar Al Assad" as "Bashar al-Assad"; at the start of a name "Al" is a first name. */
function withArticles(words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    if (at > 0 && at < words.length - 1 && (word === 'al' || word === 'el')) return [];
    const before = at > 1 ? words[at - 1] : '';
    return [before === 'al' || before === 'el' ? `${before}-${word}` : word];
  });
}

function bodyWords(name: string): string[] {
  const words = plainWords(
    name
      .replace(/&/g, ' and ')
      .replace(/\bco-(?=\p{L})/giu, 'co')
      .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, ''),
  );
  const spelled = words.map((word) => TWO_SPELLINGS.get(word) ?? word);
  const from = spelled[0] === 'the' && spelled.length > 1 ? 1 : 0;
  let to = spelled.length;
  while (to > from + 1 && LEGAL_FORMS.has(spelled[to - 1] ?? '')) to -= 1;
  return spelled.slice(from, spelled[to - 1] === 'and' && to > from + 1 ? to - 1 : to);
}

/** Words in lower case and plain letters. */
function plainWords(name: string, word = WORD): string[] {
  const bare = fold(name.replace(/['’]s?$/u, '').replace(INSIDE, ''));
  return (
    bare
      .replace(/[‐‑]/gu, '-')
      .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
      .match(word) ?? []
  );
}

function withoutDegrees(words: readonly string[]): string[] {
  let to = words.length;
  while (to > 2 && DEGREES.has(words[to - 1] ?? '')) to -= 1;
  return words.slice(0, to).map((word, at) => (at > 0 && at === to - 1 ? (GENERATIONS.get(word) ?? word) : word));
}

function withoutTitles(words: readonly string[]): string[] {
  let from = 0;
  while (from < words.length - 1) {
    const word = words[from] ?? '';
    const names = words.slice(from + 1).filter((each) => !GENERATION_MARKS.has(each));
    if (!TITLES.has(word) && !(RANKS.has(word) && names.length > 1)) break;
    from += 1;
  }
  return words.slice(from);
}
