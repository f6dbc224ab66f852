/** Longer texts are no articles any more; reading them would take seconds. About 17,000 words. */
const MAX_CHARS = 100_000;
/** A border is looked for this far back. */
const REACH = 5_000;

/** The text up to where it is read: all of it, or its first part, cut between paragraphs, else between words. */
export function firstPart(text: string): string {
  if (text.length <= MAX_CHARS) return text;
  const part = text.slice(0, MAX_CHARS);
  const [border = MAX_CHARS] = ['\n', ' '].map((gap) => part.lastIndexOf(gap)).filter((at) => at >= MAX_CHARS - REACH);
  const head = part.slice(0, border);
  // Never between the two halves of a character.
  return /[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head;
}
