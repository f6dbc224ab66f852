import type { Selectors } from '../model/selectors';
import type { Span } from '../model/span';

/** How much of the text before and after a passage is stored with it. */
const CONTEXT_CHARS = 64;

/** Describes the passage so that `anchor` finds it again; a span that reaches out of the text is cut to it. */
export function describe(text: string, span: Span): Selectors {
  const start = Math.min(Math.max(0, span.start), text.length);
  const end = Math.min(Math.max(start, span.end), text.length);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_CHARS), start),
    suffix: text.slice(end, end + CONTEXT_CHARS),
    start,
    end,
  };
}
