/**
 * Tells whether two quotations are the same words, and what differs.
 *
 *   “We will not sail until the crew is paid”, Ruiz said.      “will not sail until the crews are paid”
 *
 * Case, punctuation, ellipses and typography do not matter; one may be cut anywhere, have words in brackets, a word or a
 * number changed. What everybody says ("in due course"), a few common words, and the words of two different people are
 * not the same quotation.
 */
import type { QuotePiece } from '../model/related';
import { alignWords, type PlacedWord, placedWords } from './align-words';
import type { Quotation } from './description';
import { isStockPhrase } from './stock-phrases';
import { stem } from './stem';
import { COMMON_STEMS, wordsOf } from './terms';

/** Of two quotations that are the same or nearly so. */
export interface SameQuotation {
  readonly here: string;
  readonly there: string;
}

/** Share of the shorter quotation's words that the other must have in the same order. */
const MIN_SHARED = 0.75;

/** Fewer words in common are said by chance; of them so many must not be common ones. */
const MIN_WORDS = 4;
const MIN_TELLING = 2;

/** So many words in common make up for telling ones, and are the same though two people are named as their speakers. */
const MANY_WORDS = 12;

/** What is inserted by the writer: it need not be in the other. */
const BRACKETED = /\[[^\]]*\]|\((?=[^)]{0,40}\))[^)]*\)/gu;

/** Pairs of the same quotation in two articles. Each quotation is used once, the longest first. */
export function sameQuotations(here: readonly Quotation[], there: readonly Quotation[]): SameQuotation[] {
  const used = new Set<Quotation>();
  return here
    .toSorted((a, b) => b.text.length - a.text.length)
    .flatMap((quotation) => {
      const match = there.find((other) => !used.has(other) && isSameQuotation(quotation, other));
      if (!match) return [];
      used.add(match);
      return [{ here: quotation.text, there: match.text }];
    });
}

/** Whether two quotations are the same words, perhaps cut or slightly changed. */
export function isSameQuotation(a: Quotation, b: Quotation): boolean {
  const [x, y] = [spokenWords(a), spokenWords(b)];
  const [short, long] = x.words.length <= y.words.length ? [x, y] : [y, x];
  if (short.words.length < MIN_WORDS || !mayMeet(short, long)) return false;
  const shared = alignWords(short.words, long.words).flatMap(([i]) => short.words[i]?.key ?? []);
  if (shared.length < Math.max(MIN_WORDS, MIN_SHARED * short.words.length)) return false;
  if (shared.length >= MANY_WORDS) return true;
  const telling = new Set(shared.map(stem).filter((word) => word.length > 2 && !COMMON_STEMS.has(word)));
  return telling.size >= MIN_TELLING && !isStockPhrase(shared) && !areTwoPeople(a.speaker, b.speaker);
}

/** The quotation there piece by piece as it differs from the one here: same, cut (only here) and added (only there). */
export function compareQuotations(here: string, there: string): QuotePiece[] {
  const [a, b] = [placedWords(here), placedWords(there)];
  const pieces: QuotePiece[] = [];
  const add = (kind: QuotePiece['kind'], text: string) => {
    if (text === '') return;
    const last = pieces.at(-1);
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
    else pieces.push({ kind, text });
  };
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...alignWords(a, b), [a.length, b.length] as const]) {
    add('cut', wordsBetween(here, a, i, nextI));
    add('added', wordsBetween(there, b, j, nextJ));
    const word = b[nextJ];
    // Marks and spaces are those of the quotation there.
    if (word) add('same', there.slice(word.start, b[nextJ + 1]?.start ?? there.length));
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return pieces;
}

/** The words from number `from` up to `to` with what follows them, a space at the end if they are the last. */
function wordsBetween(text: string, words: readonly PlacedWord[], from: number, to: number): string {
  const [first, last] = [words[from], words[to - 1]];
  if (!first || !last || to <= from) return '';
  const next = words[to];
  return text.slice(first.start, next ? next.start : last.end) + (next ? '' : ' ');
}

interface Spoken {
  readonly words: readonly PlacedWord[];
  readonly keys: ReadonlySet<string>;
}

/** Of quotations that were looked at; each is compared with many others. */
const spoken = new WeakMap<Quotation, Spoken>();

function spokenWords(quotation: Quotation): Spoken {
  let known = spoken.get(quotation);
  if (!known) {
    const words = placedWords(quotation.text.replace(BRACKETED, ' '));
    spoken.set(quotation, (known = { words, keys: new Set(words.map(({ key }) => key)) }));
  }
  return known;
}

/** Quick, and never wrong when it says no: whether enough words of the shorter are in the longer at all. */
function mayMeet(short: Spoken, long: Spoken): boolean {
  const least = Math.max(MIN_WORDS, MIN_SHARED * short.words.length);
  let missing = short.words.length - least;
  for (const { key } of short.words) if (!long.keys.has(key) && --missing < 0) return false;
  return true;
}

/** Whether both have a speaker, and no word of one's name is in the other's. */
function areTwoPeople(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), new Set(wordsOf(b))];
  return x.length > 0 && y.size > 0 && !x.some((word) => y.has(word));
}
