/**
 * What the first look knows about each token when it labels source, cue and content over the whole article: the
 * words around, quotation marks, the next cue-like words to both sides, and the place in the tree.
 */
import type { FeatureSink } from './feature-sink';
import type { Reading } from './reading';
import { bucketOf } from './buckets';
import { findCueNeighbours } from './cue-neighbours';

const WINDOW = 3;

/** Features of the tokens [from, to) of a reading; `corpus` 1 marks the narrow sense of claims, 0 the wide. */
export function addCueFeatures(r: Reading, from: number, to: number, corpus: number, sink: FeatureSink): void {
  const near = findCueNeighbours(r, from, to);
  for (let i = from; i < to; i += 1) {
    addWords(r, i, corpus, sink);
    addQuotes(r, i, sink);
    addPlace(r, i, sink);
    addNeighbours(r, i, i - from, near, sink);
    addTree(r, i, i - from, near, corpus, sink);
    sink.endPlace();
  }
}

function addWords(r: Reading, i: number, corpus: number, sink: FeatureSink): void {
  sink.add(0, corpus);
  for (let d = -WINDOW; d <= WINDOW; d += 1) {
    const j = i + d;
    sink.add(10 + d, at(r.word, j));
    sink.add(20 + d, at(r.tag, j));
    sink.add(30 + d, at(r.cueClass, j), at(r.tag, j));
  }
  const word = at(r.word, i);
  const previous = at(r.word, i - 1);
  const following = at(r.word, i + 1);
  sink.add(40, word, corpus);
  sink.add(41, previous, word);
  sink.add(42, word, following);
  sink.add(43, at(r.suffix, i));
  sink.add(44, at(r.shape, i), at(r.shape, i - 1), at(r.shape, i + 1));
  sink.add(45, at(r.tag, i - 1), at(r.tag, i), at(r.tag, i + 1));
  sink.add(46, at(r.stem, i));
  sink.add(47, at(r.stem, i), corpus);
  sink.add(48, at(r.name, i), at(r.name, i - 1), at(r.name, i + 1));
  sink.add(49, at(r.cueClass, i), corpus);
  sink.add(39, at(r.cueClass, i), at(r.narrowClass, i), corpus);
  sink.add(35, at(r.tag, i - 1), word);
  sink.add(36, word, at(r.tag, i + 1));
  sink.add(37, at(r.cueClass, i - 1), at(r.cueClass, i), at(r.cueClass, i + 1));
  sink.add(38, at(r.stem, i), at(r.tag, i - 1), at(r.tag, i + 1));
}

/** State of the quotation marks at i and around. */
function addQuotes(r: Reading, i: number, sink: FeatureSink): void {
  const state = quoteState(r, i);
  sink.add(50, state);
  sink.add(51, state, quoteState(r, i - 1), quoteState(r, i + 1));
  sink.add(52, quoteState(r, i - 2), at(r.tag, i - 1));
  sink.add(53, quoteState(r, i + 2), at(r.tag, i + 1));
  sink.add(54, state, at(r.cueClass, i), at(r.tag, i));
  sink.add(55, quoteState(r, i - 1), at(r.word, i));
  sink.add(56, quoteState(r, i + 1), at(r.word, i));
  sink.add(57, quoteState(r, i - 2), quoteState(r, i - 1), at(r.cueClass, i));
}

/** 0 outside, else which part of a quotation and how long it is. */
export function quoteState(r: Reading, i: number): number {
  const q = i >= 0 && i < r.length ? (r.quote[i] ?? -1) : -1;
  if (q < 0) return 0;
  const quote = r.quotes[q];
  if (!quote) return 0;
  const words = quote.last - quote.first - 1;
  const size = words < 3 ? 0 : words < 6 ? 1 : words < 15 ? 2 : 3;
  const part = i === quote.first ? (quote.continues ? 1 : 2) : i === quote.last ? 3 : 4;
  return 1 + part * 4 + size;
}

function addPlace(r: Reading, i: number, sink: FeatureSink): void {
  const startsSentence = r.sentence[i] !== r.sentence[i - 1] ? 1 : 0;
  const startsParagraph = r.paragraph[i] !== r.paragraph[i - 1] ? 1 : 0;
  const s = r.sentence[i] ?? 0;
  const fromStart = bucketOf(i - (r.sentenceStart[s] ?? 0));
  const toEnd = bucketOf((r.sentenceStart[s + 1] ?? r.length) - i);
  sink.add(60, startsSentence, startsParagraph);
  sink.add(61, fromStart);
  sink.add(62, toEnd);
  sink.add(63, startsSentence * 2 + startsParagraph, at(r.tag, i), quoteState(r, i));
}

function addNeighbours(
  r: Reading,
  i: number,
  k: number,
  near: ReturnType<typeof findCueNeighbours>,
  sink: FeatureSink,
): void {
  const left = at(near.left, k);
  const right = at(near.right, k);
  const leftClass = left > 0 ? at(r.cueClass, left - 1) : 0;
  const rightClass = right > 0 ? at(r.cueClass, right - 1) : 0;
  const leftDistance = left > 0 ? bucketOf(i - left + 1) : 15;
  const rightDistance = right > 0 ? bucketOf(right - 1 - i) : 15;
  sink.add(70, leftClass, leftDistance, at(near.leftMarks, k));
  sink.add(71, rightClass, rightDistance, at(near.rightMarks, k));
  sink.add(72, left > 0 ? at(r.stem, left - 1) : 0, at(near.leftMarks, k), leftDistance);
  sink.add(73, right > 0 ? at(r.stem, right - 1) : 0, at(near.rightMarks, k), rightDistance);
  sink.add(74, leftClass, rightClass, at(near.leftMarks, k) * 64 + at(near.rightMarks, k));
  sink.add(75, left > 0 ? at(r.stem, left - 1) : 0, at(r.tag, i), leftDistance);
  sink.add(76, right > 0 ? at(r.stem, right - 1) : 0, at(r.tag, i), rightDistance);
}

function addTree(
  r: Reading,
  i: number,
  k: number,
  near: ReturnType<typeof findCueNeighbours>,
  corpus: number,
  sink: FeatureSink,
): void {
  const head = r.head[i] ?? -1;
  const relation = at(r.relation, i);
  sink.add(80, relation);
  sink.add(81, relation, at(r.tag, i), at(r.tag, head));
  sink.add(82, relation, at(r.stem, head));
  sink.add(83, at(r.word, i), relation);
  sink.add(84, relation, at(r.relation, head), at(r.cueClass, head));
  sink.add(85, relation, at(r.relation, i - 1), at(r.relation, i + 1));
  const ancestor = at(near.ancestor, k);
  if (ancestor > 0) {
    const cue = ancestor - 1;
    const side = i < cue ? 0 : 1;
    const through = at(near.through, k);
    sink.add(86, through, at(r.cueClass, cue), side);
    sink.add(87, through, at(r.stem, cue), side);
    sink.add(88, through * 2 + side, bucketOf(Math.abs(i - cue)), relation);
    sink.add(89, through * 2 + side, quoteState(r, i), at(r.cueClass, cue));
    sink.add(90, through * 2 + side, at(r.cueClass, cue), corpus);
    sink.add(91, through * 2 + side, at(near.depth, k), at(r.cueClass, cue));
  }
  const below = at(near.childMask, k);
  sink.add(92, below & 0xffff, at(r.cueClass, i));
  sink.add(93, below, at(r.stem, i));
  sink.add(94, below, at(r.tag, i), corpus);
}

function at(array: Int32Array | Uint8Array, i: number): number {
  return array[i] ?? 0;
}
