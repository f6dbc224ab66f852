/** What the reader may mean by the beginning of an operator or of its value, for a list below the search box. */
import { fold } from '../terms';
import { unreachable } from '../../model/result';
import type { ClaimKind } from '../../model/analysis';
import { QUERY_FIELDS } from './query';

export const OPERATORS = [...QUERY_FIELDS, 'before', 'after'] as const;
export type Operator = (typeof OPERATORS)[number];

/** Values that stand in the library, most frequent first. */
export interface KnownValues {
  readonly actors: readonly string[];
  readonly outlets: readonly string[];
  readonly tags: readonly string[];
}

/** One line of the list; choosing it puts `text` in the place of what is typed from `start` up to `end`. */
export type Completion = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
} & ({ readonly kind: 'operator'; readonly operator: Operator } | { readonly kind: 'value'; readonly value: string });

const KINDS: readonly ClaimKind[] = ['direct', 'mixed', 'indirect'];

/** A list that can be taken in at a glance. */
const MAX_VALUES = 8;

/** Letters after which a list is no disturbance. */
const MIN_TYPED = 2;

/** Days as people write them, for the operators of dates. */
const DAYS = ['today', 'yesterday'];

/**
 * What may stand at the cursor, best first. With little or nothing typed there are operators only for one who has
 * `asked` for them; nothing while a plain word is typed.
 */
export function completeQuery(
  query: string,
  cursor: number,
  known: () => KnownValues,
  asked = false,
): readonly Completion[] {
  const start = startOfPiece(query, cursor);
  const typed = query.slice(start, cursor);
  const [, minus = '', name = '', colon = '', value = ''] = /^(-?)([\p{L}-]*)(:?)(.*)$/su.exec(typed) ?? [];
  if (colon === '' && value !== '') return [];
  if (colon === '') return asked || name.length >= MIN_TYPED ? operators(start + minus.length, cursor, name) : [];
  const operator = OPERATORS.find((each) => each === name.toLowerCase());
  if (operator === undefined) return [];
  const wanted = fold(value.replace(/^["“”„]/u, ''));
  const valueStart = start + minus.length + name.length + 1;
  return valuesOf(operator, known())
    .filter((each) => fold(each) !== wanted && isBeginning(wanted, each))
    .slice(0, MAX_VALUES)
    .map((each) => ({ kind: 'value', value: each, start: valueStart, end: cursor, text: `${quoted(each)} ` }));
}

/** The query with the completion in its place, and where the cursor is then. */
export function applyCompletion(query: string, { start, end, text }: Completion): { query: string; cursor: number } {
  const after = query.slice(end);
  return {
    query: query.slice(0, start) + text + (text.endsWith(' ') ? after.trimStart() : after),
    cursor: start + text.length,
  };
}

/** A piece begins after white space that is not in quotation marks. */
function startOfPiece(query: string, cursor: number): number {
  let start = 0;
  let isQuoted = false;
  for (let i = 0; i < cursor; i++) {
    const char = query[i] ?? '';
    if (/["“”„]/u.test(char)) isQuoted = !isQuoted;
    else if (/\s/.test(char) && !isQuoted) start = i + 1;
  }
  return start;
}

function operators(start: number, end: number, typed: string): Completion[] {
  const wanted = typed.toLowerCase();
  return OPERATORS.filter((operator) => operator.startsWith(wanted)).map((operator) => ({
    kind: 'operator',
    operator,
    start,
    end,
    text: `${operator}:`,
  }));
}

function valuesOf(operator: Operator, known: KnownValues): readonly string[] {
  switch (operator) {
    case 'actor':
    case 'said-by':
      return known.actors;
    case 'outlet':
      return known.outlets;
    case 'tag':
      return known.tags;
    case 'kind':
      return KINDS;
    case 'has':
      return ['note', 'tag'];
    case 'before':
    case 'after':
      return DAYS;
    default:
      return unreachable(operator);
  }
}

/** Whether the value, or a word in it, begins so. */
function isBeginning(wanted: string, value: string): boolean {
  const folded = fold(value);
  return folded.startsWith(wanted) || folded.includes(` ${wanted}`);
}

function quoted(value: string): string {
  return /[\s"“”„]/u.test(value) ? `"${value.replace(/["“”„]/gu, '')}"` : value;
}
