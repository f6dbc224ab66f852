/** Carries a span through an alignment: where it is in the new text, and how much of it is left. */
import type { Span } from '../model/span';
import type { Alignment } from './align';

export interface Located {
  readonly span: Span;
  /** Share of the span's characters, white space apart, that are still there, 0 to 1. */
  readonly share: number;
  /** Share of the words around it (and in it) that are still there, 0 to 1: how sure the alignment is of this place. */
  readonly support: number;
}

/** Words further apart than this in the new text are not one passage any more. */
const MAX_GAP_CHARS = 200;
/** Words further apart than this that have changed their order are not one passage either. */
const MAX_SWAP_CHARS = 60;
/** A word in other case (a heading set anew, say) is nearly another word: the passage was rewritten. */
const OTHER_CASE = 0.2;
/** How many words on either side tell whether the place is the right one. */
const SUPPORT_WORDS = 6;

/** Where `span` of the old text is in the new one; null where nothing of it is left. */
export function locate(alignment: Alignment, span: Span): Located | null {
  const { oldText, old, next, target } = alignment;
  const first = firstEndingAfter(old.ends, span.start);
  let end = first;
  while (end < old.count && (old.starts[end] ?? Infinity) < span.end) end++;

  const found: FoundWord[] = [];
  for (let i = first; i < end; i++) {
    const to = target[i] ?? -1;
    if (to >= 0) found.push({ word: i, to, chars: charsLeft(alignment, i, span) });
  }
  const cluster = heaviestCluster(
    found.toSorted((a, b) => a.to - b.to),
    (to) => next.starts[to] ?? 0,
  );
  const [head, tail] = [cluster[0], cluster.at(-1)];
  if (!head || !tail) return null;
  const total = oldText.slice(span.start, span.end).replace(/\s+/g, '').length;
  return {
    span: { start: startOf(alignment, span, head), end: endOf(alignment, span, tail) },
    share: weigh(cluster) / total,
    support: supportOf(alignment, first, end, head.to, tail.to),
  };
}

interface FoundWord {
  /** Index in the old text, and in the new one. */
  readonly word: number;
  readonly to: number;
  /** How many characters of it and of the marks behind it are still there. */
  readonly chars: number;
}

/** Characters of the old word that are still there, with the marks between it and the next word of the span. */
function charsLeft({ oldText, newText, old, next, target, kept }: Alignment, i: number, span: Span): number {
  const to = target[i] ?? -1;
  const hasSameCase = old.ids[i] !== next.ids[to] || old.spellings[i] === next.spellings[to];
  const own = Math.min(old.ends[i] ?? 0, span.end) - Math.max(old.starts[i] ?? 0, span.start);
  const from = old.ends[i] ?? 0;
  const marks = marksIn(oldText.slice(from, Math.min(span.end, old.starts[i + 1] ?? oldText.length)));
  const marksThere = marks && marksIn(newText.slice(next.ends[to], next.starts[to + 1] ?? newText.length));
  return own * (kept[i] ?? 0) * (hasSameCase ? 1 : OTHER_CASE) + Math.min(marks, marksThere);
}

function marksIn(text: string): number {
  return text.replace(/[\s\u00ad]+/g, '').length;
}

/** The heaviest series of words that lie close together in the new text, and in order unless they are neighbours. */
function heaviestCluster(sorted: readonly FoundWord[], at: (to: number) => number): FoundWord[] {
  let best: FoundWord[] = [];
  let current: FoundWord[] = [];
  for (const item of sorted) {
    const last = current.at(-1);
    const gap = last ? at(item.to) - at(last.to) : 0;
    const isApart = gap > MAX_GAP_CHARS || (last !== undefined && item.word < last.word && gap > MAX_SWAP_CHARS);
    if (isApart) current = [];
    current.push(item);
    if (weigh(current) > weigh(best)) best = [...current];
  }
  return best;
}

function weigh(cluster: readonly FoundWord[]): number {
  return cluster.reduce((sum, { chars }) => sum + chars, 0);
}

/** Share of the neighbouring words that lie next to this place in the new text as well. */
function supportOf(alignment: Alignment, first: number, end: number, head: number, tail: number): number {
  const { old, target } = alignment;
  let seen = 0;
  let near = 0;
  for (let i = Math.max(0, first - SUPPORT_WORDS); i < Math.min(old.count, end + SUPPORT_WORDS); i++) {
    if (i >= first && i < end) continue;
    seen++;
    const to = target[i] ?? -1;
    if (to >= head - SUPPORT_WORDS * 2 && to <= tail + SUPPORT_WORDS * 2) near++;
  }
  return seen ? near / seen : 1;
}

/** Start in the new text: within the word where the span starts within a word, before the marks that stood before it. */
function startOf({ oldText, newText, old, next }: Alignment, span: Span, head: { word: number; to: number }): number {
  const [oldStart, newStart] = [old.starts[head.word] ?? 0, next.starts[head.to] ?? 0];
  if (span.start >= oldStart) return Math.min(newStart + span.start - oldStart, next.ends[head.to] ?? newStart);
  let marks = marksBefore(oldText, oldStart, span.start);
  let start = newStart;
  while (marks > 0 && isMark(newText[start - 1])) {
    start--;
    marks--;
  }
  return start;
}

function endOf({ oldText, newText, old, next }: Alignment, span: Span, tail: { word: number; to: number }): number {
  const [oldEnd, newEnd] = [old.ends[tail.word] ?? 0, next.ends[tail.to] ?? 0];
  if (span.end <= oldEnd) return Math.max(newEnd - (oldEnd - span.end), (next.starts[tail.to] ?? 0) + 1);
  let marks = 0;
  while (oldEnd + marks < span.end && isMark(oldText[oldEnd + marks])) marks++;
  let end = newEnd;
  while (marks > 0 && isMark(newText[end])) {
    end++;
    marks--;
  }
  return end;
}

function marksBefore(text: string, from: number, least: number): number {
  let count = 0;
  while (from - count - 1 >= least && isMark(text[from - count - 1])) count++;
  return count;
}

/** Punctuation that hangs on a word: neither white space nor letter nor digit. */
function isMark(character: string | undefined): boolean {
  return character !== undefined && /[^\s\p{L}\p{N}]/u.test(character);
}

/** Index of the first word that ends after `offset`, the number of words where none does (binary search). */
export function firstEndingAfter(ends: Int32Array, offset: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? Infinity) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
