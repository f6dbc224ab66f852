/** What a UTF-16 code unit can be part of; astral characters are judged by their code point. */
export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** Combining marks, joiners, emoji modifiers: they belong to the character before them. */
export const MARK = 4;
export const OTHER = 5;

const classes = new Uint8Array(65536);

/** Zero-width joiners, skin tones, and the tag characters of flags. */
function isJoiner(codePoint: number): boolean {
  return (
    codePoint === 0x200c ||
    codePoint === 0x200d ||
    (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff) ||
    (codePoint >= 0xe0020 && codePoint <= 0xe007f)
  );
}

function judge(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (/[\s\p{Cc}\u200B\uFEFF\u00AD]/u.test(character)) return SPACE;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{N}/u.test(character)) return DIGIT;
  if (/\p{M}/u.test(character) || isJoiner(codePoint)) return MARK;
  return OTHER;
}

/** The class of the character at `index`; `index` must lie in the text and not inside a surrogate pair. */
export function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit >= 0xd800 && unit < 0xe000) {
    const point = text.codePointAt(index) ?? unit;
    return point > 0xffff ? judge(point) : OTHER;
  }
  let known = classes[unit] ?? 0;
  if (known === 0) {
    known = judge(unit);
    classes[unit] = known;
  }
  return known;
}

/** Code units of the character at `index`: 2 for a whole surrogate pair, else 1. */
export function widthAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  const next = text.charCodeAt(index + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

/** Whether the character at `index` is an upper-case letter (also one with a title case of its own). */
export function isUpperAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 128) return unit >= 65 && unit <= 90;
  return /^[\p{Lu}\p{Lt}]/u.test(text.slice(index, index + widthAt(text, index)));
}

/** Whether the character at `index` is a lower-case letter. */
export function isLowerAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 128) return unit >= 97 && unit <= 122;
  return /^\p{Ll}/u.test(text.slice(index, index + widthAt(text, index)));
}
