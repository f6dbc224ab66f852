/** The longest tag kept, in characters. */
export const MAX_TAG_CHARS = 64;

/** A tag as it is kept: trimmed, single spaces, no commas, at most 64 characters; may be empty. */
export function cleanTag(text: string): string {
  return Array.from(text.replace(/[\s,]+/g, ' ').trim())
    .slice(0, MAX_TAG_CHARS)
    .join('')
    .trim();
}

/** `tags` with `text` added at the end, unless it is empty or there already in any case of letters. */
export function addTag(tags: readonly string[], text: string): readonly string[] {
  const tag = cleanTag(text);
  const known = tags.some((each) => each.toLocaleLowerCase() === tag.toLocaleLowerCase());
  return tag === '' || known ? tags : [...tags, tag];
}
