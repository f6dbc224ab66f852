import { CODE_COLOURS } from './code-colours';

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

/** A code of the codebook or a tag in use, and where it stands outside the trash. */
export interface CodeUse {
  readonly code: Code;
  /** False for a tag that the codebook does not have. */
  readonly isDefined: boolean;
  readonly notes: number;
  readonly articles: number;
}

/** Why the codebook does not take a code as it is. */
export type CodeRefusal =
  | 'no-name'
  /** Another code or tag is called so, whatever the case of letters. */
  | 'name-taken'
  | 'key-taken'
  /** No single letter or digit, or one that coding mode needs itself. */
  | 'key-unfit'
  /** It would stand below itself. */
  | 'cycle';

/** The tag as a code that nobody has defined. */
export function undefinedCode(name: string): Code {
  return { name, definition: '', example: '', parent: null, colour: CODE_COLOURS[0], key: '' };
}

/** Keys that coding mode needs itself: on, back, undo. */
const OWN_KEYS = ['j', 'k', 'u'];

/** Whether a key may be the shortcut of a code. */
export function isCodeKey(key: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(key) && !OWN_KEYS.includes(key.toLocaleLowerCase());
}

/** Names that are the same but for the case of letters are the same to readers. */
export function isSameName(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase();
}
