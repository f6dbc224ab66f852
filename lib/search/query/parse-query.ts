/**
 * Reads a query as typed:
 *
 *   harbour strike            both words
 *   "will not sail"           these words in this order
 *   harbour -strike           without
 *   harbour OR port           one of them; binds tighter than standing side by side
 *   said-by:"Ana Ruiz" kind:direct outlet:post tag:roads has:note
 *   after:2026-03 before:"9 April 2026"     on or after the first day meant; before it
 *
 * There are no wrong queries: a quotation mark without its partner reaches to the end, an operator without anything to
 * work on, or whose value is still to come, is left out, a field nobody knows is searched for as words.
 */
import { wordsOf } from '../terms';
import { parseDay } from './parse-day';
import { QUERY_FIELDS, type QueryField, type QueryNode } from './query';

/** What is longer is cut: nobody types it, and nobody waits for it. */
const MAX_CHARS = 2000;

/** A piece of the query: perhaps negated, perhaps with a field, in quotation marks or not. */
const PIECE = /(-)?(?:([\p{L}-]+):)?(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+))/gu;

/** The query; null when there is nothing to search for. `today` counts days from 1 January 1970. */
export function parseQuery(text: string, today: number): QueryNode | null {
  const nodes: QueryNode[] = [];
  let joins = false;
  for (const [whole, minus, field, quoted, bare] of text.slice(0, MAX_CHARS).matchAll(PIECE)) {
    if (whole === 'OR') {
      joins = nodes.length > 0;
      continue;
    }
    const node = nodeOf(field, quoted ?? bare ?? '', quoted !== undefined, today);
    if (!node) continue;
    const next: QueryNode = minus ? { kind: 'not', node } : node;
    const before = joins ? nodes.pop() : undefined;
    nodes.push(before ? either(before, next) : next);
    joins = false;
  }
  const [only] = nodes;
  return only && nodes.length === 1 ? only : only ? { kind: 'all', nodes } : null;
}

function either(before: QueryNode, next: QueryNode): QueryNode {
  return { kind: 'any', nodes: before.kind === 'any' ? [...before.nodes, next] : [before, next] };
}

function nodeOf(field: string | undefined, value: string, isQuoted: boolean, today: number): QueryNode | null {
  if (field === undefined) return !isQuoted && isHalfTyped(value) ? null : textNode(value, isQuoted);
  const name = field.toLowerCase();
  if (isField(name)) return hasWords(value) ? { kind: 'field', field: name, value } : null;
  if (name === 'before' || name === 'after') {
    const day = parseDay(value, today);
    if (day !== null) return { kind: 'date', side: name, day };
  }
  return textNode(`${field} ${value}`, true);
}

/** "actor:", whose value is still to come. */
function isHalfTyped(text: string): boolean {
  const name = text.endsWith(':') ? text.slice(0, -1).toLowerCase() : '';
  return name === 'before' || name === 'after' || isField(name);
}

function textNode(text: string, isQuoted: boolean): QueryNode | null {
  if (!hasWords(text)) return null;
  // "co-operate", "it's": one piece, several words side by side.
  const isPhrase = isQuoted || /[\p{L}\p{N}][^\p{L}\p{N}\p{M}'’]+[\p{L}\p{N}]/u.test(text);
  return { kind: isPhrase ? 'phrase' : 'word', text };
}

/** Whether the index can know anything of it: single characters are not kept there. */
function hasWords(text: string): boolean {
  return wordsOf(text).length > 0;
}

function isField(name: string): name is QueryField {
  return QUERY_FIELDS.some((field) => field === name);
}
