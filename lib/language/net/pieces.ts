/** What the net sees of a word that it may not know: hashed pieces, each a row of a table. */
import type { Reading } from '../attribution/reading';
import { hashText } from '../learned/hash';

/** Rows of the table of pieces; row 0 stands for "no word". */
export const PIECE_ROWS = 8192;

/** Pieces of each word: itself, its stem, two beginnings, two ends. */
export const PIECES = 6;

/** The rows of the pieces of the tokens [from, to), `PIECES` a token. */
export function piecesOf(r: Reading, from: number, to: number): Uint16Array {
  const rows = new Uint16Array((to - from) * PIECES);
  for (let i = from; i < to; i += 1) {
    const lower = (r.lowers[i] ?? '').slice(0, 24);
    const keys = [
      r.word[i] ?? 0,
      (r.stem[i] ?? 0) ^ 0x51ed270b,
      (r.suffix[i] ?? 0) ^ 0x2545f491,
      hashText(`<${lower.slice(0, 3)}`),
      hashText(`<${lower.slice(0, 4)}`),
      hashText(`${lower.slice(-2)}>`),
    ];
    for (let k = 0; k < PIECES; k += 1) rows[(i - from) * PIECES + k] = 1 + (((keys[k] ?? 0) >>> 0) % (PIECE_ROWS - 1));
  }
  return rows;
}
