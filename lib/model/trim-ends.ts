/**
 * `text` without the characters at its end that `edge` (a class for one character: `/^[.,]$/u`) holds. A pattern like
 * `/[.,]+$/` would do the same, but needs quadratic time on a long run of them that something else follows.
 */
export function trimEnd(text: string, edge: RegExp): string {
  let end = text.length;
  while (end > 0) {
    const width = end > 1 && isLowSurrogate(text.charCodeAt(end - 1)) ? 2 : 1;
    if (!edge.test(text.slice(end - width, end))) break;
    end -= width;
  }
  return text.slice(0, end);
}

/** The same at its start. */
export function trimStart(text: string, edge: RegExp): string {
  let at = 0;
  for (const char of text) {
    if (!edge.test(char)) break;
    at += char.length;
  }
  return text.slice(at);
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
