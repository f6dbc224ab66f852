/**
 * Quotations that stand alone: no cue ties them to anybody, the reader knows from before who speaks. Each is proposed
 * as a draft of its own; where it only carries on a quotation that a cue has claimed, that draft wins.
 */
import type { CueCandidate } from './cue';
import type { Draft, Run } from './draft';
import type { Reading } from './reading';

/** Shorter quotations are titles, nicknames and scare quotes. */
export const MIN_TOKENS = 6;
/** A quotation is cut after so many paragraphs. */
export const MAX_PIECES = 12;

/** One draft a quotation of some length, with all its pieces where it runs over paragraphs. */
export function draftsOfQuotations(r: Reading): Draft[] {
  const drafts: Draft[] = [];
  for (const [k, quote] of r.quotes.entries()) {
    if (quote.continues) continue;
    const content: Run[] = [{ first: quote.first, last: quote.last }];
    for (let next = k + 1; content.length < MAX_PIECES && r.quotes[next]?.continues === true; next += 1) {
      const piece = r.quotes[next];
      if (piece) content.push({ first: piece.first, last: piece.last });
    }
    if (content.reduce((sum, run) => sum + run.last - run.first + 1, 0) < MIN_TOKENS) continue;
    const cue: CueCandidate = {
      first: quote.first,
      last: quote.first,
      main: quote.first,
      probability: 0.5,
      alone: true,
    };
    drafts.push({ cue, source: [], content, sourceSureness: 1, contentSureness: 1, edgeSureness: 1 });
  }
  return drafts;
}

/** Whether nothing but the quotation stands in its sentences. */
export function fillsSentences(r: Reading, { content }: Draft): boolean {
  const first = content[0]?.first ?? 0;
  const last = content.at(-1)?.last ?? 0;
  return r.sentence[first] !== r.sentence[first - 1] && r.sentence[last] !== r.sentence[last + 1];
}

/** Where a quotation stands in its paragraph: bits for begins it, ends it, runs on, and the one before ends in a quotation. */
export function placeOfQuotation(r: Reading, draft: Draft): number {
  const run = draft.content[0];
  const last = draft.content.at(-1);
  if (!run || !last) return 0;
  const begins = r.paragraph[run.first] !== r.paragraph[run.first - 1] ? 1 : 0;
  const ends = r.paragraph[last.last] !== r.paragraph[last.last + 1] ? 2 : 0;
  const after = begins > 0 && (r.quote[run.first - 1] ?? -1) >= 0 ? 4 : 0;
  return begins + ends + after + (draft.content.length > 1 ? 8 : 0);
}
