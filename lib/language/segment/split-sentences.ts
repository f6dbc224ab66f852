/**
 * Finds where paragraphs and sentences end. A line break ends a paragraph, unless the line is only wrapped (the next
 * one goes on in lower case). Inside a paragraph a sentence ends at . ! ? ... with the quotation marks and brackets
 * that close on it, when what follows can begin a sentence; abbreviations end one only before a typical first word.
 */
import { BEFORE_NAME } from './abbreviations';
import { isLowerAt, isUpperAt } from './characters';
import { NUMBER, PUNCTUATION, QUOTE_MARK, type TokenTable, WORD } from './tokenise';

/** Words that, capitalised, nearly always begin a sentence when an abbreviation stands before them. */
const STARTERS = new Set(
  (
    'The A An This That These Those He She It They We You I In On At By For From With But And Or So If When While ' +
    'After Before As Although Though However Since Because His Her Its Their Our My There Here What Who Why How ' +
    'Some Many Most All No Not Last Earlier Later Meanwhile Both Such Other Others One Two Under Also Then Now'
  ).split(' '),
);
/** Words that tie a quotation that ends in ! or ? to its speaker ("“Stop!” Ana Ruiz shouted"). */
const REPORTING = new Set(
  (
    'said says asked asks told wrote writes added replied answered shouted cried yelled tweeted exclaimed quipped ' +
    'continued recalled demanded wondered joked insisted called read reads'
  ).split(' '),
);
const REPORTING_WITHIN = 5;

/** First token of each paragraph and of each sentence; both begin with 0 unless there are no tokens. */
export interface Breaks {
  readonly paragraphs: readonly number[];
  readonly sentences: readonly number[];
}

class Splitter {
  private readonly count: number;

  constructor(
    private readonly text: string,
    private readonly tokens: TokenTable,
  ) {
    this.count = tokens.start.length;
  }

  run(): Breaks {
    const paragraphs: number[] = [];
    const sentences: number[] = [];
    let next = 0;
    for (let i = 0; i < this.count; i += 1) {
      if (i === 0 || this.breaksLine(i)) {
        paragraphs.push(i);
        sentences.push(i);
        next = i;
      } else if (i === next) {
        sentences.push(i);
      }
      const after = this.sentenceEndAfter(i, sentences.at(-1) ?? 0);
      if (after > i) next = after;
    }
    return { paragraphs, sentences };
  }

  private startOf(i: number): number {
    return this.tokens.start[i] ?? this.text.length;
  }

  private endOf(i: number): number {
    return this.tokens.end[i] ?? this.text.length;
  }

  private word(i: number): string {
    return this.text.slice(this.startOf(i), Math.min(this.endOf(i), this.startOf(i) + 16));
  }

  private isGlued(i: number): boolean {
    return this.startOf(i) === this.endOf(i - 1);
  }

  private breaksLine(i: number): boolean {
    const from = this.endOf(i - 1);
    const to = this.startOf(i);
    let lines = 0;
    for (let k = from; k < to; k += 1) {
      const unit = this.text.charCodeAt(k);
      if (unit === 10 || unit === 11 || unit === 12 || unit === 0x2028) lines += 1;
      else if (unit === 0x2029) lines += 2;
      else if (unit === 13 && this.text.charCodeAt(k + 1) !== 10) lines += 1;
    }
    if (lines !== 1) return lines > 1;
    const isWrapped = isLowerAt(this.text, to) && !/[.!?:"”’]/.test(this.text.charAt(from - 1));
    return !isWrapped;
  }

  /** The token that begins the next sentence if one ends with token `i` (and what closes on it), else `i`. */
  private sentenceEndAfter(i: number, sentence: number): number {
    const kind = this.tokens.kind[i];
    const word = this.word(i);
    const isMark = kind === PUNCTUATION && /^(?:\.+|[!?]+|…)$/.test(word);
    const isAbbreviation = kind === WORD && word.length > 1 && word.endsWith('.');
    if (!isMark && !isAbbreviation) return i;
    let next = i + 1;
    let closesQuotation = false;
    while (next < this.count && this.isGlued(next) && this.isCloser(next)) {
      closesQuotation ||= this.tokens.kind[next] === QUOTE_MARK;
      next += 1;
    }
    if (next >= this.count) return i;
    if (this.isGlued(next) && !(word === '.' && isUpperAt(this.text, this.startOf(next)))) return i;
    if (isAbbreviation && !closesQuotation) return this.endsAtAbbreviation(word, next) ? next : i;
    if (i === sentence || (word === '.' && i === sentence + 1 && this.tokens.kind[sentence] === NUMBER)) return i;
    if (!this.canBegin(next)) return i;
    if (/^[!?]/.test(word) && closesQuotation && this.isReporting(next)) return i;
    return next;
  }

  private isCloser(i: number): boolean {
    const kind = this.tokens.kind[i];
    const word = this.word(i);
    return (kind === QUOTE_MARK && !/^[“„‘‚«‹`]/.test(word)) || (kind === PUNCTUATION && /^[)\]}]$/.test(word));
  }

  /** First token from `i` that is neither a quotation mark nor an opening bracket, at most three further. */
  private firstWord(i: number): number {
    let k = i;
    while (k < i + 3 && k < this.count && (this.tokens.kind[k] === QUOTE_MARK || /^[([{]$/.test(this.word(k)))) k += 1;
    return k;
  }

  private canBegin(i: number): boolean {
    const k = this.firstWord(i);
    if (k >= this.count) return true;
    const kind = this.tokens.kind[k];
    if (kind === WORD) return !isLowerAt(this.text, this.startOf(k)) || /^\p{Ll}\p{Lu}/u.test(this.word(k));
    if (kind === PUNCTUATION) return /^[-–—•·*¿¡…]|^\.\./.test(this.word(k));
    return true;
  }

  private endsAtAbbreviation(word: string, next: number): boolean {
    const k = this.firstWord(next);
    if (!this.canBegin(next)) return false;
    const lower = word.slice(0, -1).toLowerCase();
    if (BEFORE_NAME.has(lower)) return false;
    if (k > next && lower.length > 1) return true;
    const follower = this.word(k);
    if (STARTERS.has(follower)) return lower.length > 1 || this.word(k) !== 'I';
    if (lower === 'etc') return true;
    const isTime = lower === 'a.m' || lower === 'p.m';
    return (
      isTime && /^\p{Lu}\p{Ll}/u.test(follower) && !/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|East|Pac|Cent)/.test(follower)
    );
  }

  /** Whether a reporting verb stands within the next words, before any comma or full stop. */
  private isReporting(i: number): boolean {
    for (let k = i; k < Math.min(i + REPORTING_WITHIN, this.count); k += 1) {
      if (this.tokens.kind[k] !== WORD || (k > i && this.breaksLine(k))) return false;
      if (REPORTING.has(this.word(k))) return true;
    }
    return false;
  }
}

/** The first tokens of paragraphs and sentences, in order; every paragraph start is a sentence start. */
export function splitSentences(text: string, tokens: TokenTable): Breaks {
  return new Splitter(text, tokens).run();
}
