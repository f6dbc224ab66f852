/**
 * Whether two words are one name in two spellings, as they come from writing Arabic, Slavic or Chinese names in Latin
 * letters: "Zelensky", "Zelenskyy", "Zelenskiy". Consonants must agree after the sounds that are written in many ways are
 * written in one, and vowels may differ only as far as they do in such spellings, at the end of a word not at all:
 * "Mario" and "Maria", "Ivanov" and "Ivanova", "Olsen" and "Olson" are two names.
 */
import { isOfOneFamily, SPELLING_FAMILIES } from './spelling-families';
import { bareSurname } from './person-name';

/** Letters that stand for one sound, in the order they are replaced. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[-' ]/g, ''],
  [/tsch|tch|ch/g, 'c'],
  [/sch|sh/g, 's'],
  [/zh/g, 'z'],
  [/dzh|dj|dz/g, 'j'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/gh/g, 'g'],
  [/ck|q/g, 'k'],
  [/c(?=[aourlt])/g, 'k'],
  [/x/g, 'ks'],
  [/tz|ts/g, 'c'],
  [/w/g, 'v'],
  [/f{2}$/g, 'v'],
  [/j(?![aeiou])|y|(?<=[aeiou])j/g, 'i'],
  [/ou|oo/g, 'u'],
  [/ee/g, 'i'],
  [/([aou])e/g, '$1'],
  [/(.)\1+/g, '$1'],
  [/(?<=[aeiou])h$/g, ''],
];

/** Vowels that stand for one another inside of a word. */
const LIKE_VOWELS = new Set(['ae', 'ea', 'ei', 'ie', 'ou', 'uo']);

/** Shorter words differ in one letter by chance. */
const MIN_LETTERS = 4;

/** Sounds that were worked out before: the same words are compared with many others. */
const sounds = new Map<string, string>();
const MAX_SOUNDS = 20_000;

/** The word as it sounds. */
function soundOf(word: string): string {
  const before = sounds.get(word);
  if (before !== undefined) return before;
  if (sounds.size > MAX_SOUNDS) sounds.clear();
  const sound = sounded(word);
  sounds.set(word, sound);
  return sound;
}

function sounded(word: string): string {
  return SOUNDS.reduce((text, [letters, sound]) => text.replace(letters, sound), bareSurname(word));
}

/** What all spellings of a word share: its consonants as they sound. Words without any are their own. */
export function skeletonOf(word: string): string {
  const sound = soundOf(word);
  return sound.replace(/[aeiou]/g, '') || sound;
}

/** Whether two words are spoken alike, however they are written. */
export function soundsAlike(a: string, b: string): boolean {
  return soundOf(a) === soundOf(b) || isOfOneFamily(SPELLING_FAMILIES, a, b);
}

/** Whether two different words may be one name in two spellings. */
export function isOtherSpelling(a: string, b: string): boolean {
  if (a === b) return false;
  if (isOfOneFamily(SPELLING_FAMILIES, a, b)) return true;
  const [x, y] = [soundOf(a), soundOf(b)];
  if (x === y) return Math.min(x.length, y.length) >= MIN_LETTERS - 1;
  if (Math.min(x.length, y.length) < MIN_LETTERS) return false;
  const [m, n] = [x.split(/([^aeiou])/), y.split(/([^aeiou])/)];
  if (m.length !== n.length) return false;
  return m.every((part, at) => {
    const other = n[at] ?? '';
    if (part === other) return true;
    if (at % 2 === 1 || at === m.length - 1) return false;
    // A vowel between consonants may be left out: "Fatma", "Fatima".
    if (part === '' || other === '') return at > 0 && part.length + other.length === 1;
    return vowelsAgree(part, other);
  });
}

function vowelsAgree(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short
    .split('')
    .every((vowel) => long.split('').some((other) => vowel === other || LIKE_VOWELS.has(vowel + other)));
}
