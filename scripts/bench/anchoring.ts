import search from 'approx-string-match';
import { anchor } from '../../lib/anchoring/anchor';
import { describe } from '../../lib/anchoring/describe';
import { mean, type Report, percentile, time } from './report';
import { sampleTexts } from './sample-texts';

/** Length of a passage in characters, and how many are taken from each article. */
const PASSAGE = 120;
const PASSAGES = 12;

const ROUNDS = 5;

/**
 * Passages of the sample articles found again in an edited copy, against approx-string-match as Hypothesis uses it: up
 * to half of the quotation may be wrong.
 */
export async function bench(): Promise<Report> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const text of sampleTexts()) {
    const edited = edit(text);
    for (let i = 0; i < PASSAGES; i++) {
      const start = Math.floor(((text.length - PASSAGE) * i) / PASSAGES);
      const selectors = describe(text, { start, end: start + PASSAGE });
      ours.push(await least(() => anchor(selectors, edited, text)));
      theirs.push(await least(() => search(edited, selectors.exact, Math.floor(PASSAGE / 2))));
    }
  }
  return {
    what: `passages of ${PASSAGE} characters found again after an edit`,
    rows: [
      { name: 'Hearsay', times: ours },
      { name: 'approx-string-match', times: theirs },
    ],
    peer: 'approx-string-match',
    ratio: mean(theirs) / mean(ours),
    notes: [
      `Hearsay: ${mean(ours).toFixed(2)} ms a passage on average, ${percentile(ours, 1).toFixed(0)} ms at most`,
      `approx-string-match: ${mean(theirs).toFixed(2)} ms on average, ${percentile(theirs, 1).toFixed(0)} ms at most`,
    ],
  };
}

/** Milliseconds that `work` takes at least: others use the machine, too. */
async function least(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await time(work));
  return Math.min(...times);
}

/** A light edit: a paragraph in front, every tenth "the" gone, straight quotation marks. */
function edit(text: string): string {
  let seen = 0;
  const thinned = text.replace(/\bthe /g, (the) => (++seen % 10 === 0 ? '' : the));
  return `This article was updated.\n\n${thinned.replace(/[“”]/g, '"')}`;
}
