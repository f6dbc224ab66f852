/**
 * Pairs quotation marks into quotations: straight, curly, low-high, angle, doubled apostrophes, single marks that are
 * no apostrophes, nested to a depth of four, and quotations that run over paragraphs (an opening mark on each, a
 * closing one on the last).
 *
 *   [“We [‘won’], | “and we will win again,”] she said.        | is a paragraph break
 *
 * A mark that finds no partner in its paragraph opens nothing, except that an unclosed double mark holds to the end
 * of its paragraph when nothing else is quoted after it. Whether quoted words are speech or a scare quote is not
 * judged here.
 */
import type { Span } from '../../model/span';
import { DIGIT, LETTER, SPACE, classAt } from './characters';
import { QUOTE_MARK, type TokenTable } from './tokenise';

/** One quotation with its marks. */
export interface Quotation extends Span {
  /** Token of the opening mark. */
  readonly first: number;
  /** Token of the closing mark; the last token of the paragraph where there is none. */
  readonly last: number;
  /** Index of the quotation around this one, -1 for none. */
  readonly parent: number;
  /** 0 for outermost. */
  readonly depth: number;
  /** False where the closing mark is missing. */
  readonly closed: boolean;
  /** One span a paragraph, each with the mark that opens it there. */
  readonly pieces: readonly Span[];
}

const MAX_DEPTH = 4;
const DOUBLE = 1;
const SINGLE = 2;
const ANGLE = 3;
const SINGLE_ANGLE = 4;

function familyOf(mark: string): number {
  if (mark.length > 1 || '"“”„‟'.includes(mark)) return DOUBLE;
  if ('«»'.includes(mark)) return ANGLE;
  if ('‹›'.includes(mark)) return SINGLE_ANGLE;
  return SINGLE;
}

interface Open {
  readonly family: number;
  readonly first: number;
  /** First tokens of the pieces so far. */
  readonly pieceFirsts: number[];
  readonly pieceLasts: number[];
  hasInner: boolean;
}

interface Found {
  readonly first: number;
  readonly last: number;
  readonly closed: boolean;
  readonly pieces: readonly Span[];
}

class Pairing {
  private readonly found: Found[] = [];
  private stack: Open[] = [];

  constructor(
    private readonly text: string,
    private readonly tokens: TokenTable,
    private readonly paragraphs: readonly number[],
  ) {}

  run(): Found[] {
    const count = this.tokens.start.length;
    for (const [p, first] of this.paragraphs.entries()) {
      const end = this.paragraphs[p + 1] ?? count;
      this.paragraph(first, end);
      this.endParagraph(end);
    }
    return this.found.toSorted((a, b) => a.first - b.first);
  }

  private startOf(i: number): number {
    return this.tokens.start[i] ?? 0;
  }

  private endOf(i: number): number {
    return this.tokens.end[i] ?? 0;
  }

  private mark(i: number): string {
    return this.text.slice(this.startOf(i), Math.min(this.endOf(i), this.startOf(i) + 2));
  }

  private paragraph(first: number, end: number): void {
    const marks: number[] = [];
    for (let i = first; i < end; i += 1) if (this.tokens.kind[i] === QUOTE_MARK) marks.push(i);
    const closesLater = this.singleClosersAfter(marks);
    for (const [m, i] of marks.entries()) {
      const family = familyOf(this.mark(i));
      const carried = i === first && this.stack[0]?.family === family && this.stack.length === 1;
      if (carried) this.stack[0]?.pieceFirsts.push(i);
      else if (family === SINGLE) this.single(i, closesLater[m] === 1);
      else this.double(i, family);
    }
  }

  /** Whether a space, the edge of the text, an opening bracket, a dash or an opening mark stands before token `i`. */
  private canOpen(i: number): boolean {
    const before = this.startOf(i) - 1;
    const after = this.endOf(i);
    if (after >= this.text.length || classAt(this.text, after) === SPACE) return false;
    return before < 0 || classAt(this.text, before) === SPACE || /[([{“„‘‚«‹"'—–\-/:…]/.test(this.text.charAt(before));
  }

  /** Whether something other than a space stands before token `i`, and no word right after it. */
  private canClose(i: number): boolean {
    const before = this.startOf(i) - 1;
    const after = this.endOf(i);
    if (before < 0 || classAt(this.text, before) === SPACE) return false;
    const next = after < this.text.length ? classAt(this.text, after) : SPACE;
    return next !== LETTER && next !== DIGIT;
  }

  private openIn(family: number): number {
    for (let s = this.stack.length - 1; s >= 0; s -= 1) if (this.stack[s]?.family === family) return s;
    return -1;
  }

  private double(i: number, family: number): void {
    const mark = this.mark(i);
    const at = this.openIn(family);
    const opener = at >= 0 ? this.mark(this.stack[at]?.first ?? 0) : '';
    const opensOnly = this.canOpen(i) && !this.canClose(i);
    const closesOnly = this.canClose(i) && !this.canOpen(i);
    if ('“„``‘‘«‹'.includes(mark)) {
      const closesHere = closesOnly && (opener === '„' || opener === '»' || opener === '›' || opener === mark);
      if (closesHere) this.close(at, i);
      else this.open(i, family);
    } else if (at >= 0) {
      if (opensOnly && '»›'.includes(mark)) this.open(i, family);
      else this.close(at, i);
    } else if (!closesOnly && !this.isMeasure(i) && (!'”’’'.includes(mark) || opensOnly)) {
      this.open(i, family);
    }
  }

  /** Inches and seconds: a straight mark right after a digit, with nothing open. */
  private isMeasure(i: number): boolean {
    const before = this.startOf(i) - 1;
    return before >= 0 && classAt(this.text, before) === DIGIT;
  }

  private single(i: number, closesLater: boolean): void {
    const mark = this.mark(i);
    const at = this.openIn(SINGLE);
    if ('‘‚‛`'.includes(mark)) {
      const closesHere = at >= 0 && this.canClose(i) && !this.canOpen(i);
      if (closesHere) this.close(at, i);
      else if (this.canOpen(i)) this.open(i, SINGLE);
    } else if (at >= 0 && this.canClose(i)) {
      if (!(closesLater && this.isPossessive(i))) this.close(at, i);
    } else if (at < 0 && this.canOpen(i) && (mark === "'" || !this.canClose(i))) {
      this.open(i, SINGLE);
    }
  }

  /** "the players’ union": an s before, a lower-case word after. */
  private isPossessive(i: number): boolean {
    const before = this.text.charAt(this.startOf(i) - 1);
    return (before === 's' || before === 'z') && /^\s\p{Ll}/u.test(this.text.slice(this.endOf(i), this.endOf(i) + 2));
  }

  /** For each mark: 1 if a single mark that surely closes follows before the next one that opens. */
  private singleClosersAfter(marks: readonly number[]): Uint8Array {
    const later = new Uint8Array(marks.length);
    let state = 0;
    for (let m = marks.length - 1; m >= 0; m -= 1) {
      later[m] = state;
      const i = marks[m] ?? 0;
      if (familyOf(this.mark(i)) !== SINGLE) continue;
      if (this.canOpen(i) && !this.canClose(i)) state = 0;
      else if (this.canClose(i) && !this.isPossessive(i)) state = 1;
    }
    return later;
  }

  private open(i: number, family: number): void {
    if (this.stack.length >= MAX_DEPTH) return;
    this.stack.push({ family, first: i, pieceFirsts: [i], pieceLasts: [], hasInner: false });
  }

  private close(at: number, i: number): void {
    const open = this.stack[at];
    if (!open) return;
    this.stack.length = at;
    const below = this.stack[at - 1];
    if (below) below.hasInner = true;
    this.keep(open, i, true);
  }

  private keep(open: Open, last: number, closed: boolean): void {
    const pieces = open.pieceFirsts.map((first, k) => ({
      start: this.startOf(first),
      end: this.endOf(open.pieceLasts[k] ?? last),
    }));
    this.found.push({ first: open.first, last, closed, pieces });
  }

  /** Carries the outermost open quotation into the next paragraph if that begins with its mark; settles the rest. */
  private endParagraph(end: number): void {
    const outer = this.stack[0];
    if (!outer) return;
    const goesOn =
      end < this.tokens.start.length &&
      this.tokens.kind[end] === QUOTE_MARK &&
      familyOf(this.mark(end)) === outer.family &&
      this.canOpen(end) &&
      !this.canClose(end);
    for (const [s, open] of this.stack.entries()) {
      if (s === 0 && goesOn) open.pieceLasts.push(end - 1);
      else if (open.family !== SINGLE && !open.hasInner && s === this.stack.length - 1) this.keep(open, end - 1, false);
    }
    this.stack = goesOn ? [outer] : [];
  }
}

/** Quotations by opening mark, an outer one before those inside it; they nest and never cross. */
export function pairQuotations(text: string, tokens: TokenTable, paragraphs: readonly number[]): Quotation[] {
  const around: number[] = [];
  const quotations: Quotation[] = [];
  for (const [index, found] of new Pairing(text, tokens, paragraphs).run().entries()) {
    while (around.length > 0 && (quotations[around.at(-1) ?? 0]?.last ?? 0) < found.last) around.pop();
    const start = tokens.start[found.first] ?? 0;
    const end = tokens.end[found.last] ?? 0;
    quotations.push({ ...found, start, end, parent: around.at(-1) ?? -1, depth: around.length });
    around.push(index);
  }
  return quotations;
}
