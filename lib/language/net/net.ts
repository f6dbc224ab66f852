/**
 * The net of attribution: reads a stretch of an article and says for each token how likely it is part of a source, cue
 * or content; then looks at single cues and scores source and content around each.
 *
 * Shape and training: training/README.md. The sense of "claim" is the narrow one of the corpora's guide.
 */
import type { CueCandidate } from '../attribution/cue';
import type { Reading } from '../attribution/reading';
import { KeyIndex } from '../learned/key-index';
import type { Kernel } from './kernel';
import { LOOK_CODE_SIZES, LOOK_CODES, lookCodes } from './look-codes';
import type { ByteRows, NetFile, SmallRows } from './net-file';
import { PIECES, piecesOf } from './pieces';
import { TOKEN_CODE_SIZES, TOKEN_CODES, tokenCodes } from './token-codes';

/** Labels of the first look: none, then begin and inside of source, cue, content. */
export const FIRST_LABELS = 7;
/** Labels of the second look: none, then begin and inside of source, content. */
export const LOOK_LABELS = 5;
/** Widths of the matrices are filled up to a multiple of this. */
const BLOCK = 8;

/** What the second look thinks of one cue. */
export interface Look {
  /** First token of the window that was looked at. */
  readonly from: number;
  /** Score of each label at each token (token × labels + label). */
  readonly scores: Float32Array;
  /** Log odds that the cue makes a claim. */
  readonly odds: number;
}

interface Matrix {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: number;
  /** Of each output. */
  readonly scales: number;
  readonly bias: number;
}

const MATRICES = [
  'enter',
  'gates0',
  'skip0',
  'governor',
  'gates1',
  'hidden',
  'label',
  'token',
  'match',
  'cue',
  'key',
  'lookGates',
  'lookSkip',
  'lookOut',
  'judgeHidden',
  'judge',
] as const;

type MatrixName = (typeof MATRICES)[number];

/** The net in memory. One stretch is read at a time: `look` asks about the one read last. */
export class Net {
  private readonly index = new KeyIndex();
  private readonly words: SmallRows;
  private readonly pieces: SmallRows;
  private readonly matrices: Readonly<Record<MatrixName, Matrix>>;
  private readonly codes: number;
  private readonly lookCodes: number;
  /** What `look_style` adds, for a cue and for a quotation that stands alone. */
  private readonly asked: readonly [Float32Array, Float32Array];
  private readonly wide: number;
  private readonly scratch: number;
  /** Transitions between the labels of the second look, and their starts. */
  readonly transitions: Float32Array;
  readonly starts: Float32Array;
  /** The stretch read last. */
  private stretch = { from: 0, to: 0, hidden: 0, token: 0, match: 0, end: 0 };

  constructor(
    private readonly kernel: Kernel,
    file: NetFile,
  ) {
    for (const key of file.keys) this.index.add(key);
    this.words = table(file, 'words');
    this.pieces = table(file, 'pieces');
    this.codes = kernel.keep(rowsOf(file, 'codes').floats());
    this.lookCodes = kernel.keep(rowsOf(file, 'lookCodes').floats());
    this.matrices = mapNames((name) => keepMatrix(kernel, file, name));
    const asked = array(file, 'asked');
    this.asked = [asked.subarray(0, asked.length / 2), asked.subarray(asked.length / 2)];
    this.transitions = array(file, 'transitions');
    this.starts = array(file, 'starts');
    this.wide = this.matrices.governor.outputs;
    this.scratch = kernel.mark();
  }

  /** Reads the tokens [from, to): probability of each label at each token (token × labels + label). */
  read(r: Reading, from: number, to: number): Float32Array {
    const { kernel, wide } = this;
    const { run } = kernel;
    kernel.release(this.scratch);
    const n = to - from;
    const hidden = kernel.room(n * wide);
    const token = kernel.room(n * this.matrices.token.outputs);
    const match = kernel.room(n * this.matrices.match.outputs);
    const end = kernel.mark();
    this.stretch = { from, to, hidden, token, match, end };
    const entered = this.enter(r, from, to);
    this.recur('gates0', entered, this.dense('skip0', entered, n), hidden, n);
    const governors = kernel.room(n * wide);
    const heads = Array.from({ length: n }, (_, k) => {
      const head = r.head[from + k] ?? -1;
      return head < from || head >= to ? k : head - from;
    });
    const rows = kernel.view(hidden, n * wide);
    const target = kernel.view(governors, n * wide);
    for (const [k, head] of heads.entries()) target.set(rows.subarray(head * wide, (head + 1) * wide), k * wide);
    run.addTanh(this.dense('governor', governors, n), hidden, n * wide);
    this.recur('gates1', hidden, hidden, hidden, n);
    this.dense('token', hidden, n, token);
    this.dense('match', hidden, n, match);
    const inner = this.dense('hidden', hidden, n);
    run.relu(inner, n * this.matrices.hidden.outputs);
    const scores = kernel.view(this.dense('label', inner, n), n * BLOCK);
    const likely = new Float32Array(n * FIRST_LABELS);
    for (let k = 0; k < n; k += 1) softmax(scores, k * BLOCK, likely, k * FIRST_LABELS, FIRST_LABELS);
    return likely;
  }

  /** Source and content around a cue of the stretch read last, within the tokens [from, to) of it. */
  look(r: Reading, cue: CueCandidate, from: number, to: number): Look {
    const { kernel, wide, stretch } = this;
    const { run } = kernel;
    kernel.release(stretch.end);
    const n = to - from;
    const width = this.matrices.token.outputs;
    const mean = kernel.room(wide);
    const first = cue.first - stretch.from;
    const last = Math.min(cue.last, stretch.to - 1) - stretch.from;
    const rows = kernel.view(stretch.hidden, (last + 1) * wide);
    const cueRow = kernel.view(mean, wide).fill(0);
    for (let i = first; i <= last; i += 1) {
      for (let c = 0; c < wide; c += 1) cueRow[c]! += rows[i * wide + c]! / (last - first + 1);
    }
    const asked = this.dense('cue', mean, 1);
    const style = this.asked[cue.alone ? 1 : 0];
    const askedRow = kernel.view(asked, width);
    for (let c = 0; c < width; c += 1) askedRow[c]! += style[c]!;
    const key = this.dense('key', mean, 1);
    run.tanhAll(key, width);
    const input = kernel.room(n * width);
    kernel.view(input, n * width).set(kernel.view(stretch.token + (from - stretch.from) * width * 4, n * width));
    run.addRow(asked, input, n, width);
    run.addRows(
      this.lookCodes,
      this.index32(lookCodes(r, cue, from, to), LOOK_CODE_SIZES),
      n,
      LOOK_CODES,
      input,
      width,
    );
    run.addScaled(stretch.match + (from - stretch.from) * width * 4, key, input, n, width);
    run.relu(input, n * width);
    const read = this.dense('lookSkip', input, n);
    this.recur('lookGates', input, read, read, n);
    const scores = kernel.view(this.dense('lookOut', read, n), n * BLOCK);
    const kept = new Float32Array(n * LOOK_LABELS);
    for (let k = 0; k < n; k += 1) {
      for (let y = 0; y < LOOK_LABELS; y += 1) kept[k * LOOK_LABELS + y] = scores[k * BLOCK + y]!;
    }
    return { from, scores: kept, odds: this.judge(asked, read, kept, cue.first - from, n) };
  }

  /** Log odds of a claim from the cue and from what was read as its source and content. */
  private judge(asked: number, read: number, scores: Float32Array, cue: number, n: number): number {
    const { kernel } = this;
    const width = this.matrices.lookSkip.outputs;
    const askedWidth = this.matrices.cue.outputs;
    const seen = kernel.room(askedWidth + 3 * width);
    const target = kernel.view(seen, askedWidth + 3 * width).fill(0);
    const rows = kernel.view(read, n * width);
    target.set(kernel.view(asked, askedWidth));
    target.set(rows.subarray(cue * width, (cue + 1) * width), askedWidth);
    const p = new Float32Array(LOOK_LABELS);
    const pools = [askedWidth + width, askedWidth + 2 * width] as const;
    const sums = [1, 1];
    for (let k = 0; k < n; k += 1) {
      softmax(scores, k * LOOK_LABELS, p, 0, LOOK_LABELS);
      for (const [which, pool] of pools.entries()) {
        const share = p[1 + which * 2]! + p[2 + which * 2]!;
        sums[which]! += share;
        for (let c = 0; c < width; c += 1) target[pool + c]! += share * rows[k * width + c]!;
      }
    }
    for (const [which, pool] of pools.entries()) {
      for (let c = 0; c < width; c += 1) target[pool + c]! /= sums[which]!;
    }
    const inner = this.dense('judgeHidden', seen, 1);
    kernel.run.relu(inner, this.matrices.judgeHidden.outputs);
    return kernel.view(this.dense('judge', inner, 1), 1)[0]!;
  }

  /** Word vectors, pieces and codes of the tokens, joined. */
  private enter(r: Reading, from: number, to: number): number {
    const { kernel, words, pieces } = this;
    const n = to - from;
    const inputs = this.matrices.enter.inputs;
    const x = kernel.room(n * inputs);
    const values = kernel.view(x, n * inputs).fill(0);
    const rows = piecesOf(r, from, to);
    for (let k = 0; k < n; k += 1) {
      // Row 1 of the table is that of unknown words.
      words.addTo(values, k * inputs, 2 + Math.max(-1, this.index.find(r.word[from + k] ?? 0)), 1);
      const at = k * inputs + words.width;
      for (let p = 0; p < PIECES; p += 1) pieces.addTo(values, at, rows[k * PIECES + p] ?? 0, 1 / PIECES);
    }
    const entered = this.dense('enter', x, n);
    const { outputs } = this.matrices.enter;
    const codes = this.index32(tokenCodes(r, from, to), TOKEN_CODE_SIZES);
    kernel.run.addRows(this.codes, codes, n, TOKEN_CODES, entered, outputs);
    kernel.run.relu(entered, n * outputs);
    return entered;
  }

  private recur(name: 'gates0' | 'gates1' | 'lookGates', x: number, old: number, out: number, n: number): void {
    this.kernel.run.sru(this.dense(name, x, n), old, out, n, this.matrices[name].outputs / 6);
  }

  private dense(name: MatrixName, x: number, n: number, y?: number): number {
    const { kernel } = this;
    const { inputs, outputs, weights, scales, bias } = this.matrices[name];
    const out = y ?? kernel.room(n * outputs);
    const mark = kernel.mark();
    const rounded = kernel.room((n * inputs) / 2);
    const rowScales = kernel.room(n);
    kernel.run.round(x, n, inputs, rounded, rowScales);
    kernel.run.dense(rounded, rowScales, n, inputs, weights, scales, bias, out, outputs);
    kernel.release(mark);
    return out;
  }

  /** Codes as rows of one table that holds the values of all codes one after another. */
  private index32(codes: Uint8Array, sizes: readonly number[]): number {
    const at = this.kernel.room(codes.length);
    const rows = this.kernel.whole(at, codes.length);
    let offset = 0;
    for (const [c, size] of sizes.entries()) {
      for (let k = c; k < codes.length; k += sizes.length) rows[k] = (codes[k] ?? 0) + offset;
      offset += size;
    }
    return at;
  }
}

function softmax(scores: Float32Array, at: number, target: Float32Array, to: number, count: number): void {
  let top = -Infinity;
  for (let y = 0; y < count; y += 1) top = Math.max(top, scores[at + y]!);
  let sum = 0;
  for (let y = 0; y < count; y += 1) sum += target[to + y] = Math.exp(scores[at + y]! - top);
  for (let y = 0; y < count; y += 1) target[to + y]! /= sum;
}

function table({ tables }: NetFile, name: string): SmallRows {
  const found = tables.get(name);
  if (!found) throw new Error(`the net has no table ${name}`);
  return found;
}

function array({ arrays }: NetFile, name: string): Float32Array {
  const found = arrays.get(name);
  if (!found) throw new Error(`the net has no array ${name}`);
  return found;
}

function rowsOf({ rows }: NetFile, name: string): ByteRows {
  const found = rows.get(name);
  if (!found) throw new Error(`the net has no rows ${name}`);
  return found;
}

function mapNames<Value>(make: (name: MatrixName) => Value): Record<MatrixName, Value> {
  const entries = MATRICES.map((name) => [name, make(name)] as const);
  const record: Partial<Record<MatrixName, Value>> = Object.fromEntries(entries);
  if (!isWhole(record)) throw new Error('a matrix of the net is missing');
  return record;
}

function isWhole<Value>(record: Partial<Record<MatrixName, Value>>): record is Record<MatrixName, Value> {
  return MATRICES.every((name) => record[name] !== undefined);
}

/** Keeps a matrix as the kernel reads it: in blocks of `BLOCK` outputs, in each two inputs beside each other; filled up with zeros. */
function keepMatrix(kernel: Kernel, file: NetFile, name: MatrixName): Matrix {
  const { width: inputs, scales, values } = rowsOf(file, `${name}.weight`);
  const outputs = Math.ceil(scales.length / BLOCK) * BLOCK;
  const blocks = new Int16Array(inputs * outputs);
  for (let o = 0; o < scales.length; o += 1) {
    const block = Math.floor(o / BLOCK) * BLOCK * inputs + (o % BLOCK) * 2;
    for (let k = 0; k < inputs; k += 1) blocks[block + (k >> 1) * BLOCK * 2 + (k & 1)] = values[o * inputs + k]!;
  }
  return {
    inputs,
    outputs,
    weights: kernel.keepShorts(blocks),
    scales: kernel.keep(filledUp(scales, outputs)),
    bias: kernel.keep(filledUp(array(file, `${name}.bias`), outputs)),
  };
}

function filledUp(values: Float32Array, length: number): Float32Array {
  const longer = new Float32Array(length);
  longer.set(values);
  return longer;
}
