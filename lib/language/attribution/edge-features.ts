/**
 * What speaks for one way to cut a content: how the second and the first look see the piece that is added or left out,
 * how it begins and ends, where the tree hangs it, and the cue.
 */
import { bucketOf } from './buckets';
import type { CueCandidate } from './cue';
import { CUE_LIKE } from './cue-classes';
import type { Run } from './draft';
import { CHANGES, type ContentChances, type Edges } from './edges';
import type { FeatureSink } from './feature-sink';
import type { Reading } from './reading';
import { FINITE } from './without-recipient';

/** What all ways to cut one draft share. */
export interface EdgeContext {
  readonly r: Reading;
  readonly cue: CueCandidate;
  readonly corpus: number;
  readonly chances: ContentChances;
  /** The first look's probability of being content, by token. */
  readonly firstLook: Float32Array;
}

/** Adds one place with the features of `edges`. */
export function addEdgeFeatures(
  { r, cue, corpus, chances, firstLook }: EdgeContext,
  edges: Edges,
  sink: FeatureSink,
): void {
  const { change, content, piece } = edges;
  const stem = cue.alone ? 7 : at(r.stem, cue.main);
  const both = (template: number, a: number, b = 0): void => {
    sink.add(template, change, a, b);
    sink.add(template + 100, change * 2 + corpus, a, b);
  };
  both(1, 0);
  both(2, stem);
  const last = content.at(-1)?.last ?? 0;
  const first = content[0]?.first ?? 0;
  both(3, quotedEnd(r, last), at(r.tag, last));
  both(4, at(r.word, last + 1), endsSentence(r, last));
  both(5, content.length, quotedEnd(r, last));
  both(6, at(r.word, first), first < cue.first ? 0 : 1);
  if (piece && change !== CHANGES.none)
    addPiece(
      r,
      cue,
      content,
      piece,
      stem,
      both,
      mean(piece, chances.chance),
      mean(piece, (i) => firstLook[i] ?? 0),
      chances,
    );
  sink.endPlace();
}

function addPiece(
  r: Reading,
  cue: CueCandidate,
  content: readonly Run[],
  piece: Run,
  stem: number,
  both: (template: number, a: number, b?: number) => void,
  chance: number,
  early: number,
  chances: ContentChances,
): void {
  const size = bucketOf(piece.last - piece.first + 1);
  let begin = piece.first;
  while (begin < piece.last && (r.shape[begin] ?? 0) >= 7) begin += 1;
  const mark = begin > piece.first ? at(r.word, piece.first) : 0;
  const word = at(r.word, begin);
  const sure = level(chance);
  const edge = level(Math.abs(chances.chance(piece.first) - chances.chance(piece.first - 1)));
  both(10, sure);
  both(11, level(early), sure);
  both(12, edge, sure);
  both(13, size, sure);
  both(14, word, mark === 0 ? 0 : 1);
  both(15, word, stem);
  both(16, at(r.tag, begin), at(r.tag, begin + 1));
  both(17, at(r.relation, begin), mark === 0 ? 0 : 1);
  both(18, mark, at(r.tag, begin));
  const top = topOf(r, piece);
  const hangs = placeOfHead(r, cue, content, piece, at(r.head, top, -1));
  both(19, hangs, at(r.relation, top));
  both(20, hangs * 16 + sure, at(r.relation, top));
  both(21, hangs, word);
  both(22, at(r.tag, top), hangs);
  both(23, at(r.word, top), hangs);
  both(24, at(r.stem, at(r.head, top, -1)), at(r.relation, top));
  both(25, size, hangs);
  both(26, signs(r, piece), hangs);
  both(27, signs(r, piece), sure);
  both(28, at(r.word, piece.last), at(r.word, piece.last + 1));
  both(29, endsSentence(r, piece.last), size);
  both(
    30,
    piece.last < cue.first ? 0 : piece.first > cue.last ? 1 : 2,
    piece.first === cue.last + 1 || piece.last === cue.first - 1 ? 1 : 0,
  );
  both(31, at(r.word, begin), at(r.word, begin + 1));
  both(32, quotedShare(r, content), quotedShare(r, [piece]));
  both(33, quotedShare(r, content) * 4 + quotedShare(r, [piece]), at(r.relation, top));
}

function at(array: Int32Array | Uint8Array, i: number, otherwise = 0): number {
  return array[i] ?? otherwise;
}

function mean(run: Run, of: (i: number) => number): number {
  let sum = 0;
  for (let i = run.first; i <= run.last; i += 1) sum += of(i);
  return sum / (run.last - run.first + 1);
}

/** Probability in ten steps, finer near the middle than the ends need. */
function level(p: number): number {
  return Math.min(9, Math.floor(p * 10));
}

/** The token of the piece whose head lies outside it: the first that is no mark. */
function topOf(r: Reading, { first, last }: Run): number {
  for (let i = first; i <= last; i += 1) {
    const head = r.head[i] ?? -1;
    if ((r.shape[i] ?? 0) < 7 && (head < first || head > last)) return i;
  }
  return first;
}

/** 0 no head, 1 the cue, 2 the kept content, 3 the governor of the cue, 4 elsewhere before, 5 elsewhere after. */
function placeOfHead(r: Reading, cue: CueCandidate, content: readonly Run[], piece: Run, head: number): number {
  if (head < 0) return 0;
  if (head >= cue.first && head <= cue.last) return 1;
  if (content.some((run) => run.first <= head && head <= run.last)) return 2;
  if (head === (r.head[cue.main] ?? -1)) return 3;
  return head < piece.first ? 4 : 5;
}

/** Bits: holds another cue-like word, a finite verb, a comma, a name. */
function signs(r: Reading, { first, last }: Run): number {
  let bits = 0;
  for (let i = first; i <= last; i += 1) {
    if ((r.cueClass[i] ?? 0) >= CUE_LIKE) bits |= 1;
    if (FINITE.has(r.tag[i] ?? 0)) bits |= 2;
    if ((r.shape[i] ?? 0) >= 7) bits |= 4;
    if ((r.name[i] ?? 0) > 0) bits |= 8;
  }
  return bits;
}

function endsSentence(r: Reading, i: number): number {
  if (r.sentence[i + 1] !== r.sentence[i]) return 1;
  return (r.shape[i + 1] ?? 0) >= 7 && r.sentence[i + 2] !== r.sentence[i] ? 2 : 0;
}

function quotedEnd(r: Reading, i: number): number {
  const quote = r.quotes[r.quote[i] ?? -1];
  return quote ? (quote.last === i ? 2 : 1) : 0;
}

/** 0 nothing quoted, 1 some, 2 all. */
function quotedShare(r: Reading, runs: readonly Run[]): number {
  let inside = 0;
  let all = 0;
  for (const run of runs) {
    for (let i = run.first; i <= run.last; i += 1) {
      if ((r.shape[i] ?? 0) >= 7) continue;
      all += 1;
      if ((r.quote[i] ?? -1) >= 0) inside += 1;
    }
  }
  return inside === 0 ? 0 : inside === all ? 2 : 1;
}
