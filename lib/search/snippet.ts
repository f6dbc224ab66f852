/**
 * Cuts out of a text the short passage that shows best why it was found, with the words of the query marked in it.
 */
import { unreachable } from '../model/result';
import type { QueryNode } from './query/query';
import { allowedTypos, isWithin } from './query/typos';
import { stem } from './stem';
import { wordsOf } from './terms';

/** A stretch of a passage; `isHit` where it is a word of the query. */
export interface SnippetPiece {
  readonly text: string;
  readonly isHit: boolean;
}

/** About so many characters make a passage. */
const LENGTH = 150;

/** Of it before the first word found. */
const LEAD = 30;

/** Words looked at in a very long text; what is further down is seen when it is opened. */
const MAX_WORDS = 60_000;

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** The words a query looks for in texts, as the index knows them; those it excludes are not among them. */
export function soughtWords(node: QueryNode | null): string[] {
  if (!node) return [];
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return wordsOf(node.text).map(stem);
    case 'all':
    case 'any':
      return [...new Set(node.nodes.flatMap(soughtWords))];
    case 'field':
      return node.field === 'actor' || node.field === 'said-by' ? wordsOf(node.value).map(stem) : [];
    case 'date':
    case 'not':
      return [];
    default:
      return unreachable(node);
  }
}

/**
 * The passage with most of these words; where the text has none of them, with longer ones that begin so or that look
 * alike, as the search itself guesses; empty when there are none either.
 */
export function snippetOf(text: string, sought: readonly string[]): SnippetPiece[] {
  const exact = hitsIn(text, (word) => (sought.includes(word) ? word : undefined));
  const hits = exact.length ? exact : hitsIn(text, (word) => sought.find((wanted) => isLike(wanted, word)));
  let best: readonly Hit[] = [];
  let most = 0;
  for (const [i, hit] of hits.entries()) {
    const near = hits.slice(i, i + 40).filter(({ end }) => end - hit.start <= LENGTH - LEAD);
    const words = new Set(near.map(({ word }) => word)).size;
    if (words <= most) continue;
    most = words;
    best = near;
    if (most === sought.length) break;
  }
  const [first] = best;
  if (!first) return [];
  const [start, end] = bounds(text, first.start);
  const pieces: SnippetPiece[] = [];
  const add = (from: number, to: number, isHit: boolean) => {
    const words = text.slice(from, to).replace(/\s+/g, ' ');
    if (words !== '') pieces.push({ text: words, isHit });
  };
  if (start > 0) pieces.push({ text: '… ', isHit: false });
  let at = start;
  for (const hit of hits) {
    if (hit.start < at || hit.end > end) continue;
    add(at, hit.start, false);
    add(hit.start, hit.end, true);
    at = hit.end;
  }
  add(at, end, false);
  if (end < text.length) pieces.push({ text: ' …', isHit: false });
  return pieces;
}

function isLike(wanted: string, word: string): boolean {
  if (word.startsWith(wanted)) return true;
  const most = allowedTypos(wanted);
  return most > 0 && word[0] === wanted[0] && isWithin(wanted, word, most);
}

/** The words of the text that `meant` gives a word of the query for. */
function hitsIn(text: string, meant: (word: string) => string | undefined): Hit[] {
  const hits: Hit[] = [];
  let seen = 0;
  for (const { 0: form, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)) {
    if (++seen > MAX_WORDS) break;
    const word = wordsOf(form)
      .map(stem)
      .map(meant)
      .find((each) => each !== undefined);
    if (word !== undefined) hits.push({ start: index, end: index + form.length, word });
  }
  return hits;
}

/** Where the passage begins and ends, between words. */
function bounds(text: string, first: number): readonly [number, number] {
  const early = Math.max(0, first - LEAD);
  const space = early === 0 ? -1 : text.slice(early, first).search(/\s/);
  const start = early === 0 ? 0 : space < 0 ? first : early + space + 1;
  const late = Math.min(text.length, start + LENGTH);
  if (late === text.length) return [start, late];
  const end = start + text.slice(start, late).search(/\s\S*$/);
  return [start, end > first ? end : late];
}
