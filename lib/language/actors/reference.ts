/**
 * References: the places where the text points to somebody without any more ado: third-person pronouns, and the
 * sources of claims (names, pronouns, descriptions, or none at all where a quotation carries on).
 */
import type { Draft, Run } from '../attribution/draft';
import type { Reading } from '../attribution/reading';
import { relationIds } from '../attribution/subject';
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
  const named = ofRelative(seg, r, run) ?? withoutClause(seg, run);
  return { kind: kindOfSource(seg, r, named), run: named, claim: index };
}

const FOUND =
  /^(?:obtained|seen|reviewed|viewed|read|verified|accessed|received|acquired|examined|analy[sz]ed|cited|quoted)$/;

/**
 * The words before what only tells them apart from others, whose names are not theirs: "[a woman] who was fined by
 * Brandt", "[a letter] obtained by the Olm Courier".
 */
function withoutClause({ lowers }: Segmented, run: Run): Run {
  for (let i = run.first + 1; i <= run.last; i += 1) {
    const word = lowers[i] ?? '';
    if (/^(?:who|whom|whose|which)$/.test(word) || (FOUND.test(word) && lowers[i + 1] === 'by')) {
      const last = lowers[i - 1] === ',' ? i - 2 : i - 1;
      return last < run.first ? run : { first: run.first, last };
    }
  }
  return run;
}

const RELATIVE_CLAUSE = relationIds(['acl:relcl']);
const MAX_STEPS = 4;
const MAX_WORDS = 16;

/** The words that "which" or "who" stands for: "[the port union], which said …"; null where the tree shows none. */
function ofRelative(seg: Segmented, r: Reading, { first, last }: Run): Run | null {
  if (first !== last || !/^(?:which|who|that)$/.test(seg.lowers[first] ?? '')) return null;
  let at = first;
  for (let step = 0; step < MAX_STEPS && at >= 0 && !RELATIVE_CLAUSE.has(r.relation[at] ?? 0); step += 1) {
    at = r.head[at] ?? -1;
  }
  const noun = at < 0 ? -1 : (r.head[at] ?? -1);
  if (noun < 0 || noun >= first || first - noun > MAX_WORDS || r.sentence[noun] !== r.sentence[first]) return null;
  let start = noun;
  let end = noun;
  while (start > 0 && noun - start < MAX_WORDS && hangsBelow(r, start - 1, noun)) start -= 1;
  while (end + 1 < first && seg.lowers[end + 1] !== ',' && hangsBelow(r, end + 1, noun)) end += 1;
  return { first: start, last: end };
}

function hangsBelow(r: Reading, token: number, top: number): boolean {
  let at = token;
  for (let step = 0; step < MAX_STEPS && at >= 0 && at !== top; step += 1) at = r.head[at] ?? -1;
  return at === top && r.sentence[token] === r.sentence[top];
}

function kindOfSource(seg: Segmented, r: Reading, run: Run): ReferenceKind {
  const lower = seg.lowers[run.first] ?? '';
  const pronoun = run.first === run.last ? pronounKind(lower) : null;
  if (pronoun) return pronoun;
  for (let i = run.first; i <= run.last; i += 1) if ((r.name[i] ?? 0) > 0) return 'named';
  return DEFINITE.has(lower) || /^\p{Lu}/u.test(seg.words[run.last] ?? '') ? 'definite' : 'indefinite';
}
