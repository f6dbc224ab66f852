import type { Claim, ClaimKind } from '../../lib/model/analysis';
import type { Block } from '../../lib/model/article';
import type { ClaimId, NoteId } from '../../lib/model/ids';
import type { NoteColour } from '../../lib/model/note';
import type { PlacedNote, PlacedVerdict } from '../../lib/model/page-view';
import { overlaps, type Span } from '../../lib/model/span';

/** A stretch of text under the same marks. */
export interface Piece extends Span {
  readonly text: string;
  /** The innermost claim whose words these are. */
  readonly claim: { readonly id: ClaimId; readonly kind: ClaimKind } | null;
  /** The note that begins last. */
  readonly note: { readonly id: NoteId; readonly colour: NoteColour } | null;
}

export interface MarkedBlock {
  readonly kind: Block['kind'];
  readonly start: number;
  readonly pieces: readonly Piece[];
}

interface Mark<Value> extends Span {
  readonly value: Value;
}

/**
 * The text by blocks, each cut where a mark begins or ends. Claims that the reader called wrong are not marked. A text
 * without blocks is cut at its empty lines.
 */
export function markText(
  text: string,
  blocks: readonly Block[],
  claims: readonly Claim[],
  verdicts: readonly PlacedVerdict[],
  notes: readonly PlacedNote[],
): readonly MarkedBlock[] {
  const wrong = new Set(verdicts.filter(({ verdict }) => verdict.kind === 'wrong').map(({ claim }) => claim));
  const claimMarks = claims
    .filter(({ id }) => !wrong.has(id))
    .flatMap(({ id, kind, content }) => content.map((span) => ({ ...span, value: { id, kind } })));
  const noteMarks = notes.flatMap(({ note: { id, colour }, span }) =>
    span ? [{ ...span, value: { id, colour } }] : [],
  );
  return (blocks.length > 0 ? blocks : paragraphsOf(text)).map((block) => ({
    kind: block.kind,
    start: block.start,
    pieces: cut(text, block, claimMarks, noteMarks),
  }));
}

function cut(
  text: string,
  block: Span,
  claims: readonly Mark<Piece['claim']>[],
  notes: readonly Mark<Piece['note']>[],
): Piece[] {
  const here = {
    claims: claims.filter((mark) => overlaps(mark, block)),
    notes: notes.filter((mark) => overlaps(mark, block)),
  };
  const edges = [...here.claims, ...here.notes]
    .flatMap(({ start, end }) => [start, end])
    .filter((edge) => edge > block.start && edge < block.end);
  const cuts = [...new Set([block.start, ...edges, block.end])].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? block.end;
    const piece = { start, end };
    return {
      ...piece,
      text: text.slice(start, end),
      claim: innermost(here.claims, piece),
      note: innermost(here.notes, piece),
    };
  });
}

/** Of the marks over this piece the one that begins last, of those the shortest. */
function innermost<Value>(marks: readonly Mark<Value>[], piece: Span): Value | null {
  const over = marks.filter((mark) => overlaps(mark, piece));
  return over.toSorted((a, b) => b.start - a.start || a.end - b.end)[0]?.value ?? null;
}

function paragraphsOf(text: string): Block[] {
  return [...text.matchAll(/[^\n]+(?:\n(?!\n)[^\n]*)*/g)].map(({ 0: words, index }) => ({
    kind: 'paragraph',
    start: index,
    end: index + words.length,
  }));
}
