import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, placeAtEdge, placeBeside, type Box, type Side } from '../../../lib/foreground/place-box';

const VIEW = { width: 1200, height: 800 };
const CARD = { width: 320, height: 240 };
const SIDES: readonly Side[] = ['right', 'left', 'below', 'above'];
const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });

describe('place beside a passage', () => {
  it.each<[string, Box, ReturnType<typeof placeBeside>]>([
    ['right where there is room', box(100, 100, 700, 160), { left: 708, top: 100 }],
    ['left where the right is full', box(500, 100, 1100, 160), { left: 172, top: 100 }],
    ['below a passage as wide as the window', box(10, 100, 1190, 160), { left: 10, top: 168 }],
    ['above where the passage stands low', box(10, 700, 1190, 780), { left: 10, top: 452 }],
    ['inside the window at its foot', box(100, 780, 700, 860), { left: 708, top: 552 }],
    ['nowhere beside a passage that fills the window', box(0, -50, 1200, 900), null],
  ])('%s', (_, passage, expected) => {
    expect(placeBeside(passage, CARD, VIEW, SIDES)).toEqual(expected);
  });

  it('never covers the passage and never leaves the window', () => {
    const side = fc.integer({ min: -300, max: 1500 });
    fc.assert(
      fc.property(side, side, fc.nat(1300), fc.nat(900), (left, top, width, height) => {
        const passage = box(left, top, left + width, top + height);
        const at = placeBeside(passage, CARD, VIEW, SIDES);
        if (!at) return;
        const apart =
          at.left >= passage.right ||
          at.left + CARD.width <= passage.left ||
          at.top >= passage.bottom ||
          at.top + CARD.height <= passage.top;
        const outOfSight =
          passage.right < 0 || passage.left > VIEW.width || passage.bottom < 0 || passage.top > VIEW.height;
        expect(apart || outOfSight).toBe(true);
        expect(at.left).toBeGreaterThanOrEqual(0);
        expect(at.top).toBeGreaterThanOrEqual(0);
        expect(at.left + CARD.width).toBeLessThanOrEqual(VIEW.width);
        expect(at.top + CARD.height).toBeLessThanOrEqual(VIEW.height);
      }),
    );
  });

  it('goes to the edge with more room where no side is free', () => {
    expect(placeAtEdge(box(0, 300, 1200, 790), CARD, VIEW).top).toBe(8);
    expect(placeAtEdge(box(0, 20, 1200, 500), CARD, VIEW)).toEqual({ left: 8, top: 552 });
  });

  it('gives the box around several, none around none', () => {
    expect(boxAround([box(1, 2, 3, 4), box(0, 3, 9, 5)])).toEqual(box(0, 2, 9, 5));
    expect(boxAround([])).toBeNull();
  });
});
