import type { Span } from '../model/span';
import { MARKS, type Mark } from './marks';
import type { Plan } from './plan';

/** A span that appears in or goes from one layer. */
export interface Change {
  readonly mark: Mark;
  readonly span: Span;
}

/** What to take away and what to add to come from one plan to the next. */
export interface PlanDiff {
  readonly removed: readonly Change[];
  readonly added: readonly Change[];
}

/** The difference of two plans, in order of marks and text; both lists empty when the plans are equal. */
export function diffPlans(old: Plan, next: Plan): PlanDiff {
  return { removed: missingIn(next, old), added: missingIn(old, next) };
}

/** A name for a span that is the same for equal spans. */
export function spanKey({ start, end }: Span): string {
  return `${start}-${end}`;
}

function missingIn(there: Plan, here: Plan): Change[] {
  return MARKS.flatMap((mark) => {
    const spans = here.get(mark) ?? [];
    if (spans.length === 0) return [];
    const known = new Set((there.get(mark) ?? []).map(spanKey));
    return spans.filter((span) => !known.has(spanKey(span))).map((span) => ({ mark, span }));
  });
}
