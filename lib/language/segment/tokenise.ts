/**
 * Cuts a text into tokens, close to the English treebanks of Universal Dependencies:
 *
 *   Mr. |O’Brien| |did|n’t| |say| |“|well|-|known|”|...
 *
 * Clitics (n't, 's, 'll) and hyphened parts are tokens of their own; abbreviations, decimal numbers, times,
 * addresses (web, mail, @handle) and a few prefixes ("non-profit") stay whole. One pass, linear time: every scan
 * that looks ahead is either consumed or bounded.
 */
import { trimEnd } from '../../model/trim-ends';
import { ALSO_WORDS, BEFORE_NAME, BEFORE_NUMBER, HYPHEN_PREFIXES, MAY_END } from './abbreviations';
import { DIGIT, LETTER, MARK, OTHER, SPACE, classAt, isLowerAt, isUpperAt, widthAt } from './characters';

/** Kinds of tokens, as stored in `TokenTable.kind`. */
export const WORD = 1;
export const NUMBER = 2;
export const PUNCTUATION = 3;
/** A quotation mark, or an apostrophe that stands where one could. */
export const QUOTE_MARK = 4;
export const SYMBOL = 5;

/** Tokens in order, as parallel arrays; offsets in UTF-16 code units. */
export interface TokenTable {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
}

/** No abbreviation and no prefix is longer; keeps look-ups of one long "word" cheap. */
const MAX_LISTED = 8;
const QUOTES = new Set(`"'“”„‟‘’‚‛«»‹›`);
const PUNCTUATION_MARKS = /[\p{P}|~]/u;
const CLITIC = /^(?:s|re|ve|ll|d|m)$/i;
/** Words that begin with an apostrophe. */
const APOSTROPHE_WORD = /^['’‘](?:em|tis|twas|til|till|cause|bout|round|cos|kay|\d0s)$/i;
const ADDRESS_START = /^(?:https?:\/\/|www\.)/i;
const ADDRESS_END = /^[.,;:!?)\]}'"’”»]$/;
const MAX_ADDRESS = 2000;

function isApostrophe(unit: number): boolean {
  return unit === 39 || unit === 0x2019 || unit === 0x2bc;
}

class Tokeniser {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly kinds: number[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  run(): TokenTable {
    const { text } = this;
    while (this.at < text.length) {
      const kind = classAt(text, this.at);
      if (kind === SPACE) this.at += 1;
      else if (kind === LETTER || kind === DIGIT) this.word();
      else this.mark();
    }
    return { start: Int32Array.from(this.starts), end: Int32Array.from(this.ends), kind: Uint8Array.from(this.kinds) };
  }

  private push(start: number, end: number, kind: number): void {
    this.starts.push(start);
    this.ends.push(end);
    this.kinds.push(kind);
    this.at = end;
  }

  private classOf(index: number): number {
    return index >= 0 && index < this.text.length ? classAt(this.text, index) : SPACE;
  }

  /** End of the run of letters, digits and marks that begins at `from`. */
  private runEnd(from: number): number {
    let i = from;
    for (let c = this.classOf(i); c === LETTER || c === DIGIT || c === MARK; c = this.classOf(i)) {
      i += widthAt(this.text, i);
    }
    return i;
  }

  private word(): void {
    const { text } = this;
    const start = this.at;
    if (this.address(start)) return;
    let end = this.runEnd(start);
    for (;;) {
      const joined = this.joins(start, end);
      if (joined === end) break;
      end = joined;
    }
    const first = classAt(text, start);
    if (first === DIGIT) return this.push(start, end, NUMBER);
    if (end - start <= MAX_LISTED && text.charCodeAt(end) === 46 && this.isAbbreviation(start, end)) end += 1;
    const split = this.splitWord(start, end);
    if (split > start) this.push(start, split, WORD);
    this.push(Math.max(split, start), end, WORD);
    this.clitic(end);
  }

  /** Where a word goes on after `end` over an inner mark ("3.5", "AT&T", "O’Brien"); `end` itself if it does not. */
  private joins(start: number, end: number): number {
    const { text } = this;
    const mark = text.charCodeAt(end);
    const after = this.classOf(end + 1);
    const before = this.classOf(end - 1);
    if (after !== LETTER && after !== DIGIT) return end;
    switch (mark) {
      case 46: // full stop: 3.5, U.S., example.com, but not "end.Next"
        if (before === DIGIT && after === DIGIT) return this.runEnd(end + 1);
        if (before === LETTER && after === LETTER && this.isDotted(start, end)) return this.runEnd(end + 1);
        return end;
      case 44: // comma: 1,000
        return before === DIGIT && after === DIGIT ? this.runEnd(end + 1) : end;
      case 58: // colon: 10:30
      case 47: // slash: 9/11
        return before === DIGIT && after === DIGIT ? this.runEnd(end + 1) : end;
      case 38: // ampersand: AT&T
        return end - start <= 3 && isUpperAt(text, start) && isUpperAt(text, end + 1) ? this.runEnd(end + 1) : end;
      case 95: // low line
        return this.runEnd(end + 1);
      case 45: // hyphen
        return this.joinsHyphen(start, end);
      case 39:
      case 0x2019:
      case 0x2bc:
        return this.isCliticAt(start, end) ? end : this.runEnd(end + 1);
      default:
        return end;
    }
  }

  private joinsHyphen(start: number, end: number): number {
    const { text } = this;
    const isPhone = classAt(text, start) === DIGIT && end - start === 3 && this.classOf(end + 1) === DIGIT;
    if (isPhone) return this.runEnd(end + 1);
    const isPrefix = end - start <= MAX_LISTED && HYPHEN_PREFIXES.has(text.slice(start, end).toLowerCase());
    return isPrefix && this.classOf(end + 1) === LETTER ? this.runEnd(end + 1) : end;
  }

  /** Whether the full stop at `end` lies inside "U.S" or "example.com" rather than between two sentences. */
  private isDotted(start: number, end: number): boolean {
    const { text } = this;
    const previousIsSingle = end - start === 1 || text.charCodeAt(end - 2) === 46;
    const next = this.runEnd(end + 1);
    const nextIsSingle = next - end - 1 === 1;
    if (nextIsSingle && (previousIsSingle || /^ph$/i.test(text.slice(start, Math.min(end, start + 3))))) return true;
    if (previousIsSingle && text.charCodeAt(next) === 46 && next - end <= 3) return true; // Ph.D., U.K.
    return isLowerAt(text, end + 1) && next - end - 1 <= 4 && isLowerAt(text, end - 1);
  }

  /** Whether the apostrophe at `end` begins a clitic ('s, 'll) or stands in n't, so that the word ends here. */
  private isCliticAt(start: number, end: number): boolean {
    const { text } = this;
    const next = this.runEnd(end + 1);
    const length = next - end - 1;
    if (length > 2) return false;
    const tail = text.slice(end + 1, next);
    if (/^t$/i.test(tail) && /n$/i.test(text.charAt(end - 1))) return true;
    return CLITIC.test(tail) && end > start;
  }

  /** Start of the second token inside a word ("did|n’t", "can|not"); `start` where it is one token. */
  private splitWord(start: number, end: number): number {
    const { text } = this;
    if (end - start === 6 && /^cannot$/i.test(text.slice(start, end))) return start + 3;
    const isNegated =
      isApostrophe(text.charCodeAt(end)) && /^[’'ʼ]t$/i.test(text.slice(end, this.shortRunEnd(end + 1)));
    return isNegated && end - start > 1 ? end - 1 : start;
  }

  /** As `runEnd`, but gives up after three characters. */
  private shortRunEnd(from: number): number {
    let i = from;
    while (i < from + 3 && this.classOf(i) !== SPACE && this.classOf(i) !== OTHER) i += widthAt(this.text, i);
    return i;
  }

  /** Takes the clitic that follows a word: 's 're n't (whose n was cut off the word just pushed). */
  private clitic(end: number): void {
    const { text } = this;
    if (!isApostrophe(text.charCodeAt(end))) return;
    const next = this.shortRunEnd(end + 1);
    const tail = text.slice(end + 1, next);
    if (/^t$/i.test(tail) && /n$/i.test(text.charAt(end - 1))) {
      this.ends[this.ends.length - 1] = next;
      this.at = next;
    } else if (CLITIC.test(tail)) {
      this.push(end, next, WORD);
    }
  }

  private isAbbreviation(start: number, end: number): boolean {
    const { text } = this;
    const word = text.slice(start, end);
    const lower = word.toLowerCase();
    if (word.includes('.')) return word.length <= 3 || /^(?:\p{L}\.)+\p{L}{1,2}$|^ph\.d$/iu.test(word);
    if (word.length === 1) return isUpperAt(text, start) && (word !== 'I' || this.isNameInitial(start, end));
    const next = this.nextVisible(end + 1);
    const capitalAfter = this.classOf(next) === LETTER && isUpperAt(text, next);
    if (BEFORE_NUMBER.has(lower)) return this.classOf(next) === DIGIT && next > end;
    if (ALSO_WORDS.has(lower)) {
      return (
        isUpperAt(text, start) && (capitalAfter || this.classOf(next) === DIGIT || text.charCodeAt(end + 1) === 44)
      );
    }
    return BEFORE_NAME.has(lower) || MAY_END.has(lower);
  }

  /** Whether "I." stands between two capitalised words ("Harold I. Smith"). */
  private isNameInitial(start: number, end: number): boolean {
    const last = this.starts.at(-1);
    if (last === undefined || this.ends.at(-1) !== start - 1 || !isUpperAt(this.text, last)) return false;
    const next = this.nextVisible(end + 1);
    return this.classOf(next) === LETTER && isUpperAt(this.text, next);
  }

  /** First index from `from` that is no space, looking at most three characters far. */
  private nextVisible(from: number): number {
    let i = from;
    while (i < from + 3 && this.classOf(i) === SPACE) i += 1;
    return i;
  }

  /** Takes a web or mail address or an @handle that begins here. */
  private address(start: number): boolean {
    const { text } = this;
    const head = text.slice(start, start + 8);
    if (ADDRESS_START.test(head)) {
      let end = start;
      while (end < start + MAX_ADDRESS && this.classOf(end) !== SPACE && !/["<>“”«»]/.test(text.charAt(end))) {
        end += widthAt(text, end);
      }
      const trimmed = trimEnd(text.slice(start, end), ADDRESS_END);
      this.push(start, start + trimmed.length, SYMBOL);
      return true;
    }
    const local = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,63}){1,4}/y;
    if (!this.hasAtSign(start)) return false;
    local.lastIndex = start;
    const mail = local.exec(text);
    if (!mail) return false;
    this.push(start, start + mail[0].length, SYMBOL);
    return true;
  }

  /** Whether an @ stands within the next 64 characters without a space before it. */
  private hasAtSign(start: number): boolean {
    for (let i = start; i < start + 65 && i < this.text.length; i += 1) {
      const unit = this.text.charCodeAt(i);
      if (unit === 64) return i > start;
      if (unit <= 32) return false;
    }
    return false;
  }

  private mark(): void {
    const { text } = this;
    const start = this.at;
    const character = text.slice(start, start + widthAt(text, start));
    const end = start + character.length;
    if (QUOTES.has(character) || character === '`') return this.quoteMark(start, character);
    if (character === '.' || character === '-' || character === '!' || character === '?') {
      return this.push(start, this.repeatEnd(start), PUNCTUATION);
    }
    if ((character === '@' || character === '#') && this.classOf(end) === LETTER) {
      let stop = this.runEnd(end);
      while (text.charCodeAt(stop) === 95) stop = this.runEnd(stop + 1);
      return this.push(start, stop, SYMBOL);
    }
    this.push(start, this.withMarks(end), PUNCTUATION_MARKS.test(character) ? PUNCTUATION : SYMBOL);
  }

  /** End of "...", "--", "?!" that begins at `start`; other marks stand alone. */
  private repeatEnd(start: number): number {
    const { text } = this;
    const first = text.charAt(start);
    const isSame = (c: string): boolean => (first === '!' || first === '?' ? c === '!' || c === '?' : c === first);
    let end = start + 1;
    while (end < text.length && isSame(text.charAt(end))) end += 1;
    return this.withMarks(end);
  }

  /** Takes combining marks, joiners and what they join along with the character that ends at `end`. */
  private withMarks(end: number): number {
    let i = end;
    while (this.classOf(i) === MARK && i < this.text.length) {
      const isJoiner = this.text.charCodeAt(i) === 0x200d;
      i += widthAt(this.text, i);
      if (isJoiner && this.classOf(i) === OTHER) i += widthAt(this.text, i);
    }
    return i;
  }

  private quoteMark(start: number, character: string): void {
    const { text } = this;
    const isSingle = "'’‘`".includes(character);
    if (isSingle && text.charAt(start + 1) === character) return this.push(start, start + 2, QUOTE_MARK);
    if (isSingle && /^['’‘]n['’]/i.test(text.slice(start, start + 3))) return this.push(start, start + 3, WORD);
    if (isSingle && character !== '`' && this.classOf(start - 1) !== LETTER) {
      const end = this.shortWordEnd(start + 1);
      if (APOSTROPHE_WORD.test(text.slice(start, end))) return this.push(start, end, WORD);
    }
    this.push(start, this.withMarks(start + 1), QUOTE_MARK);
  }

  /** End of the run of letters and digits from `from`, given up after seven characters. */
  private shortWordEnd(from: number): number {
    let i = from;
    while (i < from + 7) {
      const c = this.classOf(i);
      if (c !== LETTER && c !== DIGIT) break;
      i += widthAt(this.text, i);
    }
    return i;
  }
}

/** The tokens of `text`, in order, never overlapping, never empty; white space and control characters lie between them. */
export function tokenise(text: string): TokenTable {
  return new Tokeniser(text).run();
}
