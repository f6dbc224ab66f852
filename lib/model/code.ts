/**
 * A code: a tag with a definition (qualitative data analysis: code, codebook, coding). A tag that nobody has
 * defined yet is a code with empty texts.
 */
export interface Code {
  /** The tag; unique, trimmed. */
  readonly name: string;
  readonly definition: string;
  readonly example: string;
  /** Name of the code above it, null at the top. */
  readonly parent: string | null;
  /** "#rrggbb". */
  readonly colour: string;
  /** One letter or digit that applies it in coding mode, or empty. */
  readonly key: string;
}
