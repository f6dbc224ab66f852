/**
 * Compares the kept copy of an article with the text its page has now, for readers: which facts changed, each with the words around
 * it. Texts that are no editions of one another are not compared.
 */
import { asId } from '../model/ids';
import { unreachable } from '../model/result';
import type { Span } from '../model/span';
import type { ArticleChange, WordsInContext } from '../model/version';
import { findChanges, type FactChange } from './changes';

/** So much of the line is shown on each side of the words that differ, in UTF-16 code units. */
const CONTEXT = 60;
/** So many words in a row are an article's own. */
const SHINGLE = 4;
/** With less of the kept copy left it is another article under the same address. */
const MIN_KEPT = 0.1;
/** With less of the kept copy left, and nothing that is new, the page shows a part of the article: it is loading, or asks for money. */
const MIN_WHOLE = 0.75;
const MAX_NEW_IN_PART = 0.05;

/** So many shared shingles in a row are the same passage, not a turn of phrase. */
const SAME_PASSAGE = 8;
/** An end that only one of the texts has, in words; and what the other may have there instead. */
const MIN_LOOSE_END = 30;
const MAX_OTHER_END = 20;

/**
 * What `newText` says otherwise than `oldText`, in order of the new text, removed words last; none where they are no editions of one
 * article, where the new one is only a part, or where both are too long to compare. Boxes that offer other articles hide where an
 * article ends: paragraphs that only one text has at its end count only when the page says that it was `modified` in between.
 */
export function compareEditions(oldText: string, newText: string, modified = false): readonly ArticleChange[] {
  if (oldText === newText) return [];
  const [before, after] = [shinglesOf(oldText), shinglesOf(newText)];
  if (!areEditions(before, after)) return [];
  const isLoose = modified ? () => false : isInLooseEnd(before, after);
  return findChanges(oldText, newText)
    .filter((change) => !isLoose(change))
    .map((change, index) => inContext(change, index, oldText, newText));
}

/** Four words in a row, with the place of the first and the end of the last. */
type Shingle = Span & { readonly words: string };

interface Shingles {
  readonly all: readonly Shingle[];
  readonly words: ReadonlySet<string>;
}

function shinglesOf(text: string): Shingles {
  const words = [...text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)];
  const all = words.slice(SHINGLE - 1).map((last, i) => ({
    start: words[i]?.index ?? 0,
    end: last.index + last[0].length,
    words: words
      .slice(i, i + SHINGLE)
      .map(([word]) => word)
      .join(' '),
  }));
  return { all, words: new Set(all.map((shingle) => shingle.words)) };
}

function areEditions(before: Shingles, after: Shingles): boolean {
  // Too short to tell.
  if (before.words.size === 0 || after.words.size === 0) return true;
  const shared = [...before.words].filter((words) => after.words.has(words)).length;
  const kept = shared / before.words.size;
  const isPart = kept < MIN_WHOLE && 1 - shared / after.words.size <= MAX_NEW_IN_PART;
  return kept >= MIN_KEPT && !isPart;
}

/** Whether a change lies in an end that one of the texts has and the other has not. */
function isInLooseEnd(before: Shingles, after: Shingles): (change: FactChange) => boolean {
  const [old, next] = [ownEnd(before, after), ownEnd(after, before)];
  const isCut = old.words >= MIN_LOOSE_END && next.words <= MAX_OTHER_END;
  const isLonger = next.words >= MIN_LOOSE_END && old.words <= MAX_OTHER_END;
  return ({ before: gone, after: come }) =>
    (isCut && come === null && gone.end > old.start) || (isLonger && gone === null && come.end > next.start);
}

/** What follows the last passage that the other text has, too: where it starts, and its words. */
function ownEnd({ all }: Shingles, other: Shingles): { readonly start: number; readonly words: number } {
  let run = 0;
  for (let i = all.length - 1; i >= 0; i--) {
    run = other.words.has(all[i]?.words ?? '') ? run + 1 : 0;
    const last = i + run - 1;
    if (run === SAME_PASSAGE) return { start: all[last]?.end ?? 0, words: all.length - 1 - last };
  }
  return { start: 0, words: all.length };
}

function inContext(change: FactChange, index: number, oldText: string, newText: string): ArticleChange {
  const base = { id: asId<ArticleChange['id']>(`v${index + 1}`), kind: change.kind };
  switch (change.how) {
    case 'added':
      return { ...base, how: 'added', before: null, after: around(newText, change.after, change.after) };
    case 'removed':
      return { ...base, how: 'removed', before: around(oldText, change.before, change.before), after: null };
    case 'changed': {
      const { before, after } = change;
      const [old, next] = change.kind === 'quotation' ? differing(oldText, before, newText, after) : [before, after];
      return { ...base, how: 'changed', before: around(oldText, before, old), after: around(newText, after, next) };
    }
    default:
      return unreachable(change);
  }
}

/** The fact with the words of it that differ and what stands around them in their paragraph, cut between words. */
function around(text: string, { start, end }: Span, differ: Span): WordsInContext {
  const line = { start: text.lastIndexOf('\n', differ.start - 1) + 1, end: text.indexOf('\n', differ.end) };
  const lineEnd = line.end < 0 ? text.length : line.end;
  const from = Math.max(line.start, differ.start - CONTEXT);
  const to = Math.min(lineEnd, differ.end + CONTEXT);
  const lead = text.slice(from, differ.start);
  const tail = text.slice(differ.end, to);
  return {
    start,
    end,
    lead: from > line.start ? lead.replace(/^\S*\s+/, '… ') : lead,
    words: text.slice(differ.start, differ.end),
    tail: to < lineEnd ? tail.replace(/\s\S*$/, ' …') : tail,
  };
}

/** Of two quotations the parts between their common beginning and their common end; at least a word of each. */
function differing(oldText: string, before: Span, newText: string, after: Span): [Span, Span] {
  const [old, next] = [wordsIn(oldText, before), wordsIn(newText, after)];
  const most = Math.min(old.length, next.length) - 1;
  let first = 0;
  while (first < most && old[first]?.key === next[first]?.key) first++;
  let last = 0;
  while (last < most - first && old.at(-1 - last)?.key === next.at(-1 - last)?.key) last++;
  return [part(old, before, first, last), part(next, after, first, last)];
}

type Word = Span & { readonly key: string };

function wordsIn(text: string, { start, end }: Span): readonly Word[] {
  return [...text.slice(start, end).matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
    // Other quotation marks are no other words.
    key: word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || word,
  }));
}

function part(words: readonly Word[], whole: Span, first: number, last: number): Span {
  return { start: words[first]?.start ?? whole.start, end: words.at(-1 - last)?.end ?? whole.end };
}
