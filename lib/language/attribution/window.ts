import type { Reading } from './reading';

const MAX_TOKENS = 400;
const MAX_SENTENCES_AFTER = 12;

/**
 * The tokens [from, to) where source and content of a cue are looked for: its sentence; sentences before it that share
 * its quotation; one more sentence before when that ends in a quotation; and after it every sentence that opens with a quotation or goes on inside one, also
 * over paragraphs. At most 400 tokens.
 */
export function windowOf(r: Reading, first: number, last: number): { readonly from: number; readonly to: number } {
  let s = r.sentence[first] ?? 0;
  let e = r.sentence[last] ?? s;
  while (s > 0 && joinedBefore(r, s) && last - start(r, s - 1) < MAX_TOKENS) s -= 1;
  for (let k = 0; k < MAX_SENTENCES_AFTER && joinedAfter(r, e) && start(r, e + 2) - start(r, s) < MAX_TOKENS; k += 1) {
    e += 1;
  }
  const from = Math.max(start(r, s), first - MAX_TOKENS);
  return { from, to: Math.min(start(r, e + 1), from + 2 * MAX_TOKENS) };
}

/** Whether sentence s goes on with the quotation of the sentence before, or that one ends in a quotation. */
function joinedBefore(r: Reading, s: number): boolean {
  const first = start(r, s);
  const here = r.quote[first] ?? -1;
  const before = r.quote[first - 1] ?? -1;
  if (r.paragraph[first] !== r.paragraph[first - 1]) return r.quotes[here]?.continues === true;
  return here >= 0 && here === before;
}

/** Whether the sentence after e is inside a quotation at its first token. */
function joinedAfter(r: Reading, e: number): boolean {
  const first = start(r, e + 1);
  return first < r.length && (r.quote[first] ?? -1) >= 0;
}

function start(r: Reading, s: number): number {
  return r.sentenceStart[Math.min(s, r.sentenceStart.length - 1)] ?? r.length;
}
