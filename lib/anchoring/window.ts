/**
 * Cuts out of two versions of a text the surroundings of one passage, so that only they need be aligned: most edits are
 * few, and the text left and right of a passage is the same as before.
 */
import type { Span } from '../model/span';

/** The same stretch of both texts, with the passage in it. */
export interface Window {
  readonly old: Span;
  readonly next: Span;
}

/** A piece of text this long that occurs once in both texts marks a place. */
const PIECE = 24;
/** How far from the passage such a piece is looked for: beyond that too much has changed to look at one passage alone. */
const REACH = 10 * PIECE;
/** More than this put in between, and the window may have two passages to choose from. */
const MAX_GROWTH = 200;

/** The window around `span` of the old text; null where no unchanged text stands close to it on both sides. */
export function findWindow(oldText: string, newText: string, span: Span): Window | null {
  const before = nearest(oldText, newText, span.start - PIECE, -PIECE);
  const after = nearest(oldText, newText, span.end, PIECE);
  if (!before || !after) return null;
  const old = { start: before.old, end: after.old + PIECE };
  const next = { start: before.next, end: after.next + PIECE };
  const isInOrder = after.next >= before.next + PIECE;
  return isInOrder && next.end - next.start <= old.end - old.start + MAX_GROWTH ? { old, next } : null;
}

/** The first piece from `from` on, in steps, that stands once in either text: where it does. */
function nearest(oldText: string, newText: string, from: number, step: number) {
  for (let old = from; old >= 0 && old + PIECE <= oldText.length && Math.abs(old - from) < REACH; old += step) {
    const piece = oldText.slice(old, old + PIECE);
    const next = onlyPlace(newText, piece);
    if (next >= 0 && onlyPlace(oldText, piece) === old) return { old, next };
  }
  return null;
}

/** Where `piece` stands in the text; -1 when that is nowhere, or in more places than one. */
function onlyPlace(text: string, piece: string): number {
  const at = text.indexOf(piece);
  return at >= 0 && text.indexOf(piece, at + 1) < 0 ? at : -1;
}
