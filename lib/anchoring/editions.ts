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

/**
 * What `newText` says otherwise than `oldText`, in order of the new text, removed words last; none where they are no editions of one
 * article, where the new one is only a part, or where both are too long to compare.
 */
export function compareEditions(oldText: string, newText: string): readonly ArticleChange[] {
  if (oldText === newText || !areEditions(oldText, newText)) return [];
  return findChanges(oldText, newText).map((change, index) => inContext(change, index, oldText, newText));
}

function areEditions(oldText: string, newText: string): boolean {
  const [before, after] = [shinglesOf(oldText), shinglesOf(newText)];
  // Too short to tell.
  if (before.size === 0 || after.size === 0) return true;
  const shared = [...before].filter((shingle) => after.has(shingle)).length;
  const kept = shared / before.size;
  const isPart = kept < MIN_WHOLE && 1 - shared / after.size <= MAX_NEW_IN_PART;
  return kept >= MIN_KEPT && !isPart;
}

function shinglesOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<string>();
  for (let i = 0; i + SHINGLE <= words.length; i++) shingles.add(words.slice(i, i + SHINGLE).join(' '));
  return shingles;
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
    tail: to < lineEnd ? tail.replace(/\s+\S*$/, ' …') : tail,
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
