/**
 * A reading: one article as numbers, the form in which every step of attribution looks at it. Words become
 * integers once, so that no later step builds a string to look a feature up.
 */
export interface Reading {
  readonly text: string;
  /** Number of tokens; all arrays below have this length unless said. */
  readonly length: number;
  /** The tokens in lower case, for the few steps that compare words. */
  readonly lowers: readonly string[];
  /** UTF-16 offsets of each token. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Hash of the lower-cased word. */
  readonly word: Int32Array;
  /** Hash of its stem: "said", "says" and "saying" share one. */
  readonly stem: Int32Array;
  /** Hash of its last three letters. */
  readonly suffix: Int32Array;
  /** Kind of writing: lower, Capital, UPPER, digits, mark ... (see `shapeOf`). */
  readonly shape: Uint8Array;
  /** Part of speech, 0 where it is not known. */
  readonly tag: Uint8Array;
  /** Token index of the governor; -1 for a root or where there is no tree. */
  readonly head: Int32Array;
  /** Relation to the governor, 0 where there is no tree. */
  readonly relation: Uint8Array;
  /** Type of the name that the token belongs to: 0 none, 1 person, 2 organisation, 3 place. */
  readonly name: Uint8Array;
  /** Index of the sentence and of the paragraph. */
  readonly sentence: Int32Array;
  readonly paragraph: Int32Array;
  /** Index into `quotes`, or -1 outside quotation marks; the marks belong to the quotation. */
  readonly quote: Int32Array;
  /** First token of each sentence, and one past the last. */
  readonly sentenceStart: Int32Array;
  readonly quotes: readonly Quotation[];
  /** How cue-like the word is (see `cueClassOf`), in the wide sense of claims and in the narrow one. */
  readonly cueClass: Uint8Array;
  readonly narrowClass: Uint8Array;
}

/** A stretch in quotation marks, marks included, cut at paragraph ends: tokens [first, last]. */
export interface Quotation {
  readonly first: number;
  readonly last: number;
  /** Whether the mark closes on the last token; false where the quotation runs on into the next paragraph. */
  readonly closed: boolean;
  /** Whether it carries on a quotation that was left open in the paragraph before. */
  readonly continues: boolean;
}
