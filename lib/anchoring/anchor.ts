/**
 * Finds a described passage again in a text that may have changed, or says that it is lost. A wrong place is worse than none, so
 * the ways to find it must agree or one of them must be beyond doubt:
 *
 * 1. the quote with exactly its context, once in the text: beyond doubt;
 * 2. alignment of the stored text with the new one, where the stored text is at hand: knows what moved, what was cut, and which of
 *    two equal passages is meant;
 * 3. without the stored text: the exact quote where its context agrees, then the most alike passage above a floor.
 */
import type { Selectors } from '../model/selectors';
import type { Span } from '../model/span';
import { alignTexts, type Alignment } from './align';
import { locate, type Located } from './locate';
import { findApproximate, findExact, findVerbatim } from './match-quote';
import { findWindow } from './window';

/** Below this share of its characters a passage is not the same any more. */
const MIN_SHARE = 0.5;
/** With fewer of its neighbours in place, a passage must itself be nearly whole. */
const MIN_SUPPORT = 0.25;
const MIN_SHARE_ALONE = 0.8;
const MIN_CHARS_ALONE = 20;
/** So many of its characters prove a passage without neighbours: a paragraph that moved. */
const MANY_CHARS = 100;
/** A shorter word may well be there by chance. */
const MIN_CHARS_ONLY = 6;
/** Longer pairs of texts are not aligned: it would take over 100 ms. */
const MAX_ALIGNED_CHARS = 260_000;

/** Where the passage is in `newText`, null when it is lost. With `oldText` (the text it was described in) more is found. */
export function anchor(selectors: Selectors, newText: string, oldText?: string): Span | null {
  return anchorAll([selectors], newText, oldText)[0] ?? null;
}

/** The same for many passages of one text; the texts are aligned once, and only if need be. */
export function anchorAll(all: readonly Selectors[], newText: string, oldText?: string): (Span | null)[] {
  if (oldText === newText) return all.map((selectors) => unchanged(selectors, newText));
  let alignment: Alignment | null = null;
  return all.map((selectors) => {
    if (selectors.exact.trim() === '') return null;
    const sure = findVerbatim(selectors, newText);
    if (sure) return sure;
    const canAlign = oldText !== undefined && oldText.length + newText.length <= MAX_ALIGNED_CHARS;
    if (!canAlign || !isFrom(selectors, oldText)) return byQuote(selectors, newText);
    const near = alignment ? null : byWindow(selectors, oldText, newText);
    if (near) return near;
    alignment ??= alignTexts(oldText, newText);
    return byAlignment(selectors, alignment);
  });
}

function unchanged({ exact, start, end }: Selectors, text: string): Span | null {
  return text.slice(start, end) === exact && exact !== '' ? { start, end } : null;
}

function isFrom({ exact, start, end }: Selectors, text: string): boolean {
  return text.slice(start, end) === exact;
}

function byQuote(selectors: Selectors, text: string): Span | null {
  return findExact(selectors, text) ?? findApproximate(selectors, text);
}

/** The passage by its surroundings alone, where these are beyond doubt; null where the whole texts must be looked at. */
function byWindow(selectors: Selectors, oldText: string, newText: string): Span | null {
  const found = findWindow(oldText, newText, selectors);
  if (!found) return null;
  const { old, next } = found;
  const alignment = alignTexts(oldText.slice(old.start, old.end), newText.slice(next.start, next.end));
  const within = { start: selectors.start - old.start, end: selectors.end - old.start };
  const located = locate(alignment, within);
  if (!located || !isSure(located, selectors)) return null;
  const span = nearestExact(selectors.exact, alignment.newText, located.span);
  return { start: span.start + next.start, end: span.end + next.start };
}

/** Where the alignment leads, set right by the exact quote if that stands there; the exact quote elsewhere if that is beyond doubt. */
function byAlignment(selectors: Selectors, alignment: Alignment): Span | null {
  const located = locate(alignment, selectors);
  if (located && isSure(located, selectors)) return nearestExact(selectors.exact, alignment.newText, located.span);
  return findExact(selectors, alignment.newText) ?? onlyOne(selectors, alignment);
}

/** The exact quote where both texts have it once: nothing else can be meant, whatever has changed around it. */
function onlyOne({ exact }: Selectors, { oldText, newText }: Alignment): Span | null {
  const start = newText.indexOf(exact);
  const isOnly = [oldText, newText].every((text) => text.indexOf(exact) === text.lastIndexOf(exact));
  return start >= 0 && isOnly && exact.length >= MIN_CHARS_ONLY ? { start, end: start + exact.length } : null;
}

function isSure({ share, support }: Located, { exact }: Selectors): boolean {
  const isWhole = share >= MIN_SHARE_ALONE && exact.length >= MIN_CHARS_ALONE;
  const isSupported = support >= MIN_SUPPORT || isWhole || share * exact.length >= MANY_CHARS;
  return share >= MIN_SHARE && isSupported;
}

/** The exact quote where it overlaps `place`, else `place`. */
function nearestExact(exact: string, text: string, place: Span): Span {
  const from = Math.max(0, place.start - exact.length + 1);
  const at = text.slice(from, place.end + exact.length - 1).indexOf(exact);
  return at < 0 ? place : { start: from + at, end: from + at + exact.length };
}
