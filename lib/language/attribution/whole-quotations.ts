/**
 * A content that holds the opening mark of a quotation holds all of it, further sentences and paragraphs too: whoever
 * is quoted is quoted to the closing mark. Not where the cue itself stands inside the quotation.
 */
import { MAX_PIECES } from './alone';
import type { CueCandidate } from './cue';
import type { Run } from './draft';
import type { Reading } from './reading';

/** The runs with their quotations made whole, in order, none overlapping another. */
export function wholeQuotations(r: Reading, cue: CueCandidate, runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    whole.push(run);
    let index = r.quote[run.last] ?? -1;
    let quote = r.quotes[index];
    if (!quote || quote.first < run.first || r.quote[cue.first] === index) continue;
    whole[whole.length - 1] = { first: run.first, last: quote.last };
    for (let piece = 0; piece < MAX_PIECES && quote && !quote.closed; piece += 1) {
      index += 1;
      quote = r.quotes[index];
      if (!quote?.continues || r.quote[cue.first] === index) break;
      whole.push({ first: quote.first, last: quote.last });
    }
  }
  return merged(whole);
}

function merged(runs: readonly Run[]): Run[] {
  const sorted: { first: number; last: number }[] = [];
  for (const run of runs.toSorted((a, b) => a.first - b.first)) {
    const before = sorted.at(-1);
    if (before && run.first <= before.last) before.last = Math.max(before.last, run.last);
    else sorted.push({ ...run });
  }
  return sorted;
}
