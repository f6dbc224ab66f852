import type { Span } from '../../model/span';

/** Two passages of different coders are the same unit when they share at least this much of what they cover together. */
const SAME = 0.5;

/** Pairs of passages of two coders: the same ones first, then those that overlap most; each is in one pair at most. */
export function matchSpans<A extends Span, B extends Span>(ofA: readonly A[], ofB: readonly B[]): [A, B][] {
  const candidates = ofA
    .flatMap((a) => ofB.map((b) => ({ a, b, shared: likeness(a, b) })))
    .filter(({ shared }) => shared >= SAME)
    .toSorted((x, y) => y.shared - x.shared || x.a.start - y.a.start);
  const taken = new Set<Span>();
  const pairs: [A, B][] = [];
  for (const { a, b } of candidates) {
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    pairs.push([a, b]);
  }
  return pairs;
}

/** F1 of two lists of which so many are the same; null when both are empty. */
export function f1(same: number, ofA: number, ofB: number): number | null {
  return ofA + ofB === 0 ? null : (2 * same) / (ofA + ofB);
}

function likeness(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  if (shared <= 0) return 0;
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
