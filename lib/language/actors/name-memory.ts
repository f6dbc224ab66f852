/**
 * What an article as a whole tells about a word: whether it also stands in lower case, and in which company its
 * capitalised places stand ("Mr _", "_ Inc", "in _"). A name is often clear in one sentence and bare in the next.
 */
import type { WordForms } from '../learned/word-forms';
import { LISTS } from '../learned/word-table';
import { TAGS } from '../tagging/tags';
import type { Segmented } from '../segment/segment';

/** Bits of `NameMemory.company`. */
export const COMPANY = {
  afterGivenName: 1,
  afterRole: 2,
  afterCapital: 4,
  beforeCapital: 8,
  beforeSurname: 16,
  beforeOrganizationWord: 32,
  afterPlacePreposition: 64,
  beforePossessive: 128,
  besideSpeech: 256,
  afterThe: 512,
  inBrackets: 1024,
} as const;

const COMPANY_BITS = 11;

/** One entry a token in each array. */
export interface NameMemory {
  /** Bits of `COMPANY` met with this word anywhere in the article. */
  readonly company: Int32Array;
  /** 0: never in lower case and capitalised inside a sentence; 1: only at a start; 2: also in lower case; 3: itself lower case. */
  readonly usualCase: Uint8Array;
  /** How often the word is capitalised, at most 4. */
  readonly frequency: Uint8Array;
}

const ORGANIZATION_WORDS = new Set(
  (
    'inc inc. corp corp. ltd ltd. co co. plc llc group bank party ministry university college council committee ' +
    'association union institute agency authority commission court department office company foundation federation ' +
    'fc united club airlines airways holdings industries international times post news herald tribune police army ' +
    'forces board bureau service services society organization organisation league congress parliament senate'
  ).split(' '),
);
const PLACE_PREPOSITIONS = new Set('in at from near to across outside around toward towards through'.split(' '));
const SPEECH = new Set(
  'said says told added asked according tweeted wrote replied announced insisted warned'.split(' '),
);

interface Word {
  company: number;
  capitalInside: number;
  capitalFirst: number;
  lower: number;
}

/** Reads the whole article once. */
export function rememberNames(
  { count, lowers, sentenceOf, sentences }: Segmented,
  forms: WordForms,
  tags: Uint8Array,
): NameMemory {
  const words = new Map<number, Word>();
  const wordOf = (i: number): Word => {
    const key = forms.lower[i] ?? 0;
    let word = words.get(key);
    if (!word) {
      word = { company: 0, capitalInside: 0, capitalFirst: 0, lower: 0 };
      words.set(key, word);
    }
    return word;
  };
  for (let i = 0; i < count; i += 1) {
    const word = wordOf(i);
    if (!isCapital(forms, i)) {
      word.lower += 1;
      continue;
    }
    if (sentences[sentenceOf[i] ?? 0]?.first === i) word.capitalFirst += 1;
    else word.capitalInside += 1;
    word.company |= companyOf(i, lowers, forms, tags);
  }
  const memory = { company: new Int32Array(count), usualCase: new Uint8Array(count), frequency: new Uint8Array(count) };
  for (let i = 0; i < count; i += 1) {
    const word = wordOf(i);
    memory.company[i] = word.company;
    memory.frequency[i] = Math.min(4, word.capitalFirst + word.capitalInside);
    memory.usualCase[i] = !isCapital(forms, i) ? 3 : word.lower > 0 ? 2 : word.capitalInside > 0 ? 0 : 1;
  }
  return memory;
}

function isCapital(forms: WordForms, i: number): boolean {
  return forms.case[i] === 1 || forms.case[i] === 2;
}

function companyOf(i: number, lowers: readonly string[], forms: WordForms, tags: Uint8Array): number {
  const before = lowers[i - 1] ?? '';
  const after = lowers[i + 1] ?? '';
  let bits = 0;
  if (i > 0 && isCapital(forms, i - 1)) {
    const lists = forms.lists[i - 1] ?? 0;
    bits |= COMPANY.afterCapital;
    if (lists & LISTS.givenName) bits |= COMPANY.afterGivenName;
    if (lists & LISTS.role) bits |= COMPANY.afterRole;
  } else if ((forms.lists[i - 1] ?? 0) & LISTS.role) bits |= COMPANY.afterRole;
  if (isCapital(forms, i + 1)) {
    bits |= COMPANY.beforeCapital;
    if ((forms.lists[i + 1] ?? 0) & LISTS.surname) bits |= COMPANY.beforeSurname;
    if (ORGANIZATION_WORDS.has(after)) bits |= COMPANY.beforeOrganizationWord;
  }
  if (PLACE_PREPOSITIONS.has(before)) bits |= COMPANY.afterPlacePreposition;
  if (TAGS[tags[i + 1] ?? 0] === 'PART.POSS' && i + 1 < tags.length) bits |= COMPANY.beforePossessive;
  if (SPEECH.has(before) || SPEECH.has(after)) bits |= COMPANY.besideSpeech;
  if (before === 'the') bits |= COMPANY.afterThe;
  if (before === '(' && after === ')') bits |= COMPANY.inBrackets;
  return bits;
}

/** Calls `visit` with the position of each bit that is set in `company`. */
export function eachCompany(company: number, visit: (bit: number) => void): void {
  for (let bit = 0; bit < COMPANY_BITS; bit += 1) if ((company >> bit) & 1) visit(bit);
}
