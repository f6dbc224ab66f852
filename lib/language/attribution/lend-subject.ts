/**
 * A cue without a source borrows the subject that the tree gives it: in "Ruiz met the mayor and accused him of …" the
 * second verb shares the subject of the first.
 */
import type { Draft, Run } from './draft';
import type { Reading } from './reading';
import { relationIds, subjectMask, subjectOf } from './subject';

const ACTIVE = relationIds(['nsubj']);
/** What hangs at a subject but does not tell who it is. */
const INCIDENTAL = relationIds(['acl:relcl', 'punct', 'parataxis', 'advcl', 'cc', 'advmod']);
const MAX_TOKENS = 16;

/** The draft with the subject of its cue as source, where it has none and the tree shows an active subject outside the content. */
export function lendSubject(r: Reading, draft: Draft): Draft {
  if (draft.source.length > 0 || draft.cue.alone) return draft;
  const { main } = draft.cue;
  const subject = subjectOf(r, main);
  if (!subject || subject.how > 1 || !ACTIVE.has(r.relation[subject.root] ?? 0)) return draft;
  const run = runAround(r, subject.root, main);
  const clashes = [...draft.content, draft.cue].some(({ first, last }) => first <= run.last && run.first <= last);
  return clashes || run.last - run.first >= MAX_TOKENS ? draft : { ...draft, source: [run], sourceSureness: 0.5 };
}

/** The words of the subject next to its root. */
function runAround(r: Reading, root: number, main: number): Run {
  const from = Math.max(0, root - MAX_TOKENS);
  const mask = subjectMask(r, { root, how: 0 }, main, from, Math.min(r.length, root + MAX_TOKENS));
  const belongs = (i: number): boolean => {
    const value = mask[i - from] ?? 0;
    return value > 0 && !(value > 2 && INCIDENTAL.has(value - 2)) && r.sentence[i] === r.sentence[root];
  };
  let first = root;
  let last = root;
  while (first > from && belongs(first - 1)) first -= 1;
  while (belongs(last + 1)) last += 1;
  return { first, last };
}
