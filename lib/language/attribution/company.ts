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
  const size = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.last - run.first + 1, 0);
  let shared = 0;
  for (const x of a) {
    for (const y of b) shared += Math.max(0, Math.min(x.last, y.last) - Math.max(x.first, y.first) + 1);
  }
  return shared / (size(a) + size(b) - shared || 1);
}
