/**
 * The file format of learned models. A file is a header in JSON (its length first), numbers, and
 * tables of weights one after another. A table lists its features in ascending order as differences, each followed
 * by the labels that have a weight (a bit mask, or for many labels a count and their numbers) and those weights.
 */
import { type Weights, makeWeights } from './weights';
import type { SequenceModel } from './sequence-model';

/** Raise it when features change meaning: old files are then refused. */
const FORMAT = 1;
const MASK_LABELS = 16;

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
    return new Float32Array(Uint8Array.of(this.byte(), this.byte(), this.byte(), this.byte()).buffer)[0] ?? 0;
  }

  text(length: number): string {
    let text = '';
    for (let i = 0; i < length; i += 1) text += String.fromCharCode(this.byte());
    return text;
  }
}

function writeTable(out: Writer, { labelCount, keys, rows, scale }: Weights): void {
  const order = Array.from(keys, (key, id) => ({ key: key >>> 0, id })).toSorted((a, b) => a.key - b.key);
  out.number(labelCount);
  out.number(keys.length);
  out.float(scale);
  let last = 0;
  for (const { key, id } of order) {
    out.number(key - last);
    last = key;
    const row = rows.subarray(id * labelCount, (id + 1) * labelCount);
    const used = [...row.keys()].filter((y) => row[y] !== 0);
    if (labelCount <= MASK_LABELS) {
      const mask = used.reduce((bits, y) => bits | (1 << y), 0);
      out.byte(mask & 255);
      if (labelCount > 8) out.byte(mask >> 8);
    } else {
      out.byte(used.length);
      for (const y of used) out.byte(y);
    }
    for (const y of used) out.byte((row[y] ?? 0) & 255);
  }
}

function readTable(from: Reader): Weights {
  const labelCount = from.number();
  const count = from.number();
  const scale = from.float();
  const keys = new Int32Array(count);
  const rows = new Int8Array(count * labelCount);
  const labels = new Uint8Array(256);
  let key = 0;
  for (let id = 0; id < count; id += 1) {
    key += from.number();
    keys[id] = key | 0;
    const at = id * labelCount;
    if (labelCount <= MASK_LABELS) {
      const mask = from.byte() | (labelCount > 8 ? from.byte() << 8 : 0);
      for (let y = 0; y < labelCount; y += 1) if ((mask >> y) & 1) rows[at + y] = from.byte();
    } else {
      const used = from.byte();
      for (let k = 0; k < used; k += 1) labels[k] = from.byte();
      for (let k = 0; k < used; k += 1) rows[at + labels[k]!] = from.byte();
    }
  }
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
