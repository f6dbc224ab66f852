/**
 * Features by which the parser chooses its next move: words, tags and classes at the top of the stack (s), at the
 * front of the buffer (b) and of their outermost children, after Zhang and Nivre (2011).
 */
import { mix } from '../learned/hash';
import type { WordForms } from '../learned/word-forms';
import type { ParserState } from './parser-state';

/** What the parser knows about the tokens of a text. */
export interface ParserInput {
  readonly forms: WordForms;
  readonly tags: Uint8Array;
  readonly quotationOf: Int32Array;
}

/** Room that `moveFeatures` needs. */
export const MAX_MOVE_FEATURES = 96;

const NO_TAG = 63;
const NO_WORD = 7;

/** Distances fall into 1, 2, 3, 4, 5-6, 7-10, more. */
export function distanceClass(distance: number): number {
  if (distance <= 4) return distance;
  return distance <= 6 ? 5 : distance <= 10 ? 6 : 7;
}

function childTag(children: Int32Array, i: number, first: number, tags: Uint8Array): number {
  const child = i < 0 ? -1 : children[i - first]!;
  return child < 0 ? NO_TAG : tags[child]!;
}

function childWord(children: Int32Array, i: number, first: number, words: Int32Array): number {
  const child = i < 0 ? -1 : children[i - first]!;
  return child < 0 ? NO_WORD : words[child]!;
}

/** Writes the features of a state into `out`; gives how many. */
export function moveFeatures(state: ParserState, input: ParserInput, out: Int32Array): number {
  const { tags, forms, quotationOf } = input;
  const { first, end } = state;
  const { lower, fine: fines, coarse: coarses } = forms;
  const { left1, left2, right1, right2 } = state;
  let n = 0;
  const s0 = state.at(0);
  const s1 = state.at(1);
  const s2 = state.at(2);
  const b0 = state.next < end ? state.next : -1;
  const b1 = state.next + 1 < end ? state.next + 1 : -1;
  const b2 = state.next + 2 < end ? state.next + 2 : -1;
  const s0w = s0 < 0 ? NO_WORD : lower[s0]!;
  const s1w = s1 < 0 ? NO_WORD : lower[s1]!;
  const b0w = b0 < 0 ? NO_WORD : lower[b0]!;
  const b1w = b1 < 0 ? NO_WORD : lower[b1]!;
  const s0t = s0 < 0 ? NO_TAG : tags[s0]!;
  const s1t = s1 < 0 ? NO_TAG : tags[s1]!;
  const s2t = s2 < 0 ? NO_TAG : tags[s2]!;
  const b0t = b0 < 0 ? NO_TAG : tags[b0]!;
  const b1t = b1 < 0 ? NO_TAG : tags[b1]!;
  const b2t = b2 < 0 ? NO_TAG : tags[b2]!;
  const s0l1 = childTag(left1, s0, first, tags);
  const s0l2 = childTag(left2, s0, first, tags);
  const s0r1 = childTag(right1, s0, first, tags);
  const s0r2 = childTag(right2, s0, first, tags);
  const s1l1 = childTag(left1, s1, first, tags);
  const s1r1 = childTag(right1, s1, first, tags);
  const b0l1 = childTag(left1, b0, first, tags);
  const b0l2 = childTag(left2, b0, first, tags);
  const s0f = s0 < 0 ? 0 : fines[s0]!;
  const s0c = s0 < 0 ? 0 : coarses[s0]!;
  const s1f = s1 < 0 ? 0 : fines[s1]!;
  const s1c = s1 < 0 ? 0 : coarses[s1]!;
  const b0f = b0 < 0 ? 0 : fines[b0]!;
  const b0c = b0 < 0 ? 0 : coarses[b0]!;
  const b1f = b1 < 0 ? 0 : fines[b1]!;
  const b1c = b1 < 0 ? 0 : coarses[b1]!;
  const s0vl = s0 < 0 ? 0 : state.leftCount[s0 - first]!;
  const s0vr = s0 < 0 ? 0 : state.rightCount[s0 - first]!;
  const s1vl = s1 < 0 ? 0 : state.leftCount[s1 - first]!;
  const s1vr = s1 < 0 ? 0 : state.rightCount[s1 - first]!;
  const b0vl = b0 < 0 ? 0 : state.leftCount[b0 - first]!;
  const gap = b0 < 0 || s0 < 0 ? 0 : distanceClass(b0 - s0);
  const gapBelow = s1 < 0 ? 0 : distanceClass(s0 - s1);
  const s0b0 = s0t * 64 + b0t;
  const s1s0 = s1t * 64 + s0t;

  out[n++] = mix(1, s0w, s0t);
  out[n++] = mix(2, s0w);
  out[n++] = mix(3, s0t);
  out[n++] = mix(4, b0w, b0t);
  out[n++] = mix(5, b0w);
  out[n++] = mix(6, b0t);
  out[n++] = mix(7, b1w, b1t);
  out[n++] = mix(8, b1w);
  out[n++] = mix(9, b1t);
  out[n++] = mix(10, b2 < 0 ? NO_WORD : lower[b2]!, b2t);
  out[n++] = mix(11, b2t);
  out[n++] = mix(12, s1w, s1t);
  out[n++] = mix(13, s1w);
  out[n++] = mix(14, s1t);
  out[n++] = mix(15, s2t, s1t);
  out[n++] = mix(16, s0f, s0t);
  out[n++] = mix(17, b0f, b0t);
  out[n++] = mix(18, s1f, s1t);
  out[n++] = mix(19, b1f, b1t);

  out[n++] = mix(20, s0w, b0w, s0b0);
  out[n++] = mix(21, s0w, s0b0);
  out[n++] = mix(22, b0w, s0b0);
  out[n++] = mix(23, s0w, b0w);
  out[n++] = mix(24, s0b0);
  out[n++] = mix(25, s0f, b0f);
  out[n++] = mix(26, s0c, b0c, s0b0);
  out[n++] = mix(27, b0t, b1t);
  out[n++] = mix(28, b0w, b1t);
  out[n++] = mix(29, b0w, b1w);
  out[n++] = mix(30, s1s0);
  out[n++] = mix(31, s1w, s0w);
  out[n++] = mix(32, s1w, s1s0);
  out[n++] = mix(33, s0w, s1s0);
  out[n++] = mix(34, s1f, s0f);
  out[n++] = mix(35, s1t, b0t);
  out[n++] = mix(36, s1w, b0w);
  out[n++] = mix(37, s1c, s0c, s1s0);

  out[n++] = mix(40, b0t, b1t, b2t);
  out[n++] = mix(41, s0b0, b1t);
  out[n++] = mix(42, s1s0, b0t);
  out[n++] = mix(43, s2t, s1s0);
  out[n++] = mix(44, s0w, b0t, b1t);
  out[n++] = mix(45, s0t, b0w, b1t);
  out[n++] = mix(46, s0b0, b1w);
  out[n++] = mix(47, s1w, s0b0);
  out[n++] = mix(48, s1t, s0w, b0t);
  out[n++] = mix(49, s1s0, b0w);
  out[n++] = mix(50, s1s0, b0t, b1t);
  out[n++] = mix(51, s0b0, b1t, b2t);
  out[n++] = mix(52, s1c, s0c, b0c);
  out[n++] = mix(53, s0c, b0c, b1c);

  out[n++] = mix(60, s0b0, s0l1);
  out[n++] = mix(61, s0b0, s0r1);
  out[n++] = mix(62, s0b0, b0l1);
  out[n++] = mix(63, s1s0, s1r1);
  out[n++] = mix(64, s1s0, s1l1);
  out[n++] = mix(65, s1s0, s0l1);
  out[n++] = mix(66, s1s0, s0r1);
  out[n++] = mix(67, s0t, s0l1, s0l2);
  out[n++] = mix(68, s0t, s0r1, s0r2);
  out[n++] = mix(69, b0t, b0l1, b0l2);
  out[n++] = mix(70, s0t, childWord(left1, s0, first, lower));
  out[n++] = mix(71, s0t, childWord(right1, s0, first, lower));
  out[n++] = mix(72, b0t, childWord(left1, b0, first, lower));
  out[n++] = mix(73, s1t, childWord(right1, s1, first, lower));
  out[n++] = mix(74, s0b0, s0r1 * 64 + b0l1);
  out[n++] = mix(75, s1s0, s1r1 * 64 + s0l1);

  out[n++] = mix(80, s0w, s0vl);
  out[n++] = mix(81, s0t, s0vl, s0vr);
  out[n++] = mix(82, s0w, s0vr);
  out[n++] = mix(83, s0b0, s0vr);
  out[n++] = mix(84, b0w, b0vl);
  out[n++] = mix(85, b0t, b0vl);
  out[n++] = mix(86, s1t, s1vr, s1vl);
  out[n++] = mix(87, s0w, gap);
  out[n++] = mix(88, b0w, gap);
  out[n++] = mix(89, s0b0, gap);
  out[n++] = mix(90, s1s0, gapBelow);
  out[n++] = mix(91, s1s0, b0t, gapBelow);
  const quote0 = s0 < 0 ? -1 : quotationOf[s0]!;
  const quote1 = b0 < 0 ? -1 : quotationOf[b0]!;
  out[n++] = mix(92, s0b0, quote0 === quote1 ? 1 : quote1 < 0 ? 2 : 3);
  return n;
}
