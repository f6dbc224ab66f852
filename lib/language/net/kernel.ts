/**
 * The arithmetic of the net, in WebAssembly (source: training/kernel/kernel.ts), and the memory it works on. Plain
 * code is too slow for it by far.
 */

/** What the module offers; all arguments are byte addresses and counts. */
interface Arithmetic {
  round(x: number, n: number, inputs: number, q: number, scales: number): void;
  dense(
    q: number,
    scales: number,
    n: number,
    inputs: number,
    w: number,
    wScales: number,
    bias: number,
    y: number,
    outputs: number,
  ): void;
  addRows(table: number, index: number, n: number, per: number, y: number, width: number): void;
  addRow(one: number, y: number, n: number, width: number): void;
  addScaled(x: number, one: number, y: number, n: number, width: number): void;
  relu(y: number, count: number): void;
  addTanh(x: number, y: number, count: number): void;
  tanhAll(y: number, count: number): void;
  sru(gates: number, old: number, out: number, n: number, size: number): void;
}

const NAMES = ['round', 'dense', 'addRows', 'addRow', 'addScaled', 'relu', 'addTanh', 'tanhAll', 'sru'] as const;
const PAGE = 65_536;
/** What lies below belongs to the module. */
const FIRST_FREE = 1024;

/** The module with its memory: numbers that stay at the bottom, scratch above. */
export class Kernel {
  private top = FIRST_FREE;
  private floats: Float32Array;
  private integers: Int32Array;

  constructor(
    readonly run: Arithmetic,
    private readonly memory: WebAssembly.Memory,
  ) {
    this.floats = new Float32Array(memory.buffer);
    this.integers = new Int32Array(memory.buffer);
  }

  /** Room for `count` numbers of four bytes, its address; stays until `release` of an earlier mark. */
  room(count: number): number {
    const at = this.top;
    this.top += (count * 4 + 15) & ~15;
    const missing = this.top - this.memory.buffer.byteLength;
    if (missing > 0) {
      this.memory.grow(Math.ceil(missing / PAGE) + 16);
      this.floats = new Float32Array(this.memory.buffer);
      this.integers = new Int32Array(this.memory.buffer);
    }
    return at;
  }

  /** The end of what is taken. */
  mark(): number {
    return this.top;
  }

  /** Gives back what was taken since `mark`. */
  release(mark: number): void {
    this.top = mark;
  }

  /** Keeps numbers for good. */
  keep(values: Float32Array): number {
    const at = this.room(values.length);
    this.floats.set(values, at >> 2);
    return at;
  }

  /** Keeps numbers of 16 bits for good. */
  keepShorts(values: Int16Array): number {
    const at = this.room(Math.ceil(values.length / 2));
    new Int16Array(this.memory.buffer).set(values, at >> 1);
    return at;
  }

  /** The numbers at an address; valid until the next `room`. */
  view(at: number, count: number): Float32Array {
    return this.floats.subarray(at >> 2, (at >> 2) + count);
  }

  /** The same as whole numbers. */
  whole(at: number, count: number): Int32Array {
    return this.integers.subarray(at >> 2, (at >> 2) + count);
  }
}

/** Starts the module of `bytes`; rejects where WebAssembly is forbidden or the module is another. */
export async function startKernel(bytes: Uint8Array): Promise<Kernel> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes), { env: { memory } });
  const { exports } = instance;
  if (!isArithmetic(exports)) throw new Error('not the arithmetic of the net');
  return new Kernel(exports, memory);
}

function isArithmetic(exports: object): exports is Arithmetic {
  return NAMES.every((name) => typeof Reflect.get(exports, name) === 'function');
}
