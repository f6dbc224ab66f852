import { ARABIC_ARTICLES, FIRST_NAMES_TOO, GENERATIONS, PARTICLES } from './titles';

/** The parts of a person's name; all words in the plain form of `nameWords`. */
export interface PersonName {
  /** Empty where only a surname, or another single name, is given. */
  readonly first: string;
  readonly middles: readonly string[];
  /** With its particles: "von der leyen". */
  readonly surname: string;
  /** "jr", "iii", or empty. */
  readonly generation: string;
}

const GENERATION_MARKS = new Set(GENERATIONS.values());

/** Scripts that write a full name without spaces. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,}$/u;

const ARTICLE = new RegExp(`^(?:${[...ARABIC_ARTICLES].join('|')})-`, 'u');

/** Reads a name from its words; the last word is taken for the surname, as nothing tells other orders apart. */
export function personName(words: readonly string[]): PersonName {
  const last = words.at(-1) ?? '';
  const generation = words.length > 1 && GENERATION_MARKS.has(last) ? last : '';
  const names = generation ? words.slice(0, -1) : words;
  let from = names.length - 1;
  while (from > 0 && isParticle(names[from - 1] ?? '', from - 1)) from -= 1;
  return {
    first: from > 0 ? (names[0] ?? '') : '',
    middles: names.slice(1, Math.max(1, from)),
    surname: names.slice(from).join(' '),
    generation,
  };
}

function isParticle(word: string, at: number): boolean {
  return PARTICLES.has(word) && !(at === 0 && FIRST_NAMES_TOO.has(word));
}

/** Whether the name is too little to tell people apart: a surname or first name alone. */
export function isOneName(words: readonly string[]): boolean {
  const { first, surname } = personName(words);
  return first === '' && !UNSPACED.test(surname);
}

/** A surname without the Arabic article, which newspapers write or leave out: "al-assad" is "assad". */
export function bareSurname(surname: string): string {
  return surname.replace(ARTICLE, '');
}

/**
 * Whether two names with the same first name and the same end of the surname are one name, fuller and shorter: middle
 * names may be left out or be initials, hyphens be spaces. What a hyphen binds may not be left out: "Ana Ruiz-Vega" may
 * be another than "Ana Vega".
 */
export function isFullerOrShorter(a: PersonName, b: PersonName): boolean {
  if (a.generation !== b.generation) return false;
  const [few = [], many = []] = [innerParts(a), innerParts(b)].toSorted((x, y) => x.length - y.length);
  let at = 0;
  for (const { word } of few) {
    while (at < many.length && !isSameOrInitial(word, many[at]?.word ?? '')) {
      const { isBound = false, word: out = '' } = many[at++] ?? {};
      // Who writes one initial writes those before it: "George W." is not "George H. W.".
      if (isBound || out.length === 1) return false;
    }
    if (at === many.length) return false;
    at += 1;
  }
  return many.slice(at).every(({ isBound }) => !isBound);
}

/**
 * Whether that is sure: nothing but initials was left out. "Ana Ruiz" may be the mother of "Ana Maria Ruiz", but hardly
 * of "Ana M. Ruiz".
 */
export function isSurelyFullerOrShorter(a: PersonName, b: PersonName): boolean {
  if (!isFullerOrShorter(a, b)) return false;
  const [few, many] = [innerParts(a), innerParts(b)].toSorted((x, y) => x.length - y.length);
  return (many ?? []).slice(few?.length ?? 0).every(({ word }) => word.length === 1);
}

interface Part {
  readonly word: string;
  /** Part of a hyphenated name or of a surname of several words: not left out by anybody. */
  readonly isBound: boolean;
}

/** What stands between the first part of the first name and the last of the surname. */
function innerParts({ first, middles, surname }: PersonName): Part[] {
  const split = (word: string, isBound: boolean) =>
    word.split('-').map((part) => ({ word: part, isBound: isBound || word.includes('-') }));
  const parts = [
    ...split(first, false),
    ...middles.flatMap((middle) => split(middle, false)),
    ...surname.split(' ').flatMap((word) => split(bareSurname(word), true)),
  ];
  return parts.slice(1, -1);
}

/** Whether two words are equal, or one is the initial of the other. */
export function isSameOrInitial(a: string, b: string): boolean {
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}
