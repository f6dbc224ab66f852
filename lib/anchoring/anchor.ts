/**
 * Finds a described passage again in a text that may have changed. Only an exact match counts; of several, the one
 * with the most of the old context around it, and of equals the nearest to where it stood.
 */
import type { Selectors } from '../model/selectors';
import type { Span } from '../model/span';

/** The span of the passage in `newText`; null when it is not there. `oldText` is the text it was described in. */
export function anchor(selectors: Selectors, newText: string, _oldText?: string): Span | null {
  const { exact, prefix, suffix, start } = selectors;
  if (exact === '') return null;
  const places: number[] = [];
  for (let at = newText.indexOf(exact); at >= 0; at = newText.indexOf(exact, at + 1)) places.push(at);
  const context = (at: number) =>
    sharedEnd(newText.slice(0, at), prefix) + sharedStart(newText.slice(at + exact.length), suffix);
  const best = places.toSorted((a, b) => context(b) - context(a) || Math.abs(a - start) - Math.abs(b - start))[0];
  return best === undefined ? null : { start: best, end: best + exact.length };
}

function sharedStart(a: string, b: string): number {
  let chars = 0;
  while (chars < b.length && a[chars] === b[chars]) chars++;
  return chars;
}

function sharedEnd(a: string, b: string): number {
  let chars = 0;
  while (chars < b.length && a.at(-1 - chars) === b.at(-1 - chars)) chars++;
  return chars;
}
