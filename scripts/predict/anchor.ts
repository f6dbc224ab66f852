/** `predict -- anchor`: `{old,new,spans:[{start,end}]}` in, `{answers:[{start,end}|null],ms}` out. */
import { anchorAll } from '../../lib/anchoring/anchor';
import { describe } from '../../lib/anchoring/describe';
import type { Span } from '../../lib/model/span';
import type { Predict } from '../predict';

interface EditedText {
  readonly old: string;
  readonly new: string;
  readonly spans: readonly Span[];
}

export const predict: Predict = async function* (lines) {
  for await (const line of lines) {
    const edited = line as EditedText;
    const startedAt = performance.now();
    const selectors = edited.spans.map((span) => describe(edited.old, span));
    const answers = anchorAll(selectors, edited.new, edited.old);
    yield { answers, ms: Number((performance.now() - startedAt).toFixed(2)) };
  }
};
