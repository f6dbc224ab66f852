/**
 * Features by which the parser chooses its next move: words, tags and classes at the top of the stack (s), at the
 * front of the buffer (b) and of their outermost children, after Zhang and Nivre (2011).
 */
import { feature } from '../learned/hash';
import type { WordForms } from '../learned/word-forms';
import { Landmarks } from './landmarks';
import type { ParserState } from './parser-state';

/** What the parser knows about the tokens of a text. */
export interface ParserInput {
  readonly forms: WordForms;
  readonly tags: Uint8Array;
  readonly quotationOf: Int32Array;
  readonly landmarks: Landmarks;
}

/** The parser's input for a text. */
export function parserInput(forms: WordForms, tags: Uint8Array, quotationOf: Int32Array): ParserInput {
  return { forms, tags, quotationOf, landmarks: new Landmarks(forms.lower, tags) };
}

/** Room that `moveFeatures` needs. */
export const MAX_MOVE_FEATURES = 128;

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

/** Features of a token alone, by its place: at the front of the buffer, with those that follow it up to `end`. */
export function frontFeatures({ tags, forms }: ParserInput, b: number, end: number, out: Int32Array): number {
  const { lower, fine } = forms;
  const wordOf = (i: number): number => (i < end ? lower[i]! : NO_WORD);
  const tagOf = (i: number): number => (i < end ? tags[i]! : NO_TAG);
  const b0w = wordOf(b);
  const b1w = wordOf(b + 1);
  const b0t = tagOf(b);
  const b1t = tagOf(b + 1);
  const b2t = tagOf(b + 2);
  let n = 0;
  out[n++] = feature(4, b0w, b0t);
  out[n++] = feature(5, b0w);
  out[n++] = feature(6, b0t);
  out[n++] = feature(7, b1w, b1t);
  out[n++] = feature(8, b1w);
  out[n++] = feature(9, b1t);
  out[n++] = feature(10, wordOf(b + 2), b2t);
  out[n++] = feature(11, b2t);
  out[n++] = feature(17, b < end ? fine[b]! : 0, b0t);
  out[n++] = feature(19, b + 1 < end ? fine[b + 1]! : 0, b1t);
  out[n++] = feature(27, b0t, b1t);
  out[n++] = feature(28, b0w, b1t);
  out[n++] = feature(29, b0w, b1w);
  out[n++] = feature(40, b0t, b1t, b2t);
  out[n++] = feature(107, b0t * 64 + b1t, b2t, tagOf(b + 3));
  return n;
}

/** Features of a token alone: at the top of the stack (-1 for none). */
export function topFeatures({ tags, forms }: ParserInput, s: number, out: Int32Array): number {
  const word = s < 0 ? NO_WORD : forms.lower[s]!;
  const tag = s < 0 ? NO_TAG : tags[s]!;
  out[0] = feature(1, word, tag);
  out[1] = feature(2, word);
  out[2] = feature(3, tag);
  out[3] = feature(16, s < 0 ? 0 : forms.fine[s]!, tag);
  return 4;
}

/** Features of a token alone: right below the top (-1 for none). */
export function belowFeatures({ tags, forms }: ParserInput, s: number, out: Int32Array): number {
  const word = s < 0 ? NO_WORD : forms.lower[s]!;
  const tag = s < 0 ? NO_TAG : tags[s]!;
  out[0] = feature(12, word, tag);
  out[1] = feature(13, word);
  out[2] = feature(14, tag);
  out[3] = feature(18, s < 0 ? 0 : forms.fine[s]!, tag);
  return 4;
}

/** Writes all features of a state into `out`; gives how many. */
export function moveFeatures(state: ParserState, input: ParserInput, out: Int32Array): number {
  let n = pairFeatures(state, input, out);
  n += frontFeatures(input, state.next, state.end, out.subarray(n));
  n += topFeatures(input, state.at(0), out.subarray(n));
  return n + belowFeatures(input, state.at(1), out.subarray(n));
}

/** Writes the features of several tokens together into `out`; gives how many. */
export function pairFeatures(state: ParserState, input: ParserInput, out: Int32Array): number {
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

  out[n++] = feature(15, s2t, s1t);

  out[n++] = feature(20, s0w, b0w, s0b0);
  out[n++] = feature(21, s0w, s0b0);
  out[n++] = feature(22, b0w, s0b0);
  out[n++] = feature(23, s0w, b0w);
  out[n++] = feature(24, s0b0);
  out[n++] = feature(25, s0f, b0f);
  out[n++] = feature(26, s0c, b0c, s0b0);
  out[n++] = feature(30, s1s0);
  out[n++] = feature(31, s1w, s0w);
  out[n++] = feature(32, s1w, s1s0);
  out[n++] = feature(33, s0w, s1s0);
  out[n++] = feature(34, s1f, s0f);
  out[n++] = feature(35, s1t, b0t);
  out[n++] = feature(36, s1w, b0w);
  out[n++] = feature(37, s1c, s0c, s1s0);

  out[n++] = feature(41, s0b0, b1t);
  out[n++] = feature(42, s1s0, b0t);
  out[n++] = feature(43, s2t, s1s0);
  out[n++] = feature(44, s0w, b0t, b1t);
  out[n++] = feature(45, s0t, b0w, b1t);
  out[n++] = feature(46, s0b0, b1w);
  out[n++] = feature(47, s1w, s0b0);
  out[n++] = feature(48, s1t, s0w, b0t);
  out[n++] = feature(49, s1s0, b0w);
  out[n++] = feature(50, s1s0, b0t, b1t);
  out[n++] = feature(51, s0b0, b1t, b2t);
  out[n++] = feature(52, s1c, s0c, b0c);
  out[n++] = feature(53, s0c, b0c, b1c);

  out[n++] = feature(60, s0b0, s0l1);
  out[n++] = feature(61, s0b0, s0r1);
  out[n++] = feature(62, s0b0, b0l1);
  out[n++] = feature(63, s1s0, s1r1);
  out[n++] = feature(64, s1s0, s1l1);
  out[n++] = feature(65, s1s0, s0l1);
  out[n++] = feature(66, s1s0, s0r1);
  out[n++] = feature(67, s0t, s0l1, s0l2);
  out[n++] = feature(68, s0t, s0r1, s0r2);
  out[n++] = feature(69, b0t, b0l1, b0l2);
  out[n++] = feature(70, s0t, childWord(left1, s0, first, lower));
  out[n++] = feature(71, s0t, childWord(right1, s0, first, lower));
  out[n++] = feature(72, b0t, childWord(left1, b0, first, lower));
  out[n++] = feature(73, s1t, childWord(right1, s1, first, lower));
  out[n++] = feature(74, s0b0, s0r1 * 64 + b0l1);
  out[n++] = feature(75, s1s0, s1r1 * 64 + s0l1);

  out[n++] = feature(80, s0w, s0vl);
  out[n++] = feature(81, s0t, s0vl, s0vr);
  out[n++] = feature(82, s0w, s0vr);
  out[n++] = feature(83, s0b0, s0vr);
  out[n++] = feature(84, b0w, b0vl);
  out[n++] = feature(85, b0t, b0vl);
  out[n++] = feature(86, s1t, s1vr, s1vl);
  out[n++] = feature(87, s0w, gap);
  out[n++] = feature(88, b0w, gap);
  out[n++] = feature(89, s0b0, gap);
  out[n++] = feature(90, s1s0, gapBelow);
  out[n++] = feature(91, s1s0, b0t, gapBelow);
  const quote0 = s0 < 0 ? -1 : quotationOf[s0]!;
  const quote1 = b0 < 0 ? -1 : quotationOf[b0]!;
  out[n++] = feature(92, s0b0, quote0 === quote1 ? 1 : quote1 < 0 ? 2 : 3);
  addContext(state, input, out, n);
  return n + CONTEXT_FEATURES;
}

const CONTEXT_FEATURES = 24;

/** What stands between the tokens in question and right beside them, and more of their children. */
function addContext(state: ParserState, { tags, forms, landmarks }: ParserInput, out: Int32Array, from: number): void {
  const { first, end, left1, right1 } = state;
  const { lower, fine: fines } = forms;
  const s0 = state.at(0);
  const s1 = state.at(1);
  const s2 = state.at(2);
  const b = state.next;
  const b0 = b < end ? b : -1;
  const tagOf = (i: number): number => (i >= first && i < end ? tags[i]! : NO_TAG);
  const s0w = s0 < 0 ? NO_WORD : lower[s0]!;
  const s1w = s1 < 0 ? NO_WORD : lower[s1]!;
  const b0w = b0 < 0 ? NO_WORD : lower[b0]!;
  const s0f = s0 < 0 ? 0 : fines[s0]!;
  const s1f = s1 < 0 ? 0 : fines[s1]!;
  const b0f = b0 < 0 ? 0 : fines[b0]!;
  const s0t = tagOf(s0);
  const s1t = tagOf(s1);
  const b0t = tagOf(b0);
  const s0b0 = s0t * 64 + b0t;
  const s1s0 = s1t * 64 + s0t;
  const ahead = s0 < 0 || b0 < 0 ? 0 : landmarks.between(s0, b0);
  const below = s1 < 0 || s0 < 0 ? 0 : landmarks.between(s1, s0);
  let n = from;
  out[n++] = feature(100, s0b0, ahead);
  out[n++] = feature(101, s1s0, below);
  out[n++] = feature(102, s0w, ahead);
  out[n++] = feature(103, b0w, ahead);
  out[n++] = feature(104, s1s0, b0t, below * 64 + ahead);
  out[n++] = feature(105, s0b0, tagOf(b + 1), ahead);
  out[n++] = feature(106, s1w, s0t, below);
  out[n++] = feature(108, s0b0, s0 < 0 ? NO_TAG : tagOf(s0 - 1) * 64 + tagOf(s0 + 1));
  out[n++] = feature(109, s0b0, tagOf(b - 1));
  out[n++] = feature(110, s1w, b0t);
  out[n++] = feature(111, s1t, b0w);
  out[n++] = feature(112, s1f, b0f);
  out[n++] = feature(113, tagOf(s2), s0b0);
  out[n++] = feature(114, s0f, s0b0);
  out[n++] = feature(115, b0f, s0b0);
  out[n++] = feature(116, s1f, s1s0);
  out[n++] = feature(117, s0f, s1s0);
  out[n++] = feature(118, s0t, childWord(left1, s0, first, fines), b0t);
  out[n++] = feature(119, s0t, childWord(right1, s0, first, fines), b0t);
  out[n++] = feature(120, s1t, childWord(right1, s1, first, lower), s0t);
  out[n++] = feature(121, s0w, childTag(right1, s0, first, tags), b0t);
  out[n++] = feature(122, s1w, childTag(right1, s1, first, tags), s0t);
  out[n++] = feature(123, s1w, s0w, b0t);
  out[n++] = feature(124, s1t, s0w, childWord(left1, s0, first, lower));
}
