import type { Selectors } from '../model/selectors';
import type { Span } from '../model/span';

/** Characters of context kept on each side: enough to tell repeated sentences apart. */
const CONTEXT_CHARS = 64;

/** The stored description of a span of `text`. */
export function describe(text: string, { start, end }: Span): Selectors {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_CHARS), start),
    suffix: text.slice(end, end + CONTEXT_CHARS),
    start,
    end,
  };
}
