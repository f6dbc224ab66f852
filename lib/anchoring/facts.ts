/**
 * Finds what readers compare when an article has changed: quotations, numbers (with days and months) and names. Language-blind where
 * it can be: names are runs of capitalised words, judged by whether the same word also occurs in lower case. Facts outside of prose
 * (headings, invitations to subscribe) are marked.
 */
import { trimEnd } from '../model/trim-ends';
import type { Span } from '../model/span';
import type { FactKind } from '../model/version';

export interface Fact extends Span {
  readonly kind: FactKind;
  readonly text: string;
  /** Equal for facts that say the same: case, typography and the way a number is written do not count. */
  readonly key: string;
  /** Whether it stands in prose, rather than in a label, a heading or an invitation to subscribe. */
  readonly inProse: boolean;
}

/** Fewer words in quotation marks are a title or a term. */
const MIN_QUOTED_WORDS = 3;
/** As many are somebody's words, wherever they stand. */
const MIN_SPOKEN_WORDS = 8;
/**
 * From an opening mark to a closing one, to the next opening one, or to the end of the paragraph where the quotation goes on in the
 * next. A straight mark opens after white space or a bracket.
 */
const QUOTATION = /(?:[“„«]|(?<=^|[\s([—–-])"(?=\S))([^“”„«»"]{1,3000})(?:[”»"]|(?=[“„«])|$)/g;
const DIGITS = /\d+(?:[.,:]\d+)*/;
const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const OTHER_NUMBERS =
  'thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'.split(
    ' ',
  );
const NUMBER = new RegExp(
  `${DIGITS.source}|\\b(?:${[...NUMBER_WORDS.slice(2), ...OTHER_NUMBERS].join('|')})\\b`,
  'giu',
);
const NAME_WORD = String.raw`(?:(?:Mrs?|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Jr|\p{Lu})\.|\p{Lu}[\p{L}\p{M}\p{N}’'-]*)`;
const PARTICLE = '(?:al|bin|da|de|del|della|der|di|dos|du|la|le|ter|van|von)';
const NAME = new RegExp(`(?<![\\p{L}\\p{N}])${NAME_WORD}(?:\\s+(?:${PARTICLE}\\s+){0,2}${NAME_WORD})*`, 'gu');

/** Prose ends like a sentence and is longer than a label. */
const SENTENCE_END = /[.!?…:;]["”’»)\]]*$|[”"»]$/;
const MIN_PROSE_WORDS = 6;
const NOT_PROSE =
  /^(?:advert|subscribe\b|sign up\b|read more\b|read also\b|see also\b|related\b|more on\b|share\b|listen to\b|follow us\b|click here\b|most read\b|this (?:story|article) has been|watch\b|photo\b|image\b)/i;

/** All facts of `text`, in order by paragraph and kind. */
export function findFacts(text: string): Fact[] {
  const { plain, offsets } = withoutSoftHyphens(text);
  const ordinary = new Set(plain.match(/(?<![\p{L}\p{N}’'])\p{Ll}[\p{L}\p{M}]+/gu));
  const facts = [...plain.matchAll(/[^\n]+/g)].flatMap(({ 0: paragraph, index }) => {
    const inProse = isProse(paragraph);
    const found = [
      ...quotationsIn(paragraph, index),
      ...numbersIn(paragraph, index),
      ...namesIn(paragraph, index, ordinary),
    ];
    return found.map((fact) => ({ ...fact, inProse: inProse || isSpoken(fact) }));
  });
  if (!offsets) return facts;
  return facts.map((fact) => ({ ...fact, start: offsets[fact.start] ?? 0, end: (offsets[fact.end - 1] ?? 0) + 1 }));
}

/** The text without soft hyphens, and where each of its characters stood; null where there were none. */
function withoutSoftHyphens(text: string): { plain: string; offsets: readonly number[] | null } {
  if (!text.includes('\u00ad')) return { plain: text, offsets: null };
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i++) if (text[i] !== '\u00ad') offsets.push(i);
  return { plain: text.replaceAll('\u00ad', ''), offsets };
}

function isProse(paragraph: string): boolean {
  const trimmed = paragraph.trim();
  return SENTENCE_END.test(trimmed) && trimmed.split(/\s+/).length >= MIN_PROSE_WORDS && !NOT_PROSE.test(trimmed);
}

function quotationsIn(paragraph: string, at: number): BareFact[] {
  return [...paragraph.matchAll(QUOTATION)]
    .map((match) => factAt('quotation', match[0], at + match.index, wordsOf(match[0]).join(' ')))
    .filter(({ key }) => key.split(' ').length >= MIN_QUOTED_WORDS);
}

function isSpoken({ kind, key }: BareFact): boolean {
  return kind === 'quotation' && key.split(' ').length >= MIN_SPOKEN_WORDS;
}

function numbersIn(paragraph: string, at: number): BareFact[] {
  return [...paragraph.matchAll(NUMBER)].map(({ 0: written, index }) =>
    factAt('number', written, at + index, numberKey(written)),
  );
}

/** "1,000" and "1000", "five" and "5" are the same number. */
function numberKey(written: string): string {
  const word = written.toLowerCase();
  const value = NUMBER_WORDS.indexOf(word);
  return value >= 0 ? String(value) : word.replace(/[.,](?=\d{3}(?!\d))/g, '');
}

function namesIn(paragraph: string, at: number, ordinary: ReadonlySet<string>): BareFact[] {
  return [...paragraph.matchAll(NAME)].flatMap(({ 0: run, index }) => {
    // "The Senate", "But Ortiz": words that also occur in lower case are no part of a name at its start.
    const words = [...run.matchAll(/\S+/g)];
    const first = words.findIndex(({ 0: word }) => !isOrdinary(word, ordinary));
    const start = words[first]?.index;
    if (start === undefined || (first === 0 && words.length === 1 && isAtSentenceStart(paragraph, index))) return [];
    const name = trimEnd(run.slice(start), /^[.'’-]$/).replace(/['’]s$/, '');
    const isDate = new RegExp(`^(?:${NUMBER.source})$`, 'iu').test(name);
    return name.length < 2 || isDate ? [] : [factAt('name', name, at + index + start, wordsOf(name).join(' '))];
  });
}

function isOrdinary(word: string, ordinary: ReadonlySet<string>): boolean {
  const bare = word.toLowerCase().replace(/['’.].*$/s, '');
  return bare.length < 2 || ordinary.has(bare);
}

/** Single words at the start of a sentence or quotation may be capitalised for that alone. */
function isAtSentenceStart(paragraph: string, index: number): boolean {
  return /(?:^|[.!?:…—-]["”’»)]*\s+|["“‘«„([]\s*)$/.test(paragraph.slice(Math.max(0, index - 6), index));
}

/** A fact of a paragraph that is not judged yet. */
type BareFact = Omit<Fact, 'inProse'>;

function factAt(kind: FactKind, text: string, start: number, key: string): BareFact {
  return { kind, text, start, end: start + text.length, key };
}

function wordsOf(text: string): string[] {
  return (
    text
      .replaceAll('\u00ad', '')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}
