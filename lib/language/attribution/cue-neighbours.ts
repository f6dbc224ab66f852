/**
 * For each token, the cue-like words near it: the next to the left and right within the paragraph, with the marks
 * between, and the nearest one above it in the tree, with the relation through which the token hangs below it.
 */
import type { Reading } from './reading';
import { CUE_LIKE } from './cue-classes';

/** Parallel arrays for the tokens [from, to); indices of tokens are stored plus one, 0 means none. */
export interface CueNeighbours {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Which marks stand between: 1 comma, 2 quotation mark, 4 sentence end, 8 other mark. */
  readonly leftMarks: Uint8Array;
  readonly rightMarks: Uint8Array;
  readonly ancestor: Int32Array;
  /** Relation of the ancestor's child on the way down. */
  readonly through: Uint8Array;
  /** Steps from the token up to the ancestor, at most 15. */
  readonly depth: Uint8Array;
  /** Which kinds of relation hang below the token, one bit a class of relations. */
  readonly childMask: Int32Array;
}

const MAX_DEPTH = 15;

/** Neighbours of the tokens [from, to). */
export function findCueNeighbours(r: Reading, from: number, to: number): CueNeighbours {
  const n = to - from;
  const near = {
    left: new Int32Array(n),
    right: new Int32Array(n),
    leftMarks: new Uint8Array(n),
    rightMarks: new Uint8Array(n),
    ancestor: new Int32Array(n),
    through: new Uint8Array(n),
    depth: new Uint8Array(n),
    childMask: new Int32Array(n),
  };
  sweep(r, from, to, 1, near.left, near.leftMarks);
  sweep(r, from, to, -1, near.right, near.rightMarks);
  for (let i = from; i < to; i += 1) climb(r, i, i - from, near);
  for (let i = from; i < to; i += 1) {
    const head = r.head[i] ?? -1;
    if (head >= from && head < to) near.childMask[head - from]! |= 1 << ((r.relation[i] ?? 0) % 29);
  }
  return near;
}

function sweep(r: Reading, from: number, to: number, step: 1 | -1, cue: Int32Array, marks: Uint8Array): void {
  let last = 0;
  let between = 0;
  for (let i = step > 0 ? from : to - 1; i >= from && i < to; i += step) {
    if (r.paragraph[i] !== r.paragraph[i - step]) last = 0;
    cue[i - from] = last;
    marks[i - from] = between;
    between |= markBit(r, i);
    if (step > 0 ? r.sentence[i] !== r.sentence[i + 1] : r.sentence[i] !== r.sentence[i - 1]) between |= 4;
    if ((r.cueClass[i] ?? 0) >= CUE_LIKE) {
      last = i + 1;
      between = 0;
    }
  }
}

function markBit(r: Reading, i: number): number {
  const unit = r.text.charCodeAt(r.start[i] ?? 0);
  if (unit === 44) return 1;
  if (r.quotes[r.quote[i] ?? -1]?.first === i || r.quotes[r.quote[i] ?? -1]?.last === i) return 2;
  return unit === 46 || unit === 58 || unit === 59 || unit === 0x2013 || unit === 0x2014 ? 8 : 0;
}

function climb(
  r: Reading,
  i: number,
  k: number,
  near: { ancestor: Int32Array; through: Uint8Array; depth: Uint8Array },
): void {
  let at = i;
  for (let depth = 1; depth <= MAX_DEPTH; depth += 1) {
    const head = r.head[at] ?? -1;
    if (head < 0) return;
    if ((r.cueClass[head] ?? 0) >= CUE_LIKE) {
      near.ancestor[k] = head + 1;
      near.through[k] = r.relation[at] ?? 0;
      near.depth[k] = depth;
      return;
    }
    at = head;
  }
}
