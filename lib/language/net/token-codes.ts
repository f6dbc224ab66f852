/**
 * What the net is told of a token beside the word itself: small codes from the steps before it (part of speech, place in
 * the tree, name, cue classes) and from the layout (quotation, sentence, paragraph).
 */
import { bucketOf } from '../attribution/buckets';
import { quoteState } from '../attribution/cue-features';
import { findCueNeighbours } from '../attribution/cue-neighbours';
import type { Reading } from '../attribution/reading';

/** How many values each code has; the order is that of the codes of a token. */
export const TOKEN_CODE_SIZES = [20, 48, 20, 48, 26, 4, 7, 7, 10, 24, 16, 48, 64, 32] as const;

/** Codes of a token, one after another. */
export const TOKEN_CODES = TOKEN_CODE_SIZES.length;

/** Codes of the tokens [from, to) of a reading, whole paragraphs. */
export function tokenCodes(r: Reading, from: number, to: number): Uint8Array {
  const codes = new Uint8Array((to - from) * TOKEN_CODES);
  const near = findCueNeighbours(r, from, to);
  for (let i = from; i < to; i += 1) {
    const head = r.head[i] ?? -1;
    const k = i - from;
    const cue = (near.ancestor[k] ?? 0) - 1;
    const below = near.childMask[k] ?? 0;
    const values = [
      r.tag[i],
      r.relation[i],
      r.tag[head],
      r.relation[head],
      head < 0 ? 0 : 1 + (head < i ? 0 : 12) + bucketOf(Math.abs(head - i)),
      r.name[i],
      r.cueClass[i],
      r.narrowClass[i],
      r.shape[i],
      quoteState(r, i),
      layoutOf(r, i),
      cue < 0 ? 0 : near.through[k],
      cue < 0 ? 0 : 1 + (r.narrowClass[cue] ?? 0) * 9 + Math.min(4, near.depth[k] ?? 0) * 2 - 2 + (cue < i ? 1 : 0),
      childrenOf(below),
    ];
    for (let c = 0; c < TOKEN_CODES; c += 1) {
      codes[k * TOKEN_CODES + c] = Math.min(values[c] ?? 0, (TOKEN_CODE_SIZES[c] ?? 1) - 1);
    }
  }
  return codes;
}

/** Bits: begins a sentence, begins a paragraph, ends a paragraph, touches the token before. */
function layoutOf(r: Reading, i: number): number {
  const sentence = r.sentence[i] !== r.sentence[i - 1] ? 1 : 0;
  const paragraph = r.paragraph[i] !== r.paragraph[i - 1] ? 2 : 0;
  const ends = r.paragraph[i] !== r.paragraph[i + 1] ? 4 : 0;
  return sentence + paragraph + ends + (i > 0 && r.start[i] === r.end[i - 1] ? 8 : 0);
}

/** Bits for what hangs below a token: subject, clause, object, prepositional phrase, loose clause. */
function childrenOf(mask: number): number {
  let bits = 0;
  for (const [k, classes] of CHILD_CLASSES.entries()) if ((mask & classes) !== 0) bits |= 1 << k;
  return bits;
}

/** Masks as in `CueNeighbours.childMask`: relations count from 1 and fold at 29. */
const CHILD_CLASSES = [[32, 33, 17], [12, 44], [35], [36, 37], [40, 4]].map((relations) =>
  relations.reduce((mask, relation) => mask | (1 << (relation % 29)), 0),
);
