/** Titles shown of a file before it is taken in. */
export const MAX_TITLES = 5;
