/**
 * What the second look knows about each token of a cue's neighbourhood, given that cue: side and distance, marks and
 * quotations between, sentence and paragraph breaks, and the way through the tree from the token to the cue.
 */
import { bucketOf } from './buckets';
import { CUE_LIKE } from './cue-classes';
import type { FirstLook } from './candidates';
import type { CueCandidate } from './cue';
import { quoteState } from './cue-features';
import type { FeatureSink } from './feature-sink';
import type { Reading } from './reading';
import { subjectMask, subjectOf } from './subject';

/** Labels of the second look. */
export const OUTSIDE = 0;
export const SOURCE = 1;
export const CONTENT = 3;

const MAX_CLIMB = 12;

/** Features of the tokens [from, to) given `cue` and what the first `look` saw; `corpus` 1 marks the narrow sense of claims, 0 the wide. */
export function addGivenCueFeatures(
  r: Reading,
  cue: CueCandidate,
  look: Pick<FirstLook, 'source' | 'content'>,
  from: number,
  to: number,
  corpus: number,
  sink: FeatureSink,
): void {
  const between = marksBetween(r, cue, from, to);
  const up = ancestorsOf(r, cue.main);
  const subject = cue.alone ? null : subjectOf(r, cue.main);
  const subjects = subjectMask(r, subject, cue.main, from, to);
  const how = subject ? subject.how : 4;
  const cueStem = cue.alone ? 7 : (r.stem[cue.main] ?? 0);
  const cueTag = at(r.tag, cue.main);
  const cueQuote = r.quote[cue.first] ?? -1;
  const cueEnd = at(r.word, cue.last);
  const cueKind = cue.alone ? 9 : at(r.cueClass, cue.main);
  for (let i = from; i < to; i += 1) {
    const side = i < cue.first ? 0 : i > cue.last ? 2 : 1;
    const gap = side === 0 ? cue.first - i : side === 2 ? i - cue.last : 0;
    const distance = bucketOf(gap);
    const marks = at(between, i - from);
    const state = quoteState(r, i);
    const tag = at(r.tag, i);
    const word = at(r.word, i);
    sink.add(100, side, corpus);
    sink.add(101, side, distance, marks);
    sink.add(102, side, cueStem, distance);
    sink.add(103, side, cueStem, marks);
    sink.add(104, side, cueTag, marks);
    sink.add(105, side, tag, distance);
    sink.add(106, side, word);
    sink.add(107, side, word, at(r.word, i - 1));
    sink.add(108, side, word, at(r.word, i + 1));
    sink.add(109, side * 16 + at(r.name, i), at(r.name, i - 1), at(r.name, i + 1));
    sink.add(110, side, at(r.tag, i - 1), tag);
    sink.add(111, side, tag, at(r.tag, i + 1));
    sink.add(112, at(r.tag, i - 1), tag, at(r.tag, i + 1));
    sink.add(113, at(r.tag, i - 2), at(r.tag, i + 2), tag);
    sink.add(114, side * 16 + at(r.shape, i), at(r.shape, i - 1), at(r.shape, i + 1));
    sink.add(115, at(r.suffix, i), side);
    sink.add(116, side, state, marks);
    sink.add(117, side * 64 + state, quoteState(r, i - 1), quoteState(r, i + 1));
    sink.add(118, side * 64 + state, cueKind, distance);
    const sameQuote = cueQuote >= 0 ? (r.quote[i] === cueQuote ? 2 : 1) : 0;
    sink.add(119, sameQuote * 4 + side, state);
    sink.add(120, sameQuote * 4 + side, tag, marks);
    const sentences = Math.min(3, Math.abs((r.sentence[i] ?? 0) - (r.sentence[cue.main] ?? 0)));
    const paragraphs = Math.min(3, Math.abs((r.paragraph[i] ?? 0) - (r.paragraph[cue.main] ?? 0)));
    sink.add(121, side * 16 + sentences * 4 + paragraphs, state > 0 ? 1 : 0);
    sink.add(122, side * 16 + sentences * 4 + paragraphs, state, marks);
    const starts = (r.sentence[i] !== r.sentence[i - 1] ? 1 : 0) + (r.paragraph[i] !== r.paragraph[i - 1] ? 2 : 0);
    sink.add(123, side, starts, tag);
    sink.add(124, at(r.word, i - 1), side, distance < 3 ? distance : 3);
    sink.add(125, at(r.word, i + 1), side, distance < 3 ? distance : 3);
    sink.add(126, word, cueStem, side);
    sink.add(127, at(r.word, i - 2), side);
    sink.add(128, at(r.word, i + 2), side);
    sink.add(129, cueEnd, side, gap === 1 ? word : distance);
    sink.add(130, side, gap === 1 ? 1 : 0, tag);
    sink.add(131, at(r.cueClass, i), side, tag);
    sink.add(132, at(r.stem, i - 1), at(r.tag, i), side);
    sink.add(133, at(r.stem, i + 1), at(r.tag, i), side);
    const k = i - from;
    const inSubject = at(subjects, k);
    sink.add(153, how, inSubject, side);
    sink.add(154, how, inSubject > 0 ? 1 : 0, tag);
    sink.add(
      155,
      how * 8 + (inSubject > 0 ? 4 : 0) + (at(subjects, k - 1) > 0 ? 2 : 0) + (at(subjects, k + 1) > 0 ? 1 : 0),
      side,
    );
    sink.add(156, how * 2 + (inSubject > 0 ? 1 : 0), word);
    const early = level(look.content[i] ?? 0);
    const earlyBefore = level(look.content[i - 1] ?? 0);
    const earlySource = level(look.source[i] ?? 0);
    sink.add(160, early, side, corpus);
    sink.add(161, early, side, marks);
    sink.add(162, early, earlyBefore, level(look.content[i + 1] ?? 0));
    sink.add(163, earlySource, side, marks);
    sink.add(164, earlySource, level(look.source[i - 1] ?? 0), level(look.source[i + 1] ?? 0));
    sink.add(165, early, earlyBefore, starts * 32 + tag);
    sink.add(166, side * 64 + state, marks, corpus);
    sink.add(167, side, tag, at(r.tag, i + 1) * 2 + corpus);
    sink.add(168, word, at(r.word, i - 1), corpus);
    addTree(r, cue, i, side, up, cueStem, cueKind, corpus, sink);
    sink.endPlace();
  }
}

/** A probability in eight steps. */
function level(p: number): number {
  return p < 0.02 ? 0 : p < 0.1 ? 1 : p < 0.25 ? 2 : p < 0.5 ? 3 : p < 0.75 ? 4 : p < 0.9 ? 5 : p < 0.98 ? 6 : 7;
}

/** From each token of [from, to) to the cue: 1 comma, 2 quotation mark, 4 other mark, 8 another cue-like word, 16 a cue-like word marked twice. */
export function marksBetween(r: Reading, cue: CueCandidate, from: number, to: number): Uint8Array {
  const marks = new Uint8Array(to - from);
  let seen = 0;
  for (let i = cue.last + 1; i < to; i += 1) {
    marks[i - from] = seen;
    seen = withToken(r, i, seen);
  }
  seen = 0;
  for (let i = cue.first - 1; i >= from; i -= 1) {
    marks[i - from] = seen;
    seen = withToken(r, i, seen);
  }
  return marks;
}

function withToken(r: Reading, i: number, seen: number): number {
  if ((r.cueClass[i] ?? 0) >= CUE_LIKE) return seen | (seen & 8 ? 16 : 8);
  const quotation = r.quotes[r.quote[i] ?? -1];
  if (quotation && (quotation.first === i || quotation.last === i)) return seen | 2;
  if ((r.shape[i] ?? 0) < 7) return seen;
  return seen | (r.text.charCodeAt(r.start[i] ?? 0) === 44 ? 1 : 4);
}

/** The token and its governors, nearest first. */
function ancestorsOf(r: Reading, i: number): Int32Array {
  const chain: number[] = [];
  for (let k = i; k >= 0 && chain.length < MAX_CLIMB; k = r.head[k] ?? -1) chain.push(k);
  return Int32Array.from(chain);
}

function addTree(
  r: Reading,
  cue: CueCandidate,
  i: number,
  side: number,
  up: Int32Array,
  cueStem: number,
  cueKind: number,
  corpus: number,
  sink: FeatureSink,
): void {
  if ((r.head[i] ?? -1) < 0 && (r.relation[i] ?? 0) === 0) return;
  const relation = at(r.relation, i);
  sink.add(140, relation, side);
  let path = 0;
  let through = 0;
  let top = i;
  let steps = 0;
  let otherCue = 0;
  let meet = up.indexOf(top);
  while (meet < 0 && steps < MAX_CLIMB) {
    const head = r.head[top] ?? -1;
    if (head < 0) break;
    through = at(r.relation, top);
    path = Math.imul(path, 67) + through + 1;
    top = head;
    steps += 1;
    meet = up.indexOf(top);
    if (meet !== 0 && at(r.cueClass, top) >= CUE_LIKE) otherCue += 1;
  }
  if (meet < 0) {
    sink.add(141, side, relation);
    return;
  }
  let down = 0;
  for (let k = 0; k < meet; k += 1) down = Math.imul(down, 67) + at(r.relation, up[k] ?? 0) + 1;
  const place = meet * 2 + (side === 0 ? 0 : 1);
  const depth = Math.min(steps, 6);
  sink.add(142, place, through, meet > 0 ? down : 0);
  sink.add(143, place, through, cueStem);
  sink.add(144, steps < 5 ? path : through, down, side);
  sink.add(145, place, through * 8 + depth, relation);
  sink.add(146, place, through * 8 + Math.min(otherCue, 3), cueKind);
  sink.add(147, place, through, at(r.tag, i));
  sink.add(148, place * 64 + through, quoteState(r, i), cueKind);
  sink.add(149, place * 64 + through, at(r.word, i));
  sink.add(150, place * 64 + through, down, cueStem);
  sink.add(151, place * 64 + through, at(r.relation, i - 1), at(r.relation, i + 1));
  sink.add(157, place * 64 + through, depth, corpus);
  sink.add(158, place * 64 + through, relation, at(r.word, i));
  sink.add(152, cue.main - i > 0 ? 1 : 0, top === (r.head[cue.main] ?? -1) ? 1 : 0, relation);
}

function at(array: Int32Array | Uint8Array, i: number): number {
  return array[i] ?? 0;
}
