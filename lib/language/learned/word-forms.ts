/**
 * The tokens of a text as numbers: hashes of the word, its ending and its shape, its class. Computed once a text and
 * shared by all learned steps.
 */
import type { Segmented } from '../segment/segment';
import { hashText, mix } from './hash';
import { MAX_PHRASE, type WordTable } from './word-table';

/** One entry a token in each array. */
export interface WordForms {
  /** Hash of the word in lower case, typographic apostrophes and digits made alike. */
  readonly lower: Int32Array;
  /** Hash of the word as written. */
  readonly exact: Int32Array;
  /** Hash of the last three characters, in lower case. */
  readonly ending: Int32Array;
  /** "Xxxx-99" with runs cut to two: hashed. */
  readonly shape: Int32Array;
  /** Word class, fine (0 unknown) and coarse. */
  readonly fine: Int32Array;
  readonly coarse: Int32Array;
  /** Bits of `LISTS` for the word alone. */
  readonly lists: Int32Array;
  /** Bits of `LISTS` of phrases of two to four tokens: those that begin here, and those that go on here. */
  readonly phraseStart: Int32Array;
  readonly phraseInside: Int32Array;
  /** How the word begins: 0 lower case, 1 capital, 2 all capitals, 3 digit, 4 anything else. */
  readonly case: Uint8Array;
}

const DIGITS = /\d/g;

/** The spelling by which words are looked up: lower case, straight apostrophes, every digit a 0. */
export function plainWord(lower: string): string {
  let plain = lower;
  for (let i = 0; i < lower.length; i += 1) {
    const unit = lower.charCodeAt(i);
    if (unit >= 48 && unit <= 57) {
      plain = plain.replace(DIGITS, '0');
      break;
    }
  }
  return plain.includes('’') ? plain.replaceAll('’', "'") : plain;
}

/** Hash of a phrase from the hashes of its words. */
export function phraseHash(words: readonly number[]): number {
  return words.reduce((hash, word) => mix(9001, hash, word), words.length);
}

const MAX_SHAPE = 24;

function shapeOf(word: string): number {
  let hash = 17;
  let last = 0;
  let run = 0;
  for (let i = 0; i < word.length && i < MAX_SHAPE; i += 1) {
    const unit = word.charCodeAt(i);
    let kind = unit;
    if ((unit >= 97 && unit <= 122) || (unit > 127 && isLower(word.charAt(i)))) kind = 1;
    else if ((unit >= 65 && unit <= 90) || (unit > 127 && isUpper(word.charAt(i)))) kind = 2;
    else if (unit >= 48 && unit <= 57) kind = 3;
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) hash = Math.imul(hash, 31) + kind;
  }
  return hash | 0;
}

function isUpper(character: string): boolean {
  return character.toLowerCase() !== character;
}

function isLower(character: string): boolean {
  return character.toUpperCase() !== character;
}

function caseOf(word: string): number {
  const first = word.charAt(0);
  if (first >= '0' && first <= '9') return 3;
  if (isUpper(first)) return word.length > 1 && word.length < 64 && word.toUpperCase() === word ? 2 : 1;
  return isLower(first) ? 0 : 4;
}

interface Form {
  readonly lower: number;
  readonly exact: number;
  readonly ending: number;
  readonly shape: number;
  readonly row: number;
  readonly case: number;
}

/** Computes the forms of all tokens of `text`. */
export function wordForms({ count, words, lowers }: Segmented, table: WordTable): WordForms {
  const forms = {
    lower: new Int32Array(count),
    exact: new Int32Array(count),
    ending: new Int32Array(count),
    shape: new Int32Array(count),
    fine: new Int32Array(count),
    coarse: new Int32Array(count),
    lists: new Int32Array(count),
    phraseStart: new Int32Array(count),
    phraseInside: new Int32Array(count),
    case: new Uint8Array(count),
  };
  const known = new Map<string, Form>();
  for (let i = 0; i < count; i += 1) {
    const word = words[i] ?? '';
    let form = known.get(word);
    if (!form) {
      const written = lowers[i] ?? '';
      const lower = hashText(plainWord(written));
      const ending = hashText(written.slice(-3));
      form = { lower, exact: hashText(word), ending, shape: shapeOf(word), row: table.find(lower), case: caseOf(word) };
      known.set(word, form);
    }
    const fine = table.classOf(form.row);
    forms.lower[i] = form.lower;
    forms.exact[i] = form.exact;
    forms.ending[i] = form.ending;
    forms.shape[i] = form.shape;
    forms.fine[i] = fine;
    forms.coarse[i] = table.coarseOf(fine);
    forms.lists[i] = table.listsOf(form.row);
    forms.case[i] = form.case;
  }
  markPhrases(forms, table);
  return forms;
}

function markPhrases(forms: WordForms, table: WordTable): void {
  const { lower, phraseStart, phraseInside } = forms;
  for (let i = 0; i < lower.length; i += 1) {
    if (forms.case[i] === 0 || forms.case[i] === 4) continue;
    for (let n = 2; n <= MAX_PHRASE && i + n <= lower.length; n += 1) {
      const lists = table.listsOf(table.find(phraseHash([...lower.subarray(i, i + n)])));
      if (lists === 0) continue;
      phraseStart[i]! |= lists;
      for (let k = i + 1; k < i + n; k += 1) phraseInside[k]! |= lists;
    }
  }
}
