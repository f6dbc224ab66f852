/**
 * The file of the net: "HNET", the length of a head in JSON, the head, then each array that the head lists, in its
 * order. Rows of 4 and 8 bits have one scale each, 16 bits, in parts of the largest scale of the array.
 */

/** Arrays of the file. */
export interface NetFile {
  /** Hashes of the words that have a vector, ascending. */
  readonly keys: Int32Array;
  /** Whole arrays, by name. */
  readonly arrays: ReadonlyMap<string, Float32Array>;
  /** Rows of 8 bits, by name. */
  readonly rows: ReadonlyMap<string, ByteRows>;
  /** Tables of 4 bits, of which rows are read one by one. */
  readonly tables: ReadonlyMap<string, SmallRows>;
}

interface ArrayHead {
  readonly name: string;
  readonly rows: number;
  readonly width: number;
  /** 32 for floats, 24 for ascending hashes as differences, 8 and 4 for rounded rows. */
  readonly bits: number;
  readonly top: number;
}

/** Rows of numbers from -127 to 127, times the scale of the row. */
export class ByteRows {
  constructor(
    readonly width: number,
    readonly scales: Float32Array,
    readonly values: Int8Array,
  ) {}

  /** All rows, one after another. */
  floats(): Float32Array {
    const { width, scales, values } = this;
    const floats = new Float32Array(values.length);
    for (let row = 0; row < scales.length; row += 1) {
      const scale = scales[row]!;
      for (let k = row * width; k < (row + 1) * width; k += 1) floats[k] = values[k]! * scale;
    }
    return floats;
  }
}

/** Rows of numbers from -7 to 7, two a byte, times the scale of the row. */
export class SmallRows {
  constructor(
    readonly width: number,
    private readonly scales: Float32Array,
    private readonly bytes: Uint8Array,
  ) {}

  /** Adds a row times `share` to `target` from `at` on. */
  addTo(target: Float32Array, at: number, row: number, share: number): void {
    const half = this.width >> 1;
    const scale = (this.scales[row] ?? 0) * share;
    for (let k = 0; k < half; k += 1) {
      const two = this.bytes[row * half + k] ?? 0;
      target[at + k * 2]! += ((two & 15) - 8) * scale;
      target[at + k * 2 + 1]! += ((two >> 4) - 8) * scale;
    }
  }
}

/** Reads a file that `training/export.py` wrote; throws on anything else. */
export function readNetFile(bytes: Uint8Array): NetFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (textOf(bytes.subarray(0, 4)) !== 'HNET') throw new Error('not a net');
  const headEnd = 8 + view.getUint32(4, true);
  const head: unknown = JSON.parse(textOf(bytes.subarray(8, headEnd)));
  if (!isHead(head)) throw new Error('the head of the net is unknown');
  let at = headEnd;
  // A copy, so that it begins at a border of any number.
  const take = (count: number): Uint8Array<ArrayBuffer> => {
    if (at + count > bytes.length) throw new RangeError('net ends too early');
    at += count;
    return new Uint8Array(bytes.subarray(at - count, at));
  };
  let keys: Int32Array = new Int32Array(0);
  const arrays = new Map<string, Float32Array>();
  const whole = new Map<string, ByteRows>();
  const tables = new Map<string, SmallRows>();
  for (const { name, rows, width, bits, top } of head.arrays) {
    if (bits === 24) keys = readKeys(take(rows * 3));
    else if (bits === 32) arrays.set(name, new Float32Array(take(rows * width * 4).buffer));
    else {
      const scales = Float32Array.from(new Uint16Array(take(rows * 2).buffer), (part) => (part * top) / 65_535);
      if (bits === 4) tables.set(name, new SmallRows(width, scales, take((rows * width) / 2)));
      else whole.set(name, new ByteRows(width, scales, new Int8Array(take(rows * width).buffer)));
    }
  }
  return { keys, arrays, rows: whole, tables };
}

/** The head is plain ASCII. */
function textOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function isHead(head: unknown): head is { readonly arrays: readonly ArrayHead[] } {
  return typeof head === 'object' && head !== null && 'arrays' in head && Array.isArray(head.arrays);
}

function readKeys(bytes: Uint8Array): Int32Array {
  const keys = new Int32Array(bytes.length / 3);
  let key = 0;
  for (let k = 0; k < keys.length; k += 1) {
    key += (bytes[k * 3] ?? 0) | ((bytes[k * 3 + 1] ?? 0) << 8) | ((bytes[k * 3 + 2] ?? 0) << 16);
    keys[k] = key | 0;
  }
  return keys;
}
