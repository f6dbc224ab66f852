/**
 * Text of a page as Markdown that shows just this text: no markup, links, tags, HTML or headings arise from it
 * (CommonMark 0.31, section 2.4, and Obsidian's [[links]], #tags and %%comments%%).
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~^=%$&]/g, (c) => `\\${c}`)
    .replace(
      /^([^\S\n]*)([-+]|\d+[.)])(?=\s|$)/gm,
      (_all, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
    .replace(/!(?=\\\[)/g, '\\!');
}

/**
 * A string as a YAML scalar in double quotes. YAML 1.2 is a superset of JSON; line separators that JSON lets stand are
 * line ends to older readers.
 */
export function yamlString(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    /[\u0085\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
