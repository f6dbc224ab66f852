/**
 * The two senses of "claim" that the linear models know, one for each guide by which their articles were marked. Cues,
 * sources and contents are cut alike under both guides, so these are looked for in the wide sense, of which there are
 * four times as many articles; which of the drafts are claims is judged in the narrow one.
 */

/** Whatever somebody says, thinks, wants or shows, also that they declined to. */
export const WIDE = 0;
/** What readers are shown: that somebody said or holds something. */
export const NARROW = 1;
