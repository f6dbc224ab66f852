import type { Claim } from './analysis';
import type { Kept } from './kept';
import type { Correction, Verdict } from './note';
import { cover } from './span';

/** A stored claim as the reader left it. */
export interface KeptClaim {
  readonly claim: Claim;
  /** The speaker, the reader's correction first; empty when nobody is named. */
  readonly speaker: string;
  /** The words of the content, its pieces joined by " … ". */
  readonly words: string;
  /** What the reader said about it, null while nothing. */
  readonly verdict: Verdict | null;
}

/** The claims of a stored article in reading order, without those that the reader called wrong. */
export function keptClaims(kept: Kept): KeptClaim[] {
  return kept.text.analysis.claims.flatMap((claim) => {
    const verdict = verdictOn(kept.text.text, claim, kept.corrections);
    if (verdict?.kind === 'wrong') return [];
    const speaker = verdict?.kind === 'speaker' ? verdict.name : claim.speaker;
    return [{ claim, speaker, words: wordsOf(kept.text.text, claim), verdict }];
  });
}

/** A correction made on another edition of the page has other offsets: then its words decide. */
function verdictOn(text: string, claim: Claim, corrections: readonly Correction[]): Verdict | null {
  const { start, end } = cover(claim.content);
  const content = text.slice(start, end);
  const isOn = ({ content: at }: Correction) => (at.start === start && at.end === end) || at.exact === content;
  return corrections.findLast(isOn)?.verdict ?? null;
}

function wordsOf(text: string, claim: Claim): string {
  return claim.content.map((s) => text.slice(s.start, s.end).replace(/\s+/g, ' ')).join(' … ');
}
