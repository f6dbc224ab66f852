/**
 * References: the places where the text points to somebody without any more ado: third-person pronouns, and the
 * sources of claims (names, pronouns, descriptions, or none at all where a quotation carries on).
 */
import type { Draft, Run } from '../attribution/draft';
import type { Reading } from '../attribution/reading';
import type { Segmented } from '../segment/segment';
import { type PronounKind, pronounKind } from './pronouns';

export type ReferenceKind = PronounKind | 'named' | 'definite' | 'indefinite' | 'absent';

export interface Reference {
  readonly kind: ReferenceKind;
  /** The words that refer; for an absent source, the first token of the content. */
  readonly run: Run;
  /** Index of the claim whose source this is, -1 for a pronoun elsewhere. */
  readonly claim: number;
}

const DEFINITE = new Set('the his her its their this that these those both'.split(' '));

/** All references in order of the text. `names` marks the tokens of names (Reading.name). */
export function findReferences(seg: Segmented, r: Reading, claims: readonly Draft[]): Reference[] {
  const taken = new Uint8Array(r.length);
  const inLonger = new Uint8Array(r.length);
  const found: Reference[] = [];
  for (const [k, claim] of claims.entries()) {
    const reference = sourceReference(seg, r, claim, k);
    found.push(reference);
    const { first, last } = reference.run;
    if (claim.source[0]) taken.fill(1, first, last + 1);
    if (last > first) inLonger.fill(1, first, last + 1);
  }
  for (let i = 0; i < r.length; i += 1) {
    const kind = pronounKind(seg.lowers[i] ?? '');
    if (kind === null || kind === 'relative' || kind === 'first') continue;
    if (taken[i] === 0 || inLonger[i] === 1) found.push({ kind, run: { first: i, last: i }, claim: -1 });
  }
  return found.toSorted((a, b) => a.run.first - b.run.first || a.claim - b.claim);
}

function sourceReference(seg: Segmented, r: Reading, claim: Draft, index: number): Reference {
  const run = claim.source[0];
  if (!run) {
    const first = claim.content[0]?.first ?? claim.cue.first;
    return { kind: 'absent', run: { first, last: first }, claim: index };
  }
  return { kind: kindOfSource(seg, r, run), run, claim: index };
}

function kindOfSource(seg: Segmented, r: Reading, run: Run): ReferenceKind {
  const lower = seg.lowers[run.first] ?? '';
  const pronoun = run.first === run.last ? pronounKind(lower) : null;
  if (pronoun) return pronoun;
  for (let i = run.first; i <= run.last; i += 1) if ((r.name[i] ?? 0) > 0) return 'named';
  return DEFINITE.has(lower) || /^\p{Lu}/u.test(seg.words[run.last] ?? '') ? 'definite' : 'indefinite';
}
