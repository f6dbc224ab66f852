import { fillsParagraphs } from './alone';
import { overlapOf } from './company';
import type { Draft } from './draft';
import type { Reading } from './reading';

/** A draft with the probability that it is a claim. */
export interface Judged {
  readonly draft: Draft;
  readonly probability: number;
}

/** Two claims may not share more of their content than this. */
const SAME_CONTENT = 0.6;

/** Share of quotations that fill a paragraph and belong to no other claim which readers call claims of their own. */
const LONE_PARAGRAPH = 0.6;

/** Adds the quotations that fill whole paragraphs and that no chosen claim holds; in order of the text. */
export function addLoneParagraphs(r: Reading, judged: readonly Judged[], chosen: readonly Judged[]): Judged[] {
  const lone = judged.filter(
    ({ draft }) =>
      draft.cue.alone &&
      fillsParagraphs(r, draft) &&
      !chosen.some((kept) => overlapOf(kept.draft.content, draft.content) > 0),
  );
  const added = lone.map(({ draft, probability }) => ({ draft, probability: Math.max(probability, LONE_PARAGRAPH) }));
  return [...chosen, ...added].toSorted((a, b) => a.draft.cue.first - b.draft.cue.first);
}

/** Keeps the likeliest drafts at or above `floor` that do not get into each other's way; in order of the text. */
export function chooseClaims(judged: readonly Judged[], floor: number): Judged[] {
  const chosen: Judged[] = [];
  const ranked = judged.filter((j) => j.probability >= floor).toSorted((a, b) => b.probability - a.probability);
  for (const next of ranked) if (!chosen.some((kept) => clash(kept.draft, next.draft))) chosen.push(next);
  return chosen.toSorted((a, b) => a.draft.cue.first - b.draft.cue.first);
}

function clash(a: Draft, b: Draft): boolean {
  const shared = overlapOf(a.content, b.content);
  if (a.cue.alone || b.cue.alone) return shared > 0;
  const sameCue = a.cue.first <= b.cue.last && b.cue.first <= a.cue.last;
  return sameCue || shared > SAME_CONTENT;
}
