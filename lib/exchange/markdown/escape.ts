/**
 * Text of a page as Markdown that shows just this text: no markup, links, tags, HTML or headings arise from it
 * (CommonMark 0.31, section 2.4, and Obsidian's [[links]], #tags and %%comments%%).
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*_{}[\]<>#|~^=%$&]/g, (c) => `\\${c}`)
      .replace(
        /^([^\S\n]*)([-+]|\d+[.)])(?=\s|$)/gm,
        (_all, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
      )
      // A line of dashes would make a heading of the line before it, or a rule.
      .replace(/^([^\S\n]*)-(?=-[- \t]*$)/gm, '$1\\-')
      .replace(/!(?=\\\[)/g, '\\!')
  );
}

/**
 * A tag as Obsidian takes it, without its "#": letters, digits, _, - and /, and something else than digits among them.
 * Empty where nothing of it can stand in a tag.
 */
export function obsidianTag(tag: string): string {
  const plain = tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replace(/^-+|(?<!-)-+$/g, '');
  return /^\p{N}+$/u.test(plain) ? `_${plain}` : plain;
}

/**
 * A string as a YAML scalar in double quotes. YAML 1.2 is a superset of JSON but for characters that it calls not
 * printable and JSON lets stand; line separators among them are line ends to older readers.
 */
export function yamlString(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
