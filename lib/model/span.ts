/** A half-open stretch [start, end) of the article text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether two spans are the same. */
export function isSameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The smallest span that holds all of `spans`; throws when there are none. */
export function cover(spans: readonly Span[]): Span {
  const first = spans[0];
  if (!first) throw new RangeError('cover needs at least one span');
  return spans.reduce((all, s) => ({ start: Math.min(all.start, s.start), end: Math.max(all.end, s.end) }), first);
}
