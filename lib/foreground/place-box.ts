/** Where a small box goes beside a passage, in pixels of the window. Pure. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly left: number;
  readonly top: number;
}

/** Distance from the passage, and least distance from the edge of the window. */
const GAP_PX = 8;

/** Sides in the order in which they are tried. */
export type Side = 'right' | 'left' | 'below' | 'above';

/**
 * The first of `sides` on which `size` fits into the window without touching the passage; null when none does.
 * The passage may reach over the window; only the part in sight counts.
 */
export function placeBeside(passage: Box, size: Size, view: Size, sides: readonly Side[]): Point | null {
  const seen: Box = {
    left: Math.max(0, passage.left),
    top: Math.max(0, passage.top),
    right: Math.min(view.width, passage.right),
    bottom: Math.min(view.height, passage.bottom),
  };
  const alongTop = clamp(seen.top, GAP_PX, view.height - size.height - GAP_PX);
  const alongLeft = clamp(seen.left, GAP_PX, view.width - size.width - GAP_PX);
  const candidates: Record<Side, Point> = {
    right: { left: seen.right + GAP_PX, top: alongTop },
    left: { left: seen.left - GAP_PX - size.width, top: alongTop },
    below: { left: alongLeft, top: seen.bottom + GAP_PX },
    above: { left: alongLeft, top: seen.top - GAP_PX - size.height },
  };
  return sides.map((side) => candidates[side]).find((point) => fits(point, size, view)) ?? null;
}

/** Where a box goes that fits on no side: the lower edge of the window, or the upper if the passage begins low. */
export function placeAtEdge(passage: Box, size: Size, view: Size): Point {
  const left = clamp(passage.left, GAP_PX, view.width - size.width - GAP_PX);
  const roomBelow = view.height - passage.bottom;
  const bottom = view.height - size.height - GAP_PX;
  return { left, top: Math.max(GAP_PX, roomBelow >= passage.top ? bottom : GAP_PX) };
}

/** The box around all of `boxes`; null when there are none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

function fits({ left, top }: Point, { width, height }: Size, view: Size): boolean {
  return left >= 0 && top >= 0 && left + width <= view.width && top + height <= view.height;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
