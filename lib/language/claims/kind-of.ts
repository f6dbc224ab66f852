import type { ClaimKind } from '../../model/analysis';

const MARK = /["“”„«»]/;
const QUOTED = /["“„«][^"“”„«»]*(?:["”»“]|$)/g;

/**
 * direct: all words of the content stand in quotation marks; mixed: some; indirect: none. Pieces of the content are
 * judged one after another, so that a quotation closed in the next paragraph counts.
 */
export function kindOf(pieces: readonly string[]): ClaimKind {
  if (!pieces.some((piece) => MARK.test(piece))) return 'indirect';
  return pieces.some((piece) => /[\p{L}\p{N}]/u.test(piece.replaceAll(QUOTED, ''))) ? 'mixed' : 'direct';
}
