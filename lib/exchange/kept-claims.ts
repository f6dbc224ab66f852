import type { Claim } from '../model/analysis';
import type { Kept } from '../model/kept';
import type { Correction, Verdict } from '../model/note';
import { cover } from '../model/span';

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
    const verdict = verdictOn(claim, kept.corrections);
    if (verdict?.kind === 'wrong') return [];
    const speaker = verdict?.kind === 'speaker' ? verdict.name : claim.speaker;
    return [{ claim, speaker, words: wordsOf(kept.text.text, claim), verdict }];
  });
}

function verdictOn(claim: Claim, corrections: readonly Correction[]): Verdict | null {
  const { start, end } = cover(claim.content);
  return corrections.findLast((c) => c.content.start === start && c.content.end === end)?.verdict ?? null;
}

function wordsOf(text: string, claim: Claim): string {
  return claim.content.map((s) => text.slice(s.start, s.end).replace(/\s+/g, ' ')).join(' … ');
}
