/**
 * Which stretch of the article text lies under a point of the window.
 *
 * The caret position nearest to the point is looked up, and counts only if the point lies on a character there: a
 * browser gives the nearest caret for a point in the margin, too. This finds unpainted text (names are found while
 * their layer is off), which `CSS.highlights.highlightsFromPoint` cannot; that one is asked where the caret is
 * refused, as it is on text that the page makes unselectable.
 */
import type { Span } from '../model/span';

/** Which offset of the article text a place in the page has; null outside the article. */
export interface Offsets {
  offsetOf(node: Node, offset: number): number | null;
}

/** Pixels around a character that still count as on it, so that gaps between lines do not flicker. */
const SLACK_PX = 3;

/** Two calls that the DOM types do not have in this form yet. */
interface PointApi {
  caretPositionFromPoint?(x: number, y: number): { readonly offsetNode: Node; readonly offset: number } | null;
}

/** The character (or the smallest painted stretch) under the point; null when it is on no article text. */
export function stretchAt(x: number, y: number, document: Document, offsets: Offsets): Span | null {
  return fromCaret(x, y, document, offsets) ?? fromHighlights(x, y, document, offsets);
}

function fromCaret(x: number, y: number, document: Document, offsets: Offsets): Span | null {
  const api: PointApi = document;
  const caret = api.caretPositionFromPoint?.(x, y);
  if (!caret || caret.offsetNode.nodeType !== Node.TEXT_NODE) return null;
  const range = document.createRange();
  for (const from of [caret.offset, caret.offset - 1]) {
    if (from < 0 || from >= (caret.offsetNode.nodeValue?.length ?? 0)) continue;
    range.setStart(caret.offsetNode, from);
    range.setEnd(caret.offsetNode, from + 1);
    if (!isOn(range, x, y)) continue;
    const start = offsets.offsetOf(caret.offsetNode, from);
    return start === null ? null : { start, end: start + 1 };
  }
  return null;
}

interface HighlightHit {
  readonly ranges: readonly AbstractRange[];
}

function hasHitTest(registry: object): registry is { highlightsFromPoint(x: number, y: number): HighlightHit[] } {
  return 'highlightsFromPoint' in registry;
}

function fromHighlights(x: number, y: number, document: Document, offsets: Offsets): Span | null {
  const registry = document.defaultView?.CSS?.highlights;
  if (!registry || !hasHitTest(registry)) return null;
  const stretches = registry.highlightsFromPoint(x, y).flatMap(({ ranges }) =>
    ranges.flatMap((range) => {
      const start = offsets.offsetOf(range.startContainer, range.startOffset);
      return start === null ? [] : [{ start, end: start + range.endOffset - range.startOffset }];
    }),
  );
  return stretches.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}

function isOn(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    (box) =>
      x >= box.left - SLACK_PX && x <= box.right + SLACK_PX && y >= box.top - SLACK_PX && y <= box.bottom + SLACK_PX,
  );
}
