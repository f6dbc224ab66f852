import { fillsSentences } from './alone';
import { overlapOf } from './company';
import type { Draft, Run } from './draft';
import { ALL_QUOTED, quotedShare } from './judge-features';
import type { Reading } from './reading';

/** A draft with the probability that it is a claim. */
export interface Judged {
  readonly draft: Draft;
  readonly probability: number;
}

/** Two claims may not share more of their content than this, but where one tells of another quotation. */
const SAME_CONTENT = 0.6;

/** Share of quotations that fill whole sentences and belong to no other claim which readers call claims of their own. */
const LONE_QUOTATION = 0.6;

/** Adds the quotations that fill whole sentences and that no chosen claim holds; in order of the text. */
export function addLoneQuotations(r: Reading, judged: readonly Judged[], chosen: readonly Judged[]): Judged[] {
  const held = new Set(chosen.flatMap(({ draft }) => tokensOf(draft.content)));
  const lone = judged.filter(
    ({ draft }) =>
      draft.cue.alone && fillsSentences(r, draft) && !tokensOf(draft.content).some((token) => held.has(token)),
  );
  const added = lone.map(({ draft, probability }) => ({ draft, probability: Math.max(probability, LONE_QUOTATION) }));
  return [...chosen, ...added].toSorted((a, b) => a.draft.cue.first - b.draft.cue.first);
}

/** Keeps the likeliest drafts at or above `floor` that do not get into each other's way; in order of the text. */
export function chooseClaims(r: Reading, judged: readonly Judged[], floor: number): Judged[] {
  const chosen: Judged[] = [];
  // Only drafts that share a token of content or cue can clash.
  const byContent = new Map<number, Draft[]>();
  const byCue = new Map<number, Draft[]>();
  const ranked = judged.filter((j) => j.probability >= floor).toSorted((a, b) => b.probability - a.probability);
  for (const next of ranked) {
    const { content, cue } = next.draft;
    const near = [
      ...tokensOf(content).flatMap((token) => byContent.get(token) ?? []),
      ...tokensOf([cue]).flatMap((token) => byCue.get(token) ?? []),
    ];
    if (near.some((kept) => clash(r, kept, next.draft))) continue;
    chosen.push(next);
    for (const token of tokensOf(content)) append(byContent, token, next.draft);
    for (const token of tokensOf([cue])) append(byCue, token, next.draft);
  }
  return chosen.toSorted((a, b) => a.draft.cue.first - b.draft.cue.first);
}

function tokensOf(runs: readonly Run[]): number[] {
  return runs.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, k) => first + k));
}

function append(drafts: Map<number, Draft[]>, token: number, draft: Draft): void {
  const there = drafts.get(token);
  if (there) there.push(draft);
  else drafts.set(token, [draft]);
}

function clash(r: Reading, a: Draft, b: Draft): boolean {
  const shared = overlapOf(a.content, b.content);
  if (a.cue.alone || b.cue.alone) return shared > 0;
  const sameCue = a.cue.first <= b.cue.last && b.cue.first <= a.cue.last;
  return sameCue || (shared > SAME_CONTENT && !isInner(r, a, b) && !isInner(r, b, a));
}

/** Whether `inner` is told within `outer`: [Ruiz]source [said]cue [[Brandt]source [told]cue her: [“It leaks.”]content]content */
function isInner(r: Reading, inner: Draft, outer: Draft): boolean {
  const [who] = inner.source;
  const isWithin = (token: number) => outer.content.some(({ first, last }) => first <= token && token <= last);
  return who !== undefined && isWithin(who.first) && isWithin(inner.cue.main) && quotedShare(r, inner) === ALL_QUOTED;
}
