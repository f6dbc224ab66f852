/**
 * A quotation that nobody introduces and that follows right on another goes on with what was being said:
 *
 *   “The bridge is safe,” Ms Ortiz said on Monday.
 *   “We have looked at every bolt.”
 *
 * is one claim in two pieces. Where a sentence in other words stands between them, it is a claim of its own.
 */
import { MIN_TOKENS, fillsSentences } from './alone';
import type { Judged } from './choose';
import type { Run } from './draft';
import type { Reading } from './reading';

/** Claims in order of the text, each lone quotation that carries one on joined to it. */
export function joinCarriedOn(r: Reading, claims: readonly Judged[]): Judged[] {
  const joined: { readonly claim: Judged; readonly content: Run[] }[] = [];
  /** Place in `joined` of the claim that holds a token. */
  const holder = new Map<number, number>();
  const hold = (content: readonly Run[], place: number) => {
    for (const { first, last } of content) for (let token = first; token <= last; token += 1) holder.set(token, place);
  };
  for (const claim of claims.toSorted((a, b) => start(a) - start(b))) {
    const { draft } = claim;
    const before = draft.cue.alone && fillsSentences(r, draft) ? quotationBefore(r, start(claim)) : null;
    const place = before ? mostOf(before, holder) : undefined;
    const earlier = place === undefined ? undefined : joined[place];
    if (place === undefined || !earlier) {
      hold(draft.content, joined.length);
      joined.push({ claim, content: [...draft.content] });
      continue;
    }
    hold(draft.content, place);
    earlier.content.push(...draft.content);
  }
  return joined
    .map(({ claim, content }) => ({ ...claim, draft: { ...claim.draft, content } }))
    .toSorted((a, b) => a.draft.cue.first - b.draft.cue.first);
}

function start({ draft }: Judged): number {
  return Math.min(...draft.content.map(({ first }) => first));
}

/**
 * The quotation that one beginning at `first` may carry on: of the same paragraph or of the one before. Null where that
 * is too short to be speech, or stands in other marks.
 */
function quotationBefore(r: Reading, first: number): Run | null {
  const before = r.quotes[(r.quote[first] ?? 0) - 1];
  if (!before || before.last - before.first + 1 < MIN_TOKENS) return null;
  if (isSingle(r, before.first) !== isSingle(r, first)) return null;
  const paragraphs = (r.paragraph[first] ?? 0) - (r.paragraph[before.last] ?? 0);
  return paragraphs <= 1 ? before : null;
}

/** Headlines and quotations inside others stand in single marks. */
function isSingle(r: Reading, token: number): boolean {
  return /^[‘'‚‹]$/.test(r.lowers[token] ?? '');
}

/** The claim that holds most of a run. */
function mostOf({ first, last }: Run, holder: ReadonlyMap<number, number>): number | undefined {
  const counts = new Map<number, number>();
  for (let token = first; token <= last; token += 1) {
    const place = holder.get(token);
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count * 2 > last - first + 1)?.[0];
}
