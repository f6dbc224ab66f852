/**
 * Finds a quoted passage in a text from the quote and its context alone: exactly where that is certain, else approximately, with
 * at most a bounded share of the characters changed (Myers' bit-vector search, package approx-string-match).
 */
import search from 'approx-string-match';
import type { Selectors } from '../model/selectors';
import type { Span } from '../model/span';

/** With less context than this, a place is not beyond doubt. */
const CONTEXT_ENOUGH = 32;
/** A quote this long that occurs once needs no context. */
const SURE_CHARS = 24;
/** How much of the context must agree for a short or repeated quote. */
const MIN_CONTEXT_AGREEMENT = 0.5;
/** One place must agree this much better than the next best. */
const MIN_LEAD = 0.15;
/** Approximate search tolerates this share of the quote's characters as errors, and this many at most (its cost grows with them). */
const MAX_ERROR_SHARE = 0.3;
const MAX_ERRORS = 60;
const MIN_APPROXIMATE_CHARS = 12;
/** The search costs time by text length and errors; beyond this product it is not tried. */
const MAX_SEARCH_COST = 12_000_000;
/** More places than this are not told apart. */
const MAX_PLACES = 200;
/** A quote whose beginning occurs in more places than MAX_PLACES, or that has fewer different characters, is no prose. */
const PROBE_CHARS = 8;
const MIN_DIFFERENT_CHARS = 5;

/** The place of the quote with exactly its context around it, where there is only one; null otherwise. */
export function findVerbatim({ exact, prefix, suffix }: Selectors, text: string): Span | null {
  const whole = prefix + exact + suffix;
  const at = text.indexOf(whole);
  if (at < 0 || exact === '' || text.indexOf(whole, at + 1) >= 0) return null;
  if (prefix.length + suffix.length < CONTEXT_ENOUGH) return null;
  return { start: at + prefix.length, end: at + prefix.length + exact.length };
}

/** The exact quote in the place whose surroundings agree best; null where none agrees enough or two agree alike. */
export function findExact(selectors: Selectors, text: string): Span | null {
  const { exact } = selectors;
  if (exact === '') return null;
  const places: number[] = [];
  for (let at = text.indexOf(exact); at >= 0 && places.length <= MAX_PLACES; at = text.indexOf(exact, at + 1))
    places.push(at);
  if (places.length > MAX_PLACES) return null;
  const only = places.length === 1 ? places[0] : undefined;
  if (only !== undefined && exact.length >= SURE_CHARS) return spanAt(only, exact);
  const ranked = places
    .map((at) => ({ at, agreement: agreementAt(selectors, text, at, at + exact.length) }))
    .toSorted((a, b) => b.agreement - a.agreement);
  const [best, second] = ranked;
  if (!best || best.agreement < MIN_CONTEXT_AGREEMENT) return null;
  return second && best.agreement - second.agreement < MIN_LEAD ? null : spanAt(best.at, exact);
}

/** The most alike passage; null where nothing is alike enough or two places are equally alike. */
export function findApproximate(selectors: Selectors, text: string): Span | null {
  const { exact } = selectors;
  const maxErrors = Math.min(MAX_ERRORS, Math.floor(exact.length * MAX_ERROR_SHARE));
  if (exact.length < MIN_APPROXIMATE_CHARS || text.length * Math.ceil(exact.length / 32) * 4 > MAX_SEARCH_COST)
    return null;
  if (isRepetitive(exact, text)) return null;
  const matches = search(text, exact, maxErrors);
  const ranked = matches
    .map(({ start, end, errors }) => ({
      span: { start, end },
      score: 1 - errors / exact.length + agreementAt(selectors, text, start, end),
    }))
    .toSorted((a, b) => b.score - a.score);
  const best = ranked[0];
  if (!best) return null;
  const rival = ranked.find(({ span }) => span.start >= best.span.end || span.end <= best.span.start);
  return rival && best.score - rival.score < MIN_LEAD ? null : best.span;
}

/** Whether the search would find the quote nearly everywhere, which takes for ever and tells nothing. */
function isRepetitive(exact: string, text: string): boolean {
  if (new Set(exact).size < MIN_DIFFERENT_CHARS) return true;
  const probe = exact.slice(0, PROBE_CHARS);
  let places = 0;
  for (let at = text.indexOf(probe); at >= 0; at = text.indexOf(probe, at + 1)) if (++places > MAX_PLACES) return true;
  return false;
}

/** How much of the stored context (0 to 1) stands around [start, end), counted outward from the passage, white space apart. */
function agreementAt({ prefix, suffix }: Selectors, text: string, start: number, end: number): number {
  const before = squeeze(text.slice(Math.max(0, start - 2 * prefix.length), start));
  const after = squeeze(text.slice(end, end + 2 * suffix.length));
  const [left, right] = [squeeze(prefix), squeeze(suffix)];
  const possible = left.length + right.length;
  if (possible === 0) return 1;
  let same = 0;
  for (let i = 1; i <= left.length && left.at(-i) === before.at(-i); i++) same++;
  for (let i = 0; i < right.length && right[i] === after[i]; i++) same++;
  return same / possible;
}

function squeeze(text: string): string {
  return text.replace(/[\s\u00ad]+/g, '');
}

function spanAt(at: number, exact: string): Span {
  return { start: at, end: at + exact.length };
}
