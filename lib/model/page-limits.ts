/**
 * Elements of the largest page that is read. Larger ones are refused before any work is done: reading them would hold the
 * page up for longer than a fifth of a second, and so would a style sheet, after which the browser styles all of them again.
 */
export const MAX_ELEMENTS = 8_000;
