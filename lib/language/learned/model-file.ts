/**
 * The file format of learned models. A file is a header in JSON (its length first), numbers, and
 * tables of weights one after another. A table lists its features in ascending order as differences, then for each
 * feature a bit mask of the labels that have a weight, then those weights: like beside like, so that it packs well.
 */
import { type Weights, makeWeights } from './weights';
import type { SequenceModel } from './sequence-model';

/** Raise it when features change meaning: old files are then refused. */
const FORMAT = 2;

/** What a file says about itself: where the weights come from and what they reached. */
export interface About {
  /** Names the step and its version of features, as "names-3". */
  readonly step: string;
  readonly corpora: readonly string[];
  /** By measure, as "conll2003 dev F1". */
  readonly scores: Readonly<Record<string, number>>;
}

class Writer {
  private bytes = new Uint8Array(1 << 16);
  private used = 0;

  byte(value: number): void {
    if (this.used === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.used] = value;
    this.used += 1;
  }

  /** An unsigned number of up to 32 bits, 7 bits a byte. */
  number(value: number): void {
    let rest = value >>> 0;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  float(value: number): void {
    for (const byte of new Uint8Array(new Float32Array([value]).buffer)) this.byte(byte);
  }

  take(): Uint8Array {
    return this.bytes.slice(0, this.used);
  }
}

class Reader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    if (this.at >= this.bytes.length) throw new RangeError('model file ends too early');
    const value = this.bytes[this.at]!;
    this.at += 1;
    return value;
  }

  number(): number {
    let byte = this.byte();
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.byte();
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  }

  float(): number {
    const { buffer, byteOffset, byteLength } = this.take(4);
    return new DataView(buffer, byteOffset, byteLength).getFloat32(0, true);
  }

  /** Numbers in ascending order, given as differences. */
  ascending(count: number): Int32Array {
    const { bytes } = this;
    const numbers = new Int32Array(count);
    let { at } = this;
    let sum = 0;
    for (let i = 0; i < count; i += 1) {
      let byte = bytes[at++] ?? 0;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0;
        value |= (byte & 127) << shift;
      }
      sum += value >>> 0;
      numbers[i] = sum | 0;
    }
    this.at = at;
    return numbers;
  }

  /** The next `count` bytes. */
  take(count: number): Uint8Array {
    if (this.at + count > this.bytes.length) throw new RangeError('model file ends too early');
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  /** All bytes that follow; they still have to be taken. */
  rest(): Uint8Array {
    return this.bytes.subarray(this.at);
  }

  text(length: number): string {
    let text = '';
    for (let i = 0; i < length; i += 1) text += String.fromCharCode(this.byte());
    return text;
  }
}

/** Bytes of the bit mask of labels. */
const maskBytes = (labelCount: number): number => Math.ceil(labelCount / 8);

function writeTable(out: Writer, { labelCount, keys, rows, scale }: Weights): void {
  const order = Array.from(keys, (key, id) => ({ key: key >>> 0, id })).toSorted((a, b) => a.key - b.key);
  out.number(labelCount);
  out.number(keys.length);
  out.float(scale);
  let last = 0;
  for (const { key } of order) {
    out.number(key - last);
    last = key;
  }
  const rowOf = (id: number): Int8Array => rows.subarray(id * labelCount, (id + 1) * labelCount);
  for (const { id } of order) {
    const row = rowOf(id);
    for (let at = 0; at < labelCount; at += 8) {
      let mask = 0;
      for (let y = at; y < Math.min(labelCount, at + 8); y += 1) if (row[y] !== 0) mask |= 1 << (y - at);
      out.byte(mask);
    }
  }
  for (const { id } of order) for (const weight of rowOf(id)) if (weight !== 0) out.byte(weight & 255);
}

function readTable(from: Reader): Weights {
  const labelCount = from.number();
  const count = from.number();
  const scale = from.float();
  const keys = from.ascending(count);
  const size = maskBytes(labelCount);
  const masks = from.take(count * size);
  const rows = new Int8Array(count * labelCount);
  const weights = from.rest();
  let used = 0;
  for (let id = 0; id < count; id += 1) {
    for (let k = 0; k < size; k += 1) {
      let at = id * labelCount + k * 8;
      for (let mask = masks[id * size + k]!; mask !== 0; mask >>= 1) {
        if ((mask & 1) === 1) rows[at] = weights[used++]!;
        at += 1;
      }
    }
  }
  from.take(used);
  return makeWeights(labelCount, keys, rows, scale);
}

/** Parts of a model file: named lists of labels, named numbers, and tables, in the order they were given. */
export interface ModelParts {
  readonly labels: readonly string[];
  readonly numbers: readonly number[];
  readonly tables: readonly Weights[];
}

/** The file that `readParts` reads. */
export function writeParts(parts: ModelParts, about: About): Uint8Array {
  const { labels, numbers, tables } = parts;
  const header = JSON.stringify({ format: FORMAT, about, labels, numbers: numbers.length, tables: tables.length })
    // Non-ASCII is escaped so that one character is one byte.
    .replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const out = new Writer();
  out.number(header.length);
  for (let i = 0; i < header.length; i += 1) out.byte(header.charCodeAt(i));
  for (const number of numbers) out.float(number);
  for (const table of tables) writeTable(out, table);
  return out.take();
}

function isHeader(
  value: unknown,
): value is { format: number; about: About; labels: string[]; numbers: number; tables: number } {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT;
}

/** Reads a model file; throws when it is cut short or of another format. */
export function readParts(bytes: Uint8Array): ModelParts & { readonly about: About } {
  const from = new Reader(bytes);
  const header: unknown = JSON.parse(from.text(from.number()));
  if (!isHeader(header)) throw new Error('model file of another format');
  const numbers = Array.from({ length: header.numbers }, () => from.float());
  const tables = Array.from({ length: header.tables }, () => readTable(from));
  return { labels: header.labels, numbers, tables, about: header.about };
}

/** The file of one sequence model. */
export function writeSequenceModel(model: SequenceModel, about: About): Uint8Array {
  const numbers = [...model.starts, ...model.transitions];
  return writeParts({ labels: model.labels, numbers, tables: [model.weights] }, about);
}

/** Reads what `writeSequenceModel` wrote; throws on anything else. */
export function readSequenceModel(bytes: Uint8Array): SequenceModel & { readonly about: About } {
  const { labels, numbers, tables, about } = readParts(bytes);
  const weights = tables[0];
  const L = labels.length;
  if (!weights || weights.labelCount !== L || numbers.length !== L + L * L) throw new Error('not a sequence model');
  return {
    labels,
    weights,
    starts: Float32Array.from(numbers.slice(0, L)),
    transitions: Float32Array.from(numbers.slice(L)),
    about,
  };
}
