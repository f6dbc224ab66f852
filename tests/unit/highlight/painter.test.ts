// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { Painter } from '../../../lib/highlight/painter';
import { planOf } from '../../../lib/highlight/plan';
import type { PaintedHighlight } from '../../../lib/highlight/registry';
import type { Span } from '../../../lib/model/span';
import { analysisOf, claim, sceneOf } from './scene';

class FakeHighlight extends Set<Range> implements PaintedHighlight {
  priority = 0;
}

/** A page of one text node whose paint can be read back. */
function page(chars = 6000) {
  document.body.textContent = 'x'.repeat(chars);
  const node = document.body.firstChild;
  if (!node) throw new Error('no text');
  const registry = new Map<string, PaintedHighlight>();
  const frames: (() => void)[] = [];
  const places = {
    rangesOf({ start, end }: Span) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      return [range];
    },
  };
  const painter = new Painter(places, {
    api: { registry, create: () => new FakeHighlight() },
    readPalettes: () => () => ({ tone: 'light', strength: 'full' }),
    nextFrame: (callback) => frames.push(callback),
    offsetInSight: () => 5000,
  });
  const painted = () =>
    [...registry].flatMap(([name, ranges]) =>
      ranges instanceof FakeHighlight ? [...ranges].map((r) => `${name} ${r.startOffset}-${r.endOffset}`) : [],
    );
  return { painter, places, registry, frames, painted };
}

const planFor = (...claims: ReturnType<typeof claim>[]) => planOf(sceneOf({ analysis: analysisOf(claims) }));

describe('painter', () => {
  it('paints, paints only the difference, and takes all of it back', () => {
    const { painter, painted, registry } = page();
    painter.paint(planFor(claim('c1', 0, 5), claim('c2', 8, 9, { kind: 'mixed' })));
    expect(painted()).toEqual(['hearsay-light-full-claim-mixed 8-9', 'hearsay-light-full-claim-direct 0-5']);
    painter.paint(planFor(claim('c2', 8, 9, { kind: 'mixed' }), claim('c3', 20, 30)));
    expect(painted()).toEqual(['hearsay-light-full-claim-mixed 8-9', 'hearsay-light-full-claim-direct 20-30']);
    painter.stop();
    expect(registry.size).toBe(0);
  });

  it('paints nothing once it was stopped', () => {
    const { painter, registry } = page();
    painter.stop();
    painter.paint(planFor(claim('c1', 0, 5)));
    expect(registry.size).toBe(0);
  });

  it('puts back what the page cleared, but does not fight for ever', () => {
    const { painter, registry, painted } = page();
    painter.paint(planFor(claim('c1', 0, 5)));
    registry.clear();
    expect(painter.restore()).toBe(true);
    expect(painted()).toEqual(['hearsay-light-full-claim-direct 0-5']);
    expect(painter.restore()).toBe(false);
    let restored = 0;
    for (let i = 0; i < 1000; i++) {
      registry.clear();
      if (painter.restore()) restored++;
    }
    expect(restored).toBeLessThan(100);
  });

  it('leaves highlights of others alone', () => {
    const { painter, registry } = page();
    registry.set('search-results', new FakeHighlight());
    painter.paint(planFor(claim('c1', 0, 5)));
    painter.stop();
    expect([...registry.keys()]).toEqual(['search-results']);
  });

  it('spreads much paint over frames, nearest to the reader first', () => {
    const { painter, frames, painted } = page();
    painter.paint(planFor(...Array.from({ length: 1200 }, (_, i) => claim(`c${i}`, i * 5, i * 5 + 4))));
    expect(painted()).toHaveLength(500);
    expect(painted()).toContain('hearsay-light-full-claim-direct 5000-5004');
    expect(painted()).not.toContain('hearsay-light-full-claim-direct 0-4');
    while (frames.length > 0) frames.shift()?.();
    expect(painted()).toHaveLength(1200);
    expect(painter.isDone()).toBe(true);
  });

  it('keeps to the budget in every frame, however much there is to paint', () => {
    const { painter, frames, painted } = page();
    painter.paint(planFor(...Array.from({ length: 3_300 }, (_, i) => claim(`c${i}`, i, i + 1))));
    const perFrame = [painted().length];
    for (let before = painted().length; frames.length > 0; before = painted().length) {
      frames.shift()?.();
      perFrame.push(painted().length - before);
    }
    expect(perFrame).toEqual([500, 500, 500, 500, 500, 500, 300]);
  });

  it('does not paint later what was taken away while it waited', () => {
    const { painter, frames, painted } = page();
    painter.paint(planFor(...Array.from({ length: 1200 }, (_, i) => claim(`c${i}`, i * 5, i * 5 + 4))));
    painter.paint(planFor(claim('c0', 0, 4)));
    while (frames.length > 0) frames.shift()?.();
    expect(painted()).toEqual(['hearsay-light-full-claim-direct 0-4']);
  });

  it('paints anew on new nodes', () => {
    const { painter, places, painted } = page();
    painter.paint(planFor(claim('c1', 0, 5)));
    painter.repaint({ rangesOf: ({ start, end }) => places.rangesOf({ start: start + 100, end: end + 100 }) });
    expect(painted()).toEqual(['hearsay-light-full-claim-direct 100-105']);
  });
});
