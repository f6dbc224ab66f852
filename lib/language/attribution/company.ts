import type { CueCandidate } from './cue';
import type { Draft, Run } from './draft';
import type { Company } from './judge-features';

/** For each draft, how it lies among the others. */
export function companyOf(drafts: readonly Draft[]): Company[] {
  const extents = drafts.map(extentOf);
  return drafts.map((draft, k) => {
    const { first, last } = extents[k]!;
    let inside = 0;
    let rival = 0;
    let holds = 0;
    for (let j = 0; j < drafts.length; j += 1) {
      const other = extents[j]!;
      if (j === k || other.first > last || other.last < first) continue;
      const { cue, content } = drafts[j]!;
      if (holdsCue(content, draft.cue)) inside = Math.max(inside, cue.probability);
      if (holdsCue(draft.content, cue)) holds = Math.max(holds, cue.probability);
      if (overlapOf(draft.content, content) >= 0.5) rival = Math.max(rival, cue.probability);
    }
    return { inside, rival, holds };
  });
}

/** From the first to the last token of content and cue: drafts whose extents do not meet share nothing. */
function extentOf({ cue, content }: Draft): Run {
  let { main: first, main: last } = cue;
  for (const run of content) {
    first = Math.min(first, run.first);
    last = Math.max(last, run.last);
  }
  return { first, last };
}

function holdsCue(content: readonly Run[], { main }: CueCandidate): boolean {
  for (const { first, last } of content) if (first <= main && main <= last) return true;
  return false;
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
