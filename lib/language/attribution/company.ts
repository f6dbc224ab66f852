import type { Draft, Run } from './draft';
import type { Company } from './judge-features';

/** For each draft, how it lies among the others. */
export function companyOf(drafts: readonly Draft[]): Company[] {
  return drafts.map((draft, k) => {
    let inside = 0;
    let rival = 0;
    let holds = 0;
    for (const [j, other] of drafts.entries()) {
      if (j === k || farApart(draft, other)) continue;
      if (holdsCue(other.content, draft)) inside = Math.max(inside, other.cue.probability);
      if (holdsCue(draft.content, other)) holds = Math.max(holds, other.cue.probability);
      if (overlapOf(draft.content, other.content) >= 0.5) rival = Math.max(rival, other.cue.probability);
    }
    return { inside, rival, holds };
  });
}

/** Drafts further apart than this never share tokens: windows are shorter. */
const FAR = 1700;

function farApart(a: Draft, b: Draft): boolean {
  return Math.abs(a.cue.first - b.cue.first) > FAR;
}

function holdsCue(content: readonly Run[], draft: Draft): boolean {
  return content.some((run) => run.first <= draft.cue.main && draft.cue.main <= run.last);
}

/** Shared tokens over all tokens of both, 0 to 1. */
export function overlapOf(a: readonly Run[], b: readonly Run[]): number {
  let shared = 0;
  for (const x of a) {
    for (const y of b) shared += Math.max(0, Math.min(x.last, y.last) - Math.max(x.first, y.first) + 1);
  }
  return shared / (sizeOf(a) + sizeOf(b) - shared || 1);
}

function sizeOf(runs: readonly Run[]): number {
  let size = 0;
  for (const { first, last } of runs) size += last - first + 1;
  return size;
}
