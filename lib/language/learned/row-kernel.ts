/**
 * Sums of weights in WebAssembly (source: training/kernel/rows.ts): the same sums as by `PackedRows` and `SparseRows`,
 * three to four times as fast, as the processor waits for several places of memory at once.
 */
import type { FeatureRows } from './feature-rows';

/** What the module offers; all arguments are byte addresses and counts. */
interface Summing {
  sumRows(
    features: number,
    offsets: number,
    n: number,
    marks: number,
    mask: number,
    slots: number,
    stride: number,
    groups: number,
    passed: number,
    sums: number,
  ): void;
  layRows(
    keys: number,
    rows: number,
    count: number,
    labels: number,
    marks: number,
    mask: number,
    slots: number,
    stride: number,
  ): void;
}

const PAGE = 65_536;
/** What lies below belongs to the module. */
const FIRST_FREE = 1024;
const GROUP = 8;
/** The module reads and writes this many groups of labels a row, depending on how many there are. */
const GROUPS = [1, 3, 6] as const;
/** The module reads whole registers, at the end of a table beyond it. */
const BEYOND = 64;

/** The module and its memory: tables from the bottom on, scratch above them. */
export class RowKernel {
  private top = FIRST_FREE;
  private bytes: Uint8Array;
  private shorts: Int16Array;
  private integers: Int32Array;

  constructor(
    private readonly run: Summing,
    private readonly memory: WebAssembly.Memory,
  ) {
    this.bytes = new Uint8Array(memory.buffer);
    this.shorts = new Int16Array(memory.buffer);
    this.integers = new Int32Array(memory.buffer);
  }

  /** Lays a table of weights into the memory; null where it has more labels than the module knows. */
  lay(labelCount: number, keys: Int32Array, rows: Int8Array): KernelRows | null {
    const groups = GROUPS.find((count) => count * GROUP >= labelCount);
    if (groups === undefined) return null;
    const capacity = 1 << Math.ceil(Math.log2(Math.max(16, keys.length * 1.6)));
    const mask = capacity - 1;
    const stride = 4 + Math.ceil(labelCount / 4) * 4;
    const marks = this.top;
    const slots = roundUp(marks + capacity + 3);
    this.top = roundUp(slots + capacity * stride);
    // Scratch for what the module reads lies behind.
    const from = roundUp(this.top + BEYOND);
    this.reach(from + keys.length * 4 + rows.length);
    this.bytes.fill(0, marks, this.top);
    this.integers.set(keys, from >> 2);
    this.bytes.set(rows, from + keys.length * 4);
    this.run.layRows(from, from + keys.length * 4, keys.length, labelCount, marks, mask, slots, stride);
    return new KernelRows(this, labelCount, { marks, mask, slots, stride, groups });
  }

  /** Sums of the features of all rows into `target`: row * labelCount + label. */
  sum(place: Place, labelCount: number, { values, offsets, length }: FeatureRows, target: Int32Array): void {
    const longest = values.length;
    const features = this.top;
    const borders = features + longest * 4;
    const passed = roundUp(borders + (length + 1) * 4);
    const sums = roundUp(passed + (longest + 1) * 4);
    this.reach(sums + length * place.groups * GROUP * 2);
    this.integers.set(values, features >> 2);
    this.integers.set(offsets, borders >> 2);
    const { marks, mask, slots, stride, groups } = place;
    this.run.sumRows(features, borders, length, marks, mask, slots, stride, groups, passed, sums);
    const { shorts } = this;
    for (let i = 0; i < length; i += 1) {
      const from = (sums >> 1) + i * groups * GROUP;
      const to = i * labelCount;
      for (let y = 0; y < labelCount; y += 1) target[to + y] = shorts[from + y]!;
    }
  }

  /** Sums of the features [from, to) of `values`, as one row, into `target`. */
  sumOne(place: Place, labelCount: number, values: Int32Array, from: number, to: number, target: Int32Array): void {
    const count = to - from;
    const features = this.top;
    const borders = features + count * 4;
    const passed = roundUp(borders + 8);
    const sums = roundUp(passed + (count + 1) * 4);
    this.reach(sums + BEYOND * 2);
    const { integers, shorts } = this;
    for (let f = 0; f < count; f += 1) integers[(features >> 2) + f] = values[from + f]!;
    integers[borders >> 2] = 0;
    integers[(borders >> 2) + 1] = count;
    const { marks, mask, slots, stride, groups } = place;
    this.run.sumRows(features, borders, 1, marks, mask, slots, stride, groups, passed, sums);
    for (let y = 0; y < labelCount; y += 1) target[y] = shorts[(sums >> 1) + y]!;
  }

  private reach(end: number): void {
    const missing = end - this.memory.buffer.byteLength;
    if (missing <= 0) return;
    this.memory.grow(Math.ceil(missing / PAGE) + 16);
    this.bytes = new Uint8Array(this.memory.buffer);
    this.shorts = new Int16Array(this.memory.buffer);
    this.integers = new Int32Array(this.memory.buffer);
  }
}

interface Place {
  readonly marks: number;
  readonly mask: number;
  readonly slots: number;
  readonly stride: number;
  readonly groups: number;
}

/** A table in the memory of the module. */
export class KernelRows {
  constructor(
    private readonly kernel: RowKernel,
    private readonly labelCount: number,
    private readonly place: Place,
  ) {}

  /** Puts the sums of the weights of features [from, to), by label, into `sums`. */
  addUp(features: Int32Array, from: number, to: number, sums: Int32Array): void {
    this.kernel.sumOne(this.place, this.labelCount, features, from, to, sums);
  }

  /** Sums of every label in every row: row * labels + label. */
  sumRows(features: FeatureRows): Int32Array {
    const all = new Int32Array(features.length * this.labelCount);
    this.kernel.sum(this.place, this.labelCount, features, all);
    return all;
  }
}

function roundUp(at: number): number {
  return (at + 15) & ~15;
}

/** Starts the module of `bytes`; rejects where WebAssembly is forbidden or the module is another. */
export async function startRowKernel(bytes: Uint8Array): Promise<RowKernel> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes), { env: { memory } });
  const { exports } = instance;
  if (!isSumming(exports)) throw new Error('not the sums of weights');
  return new RowKernel(exports, memory);
}

function isSumming(exports: object): exports is Summing {
  return ['sumRows', 'layRows'].every((name) => typeof Reflect.get(exports, name) === 'function');
}
