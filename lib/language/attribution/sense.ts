/**
 * The two senses of "claim" that the linear models know, one for each guide by which their articles were marked. Cues,
 * sources and contents are cut alike under both guides, and there are four times as many articles of the wide one, so it
 * is the one that is asked for. Which of the drafts are claims is asked in both senses; the net, which is told mostly of
 * the narrow one, and `unsaid.ts` keep out what only the wide one calls a claim.
 */

/** Whatever somebody says, thinks, wants or shows, also that they declined to. */
export const WIDE = 0;
/** What readers are shown: that somebody said or holds something. */
export const NARROW = 1;
