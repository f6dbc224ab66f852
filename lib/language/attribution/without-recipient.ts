/**
 * Behind a quotation and its cue, words without a verb of their own tell to whom or when it was said, not more of what
 * was said:
 *
 *   [“The ferry is safe,”] Ruiz told several hundred workers …
 */
import { TAGS, type Tag } from '../tagging/tags';
import type { CueCandidate } from './cue';
import type { Run } from './draft';
import type { Reading } from './reading';

/** Tags of a reading count from 1. */
export const FINITE = new Set(
  (['VERB.PAST', 'VERB.PRES', 'VERB.3SG', 'AUX.MODAL', 'AUX.FIN'] satisfies Tag[]).map((tag) => TAGS.indexOf(tag) + 1),
);

/** The runs less such words; all of them where no quotation stands before the cue. */
export function withoutRecipient(r: Reading, cue: CueCandidate, content: readonly Run[]): readonly Run[] {
  const before = content.filter(({ last }) => last < cue.first);
  if (before.length === 0 || !before.every((run) => isQuoted(r, run))) return content;
  return content.filter((run) => run.last < cue.first || !isAside(r, cue, run));
}

function isQuoted(r: Reading, { first, last }: Run): boolean {
  const index = r.quote[first] ?? -1;
  return index >= 0 && index === r.quote[last];
}

function isAside(r: Reading, cue: CueCandidate, { first, last }: Run): boolean {
  if (r.sentence[first] !== r.sentence[cue.last]) return false;
  for (let i = first; i <= last; i += 1) {
    if ((r.quote[i] ?? -1) >= 0 || FINITE.has(r.tag[i] ?? 0)) return false;
  }
  return true;
}
