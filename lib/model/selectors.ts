/**
 * Stored description of a passage, after the W3C Web Annotation Data Model: TextQuoteSelector and
 * TextPositionSelector (https://www.w3.org/TR/annotation-model/#selectors).
 */
export interface Selectors {
  /** The passage itself. */
  readonly exact: string;
  /** Up to 64 characters before and after it. */
  readonly prefix: string;
  readonly suffix: string;
  /** Where it stood in the article text it was taken from. */
  readonly start: number;
  readonly end: number;
}
