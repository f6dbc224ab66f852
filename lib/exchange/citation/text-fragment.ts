import type { Span } from '../../model/span';

/** Passages up to this length are given whole; longer ones by their first and last words. */
const MAX_WHOLE_CHARS = 120;
const EDGE_WORDS = 5;

/**
 * The address with a text fragment that makes a browser scroll to the passage and mark it
 * (https://wicg.github.io/scroll-to-text-fragment/). A passage that runs over blocks is given by its first and
 * last words, as the standard asks. An earlier fragment of the address is replaced.
 */
export function linkToPassage(url: string, text: string, span: Span): string {
  const passage = text.slice(span.start, span.end).trim();
  if (!passage) return url;
  const words = passage.split(/\s+/);
  const whole = passage.length <= MAX_WHOLE_CHARS && !passage.includes('\n');
  const directive =
    whole || words.length <= 2 * EDGE_WORDS
      ? [encode(passage.replace(/\s+/g, ' '))]
      : [encode(words.slice(0, EDGE_WORDS).join(' ')), encode(words.slice(-EDGE_WORDS).join(' '))];
  const before = text.slice(0, span.start).trimEnd().split(/\s+/).slice(-3).join(' ');
  const repeated = whole && text.indexOf(passage) !== text.lastIndexOf(passage) && before;
  const prefix = repeated ? `${encode(before)}-,` : '';
  return `${url.replace(/#.*$/s, '')}#:~:text=${prefix}${directive.join(',')}`;
}

/** Percent-encoding as the standard asks: also "-", "," and "&", which have a meaning in the directive. */
function encode(words: string): string {
  return encodeURIComponent(words.toWellFormed()).replace(
    /[-!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
