/**
 * Quotations that are signed: a dash and a name after the closing mark, to the end of the paragraph, or in a paragraph
 * of their own.
 *
 *   “We never saw a summer like this one.” — Lena Tarn, a baker in Olm
 */
import { MAX_PIECES } from './alone';
import type { Judged } from './choose';
import type { Run } from './draft';
import type { Reading } from './reading';

const DASH = /^(?:[—―–-]|--|---|~)$/;
/** Longer ones are sentences. */
const MAX_SIGNATURE = 14;
/** Signatures leave little doubt; other readings of the same words have none of it. */
const PROBABILITY = 0.97;

/** A claim for each signed quotation: the dash is its cue, what follows its source. */
export function signedQuotations(r: Reading): Judged[] {
  return r.quotes.flatMap((quote, k) => {
    const cue = quote.last + 1;
    if (!quote.closed || !DASH.test(r.lowers[cue] ?? '')) return [];
    const content = piecesEndingWith(r, k);
    const source = beginsParagraph(r, content) ? signatureAt(r, cue + 1) : null;
    if (!source) return [];
    const draft = {
      cue: { first: cue, last: cue, main: cue, probability: PROBABILITY, alone: false },
      source: [source],
      content,
      sourceSureness: 1,
      contentSureness: 1,
      edgeSureness: 1,
    };
    return [{ draft, probability: PROBABILITY }];
  });
}

/** The tokens from `first` to the end of the paragraph, less a full stop; null where they are no signature. */
function signatureAt(r: Reading, first: number): Run | null {
  let last = first;
  while (last - first <= MAX_SIGNATURE && last + 1 < r.length && r.paragraph[last + 1] === r.paragraph[first])
    last += 1;
  if (last > first && r.lowers[last] === '.') last -= 1;
  if (first >= r.length || last - first >= MAX_SIGNATURE || r.paragraph[first] !== r.paragraph[first - 1]) return null;
  return r.name[first] === 0 ? null : { first, last };
}

/** Whether nothing stands before the quotation in the paragraph where it begins. */
function beginsParagraph(r: Reading, [piece]: readonly Run[]): boolean {
  return piece !== undefined && r.paragraph[piece.first] !== r.paragraph[piece.first - 1];
}

/** The pieces of a quotation that ends with the k-th, of which there are several where it runs over paragraphs. */
function piecesEndingWith(r: Reading, k: number): Run[] {
  let from = k;
  while (r.quotes[from]?.continues && k - from < MAX_PIECES) from -= 1;
  return r.quotes.slice(from, k + 1).map(({ first, last }) => ({ first, last }));
}
