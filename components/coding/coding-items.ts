import type { ClaimId, NoteId } from '../../lib/model/ids';
import type { PageView, PlacedNote } from '../../lib/model/page-view';
import { isSameSpan, type Span } from '../../lib/model/span';
import { claimItems } from '../claims/claim-item';

/** Something that can be coded: a claim, or a passage with a note on it. */
export interface CodingItem {
  readonly target: { readonly kind: 'claim'; readonly id: ClaimId } | { readonly kind: 'note'; readonly id: NoteId };
  readonly passage: Span;
  /** Who said it; empty for a passage. */
  readonly speaker: string;
  readonly words: string;
  /** The notes that stand there, the one that codes go to first. */
  readonly notes: readonly PlacedNote[];
  /** Of all these notes, each once. */
  readonly tags: readonly string[];
}

type Read = Pick<Extract<PageView, { state: 'read' }>, 'article' | 'analysis' | 'verdicts' | 'notes'>;

/** The claims that were not called wrong, and the passages noted beside them, in reading order. */
export function codingItems({ article, analysis, verdicts, notes }: Read): readonly CodingItem[] {
  const placed = notes.filter(({ note, span }) => span !== null && note.about?.kind !== 'actor');
  const claims = claimItems(article.text, analysis, verdicts)
    .filter(({ verdict }) => verdict !== 'wrong')
    .map(({ id, passage, speaker, content }) => item({ kind: 'claim', id }, passage, speaker, content, placed));
  const passages = placed
    .filter(({ span }) => span && !claims.some(({ passage }) => isSameSpan(passage, span)))
    .filter(({ span }, i, all) => all.findIndex((other) => span && other.span && isSameSpan(other.span, span)) === i)
    .flatMap(({ note, span }) =>
      span ? [item({ kind: 'note', id: note.id }, span, '', article.text.slice(span.start, span.end), placed)] : [],
    );
  return [...claims, ...passages].toSorted(
    (a, b) => a.passage.start - b.passage.start || b.passage.end - a.passage.end,
  );
}

function item(
  target: CodingItem['target'],
  passage: Span,
  speaker: string,
  words: string,
  placed: readonly PlacedNote[],
): CodingItem {
  const notes = placed
    .filter(({ span }) => span && isSameSpan(span, passage))
    .toSorted((a, b) => a.note.createdAt - b.note.createdAt);
  return { target, passage, speaker, words, notes, tags: [...new Set(notes.flatMap(({ note }) => note.tags))] };
}
