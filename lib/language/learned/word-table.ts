/**
 * What the engine knows about words before it reads: the class of words that are used alike, and whether a word or
 * phrase stands in a list of names. Words are kept as hashes only.
 */
import { KeyIndex } from './key-index';

/** Bits of `WordTable.listsOf`. */
export const LISTS = {
  country: 1,
  city: 2,
  region: 4,
  demonym: 8,
  givenName: 16,
  surname: 32,
  organization: 64,
  role: 128,
} as const;

/** Longest phrase in the lists, in tokens. */
export const MAX_PHRASE = 4;

const MAGIC = 0x48575431;

export class WordTable {
  private readonly index: KeyIndex;

  constructor(
    private readonly keys: Int32Array,
    /** Word class of each key: 0 for none, else 1 and up. */
    private readonly classes: Uint16Array,
    private readonly lists: Uint8Array,
    /** Coarse class of each fine class. */
    private readonly coarse: Uint8Array,
  ) {
    this.index = new KeyIndex(keys.length);
    for (const key of keys) this.index.add(key);
  }

  /** The row of a hashed lower-case word or phrase, -1 when unknown. */
  find(hash: number): number {
    return this.index.find(hash);
  }

  /** The class of a row of `find`: words used alike share it; 0 when unknown. */
  classOf(row: number): number {
    return row < 0 ? 0 : (this.classes[row] ?? 0);
  }

  /** The coarser class around a fine class, 0 for 0. */
  coarseOf(fine: number): number {
    return this.coarse[fine] ?? 0;
  }

  /** Bits of `LISTS` for a row of `find`; 0 when in none. */
  listsOf(row: number): number {
    return row < 0 ? 0 : (this.lists[row] ?? 0);
  }

  /** The file that `readWordTable` reads. */
  write(): Uint8Array {
    const order = Array.from(this.keys, (key, row) => ({ key: key >>> 0, row })).toSorted((a, b) => a.key - b.key);
    const bytes: number[] = [];
    const number = (value: number): void => {
      let rest = value;
      for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
      bytes.push(rest);
    };
    number(MAGIC);
    number(this.coarse.length);
    bytes.push(...this.coarse);
    number(order.length);
    let last = 0;
    for (const { key, row } of order) {
      number(key - last);
      last = key;
      number(this.classes[row] ?? 0);
      bytes.push(this.lists[row] ?? 0);
    }
    return Uint8Array.from(bytes);
  }
}

/** Reads the file written by `WordTable.write`; throws on anything else. */
export function readWordTable(bytes: Uint8Array): WordTable {
  let at = 0;
  const byte = (): number => {
    const value = bytes[at];
    if (value === undefined) throw new RangeError('word table ends too early');
    at += 1;
    return value;
  };
  const number = (): number => {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const next = byte();
      value += (next & 127) * unit;
      if (next < 128) return value;
    }
  };
  if (number() !== MAGIC) throw new Error('not a word table');
  const coarse = Uint8Array.from({ length: number() }, byte);
  const count = number();
  const keys = new Int32Array(count);
  const classes = new Uint16Array(count);
  const lists = new Uint8Array(count);
  let key = 0;
  for (let row = 0; row < count; row += 1) {
    key += number();
    keys[row] = key | 0;
    classes[row] = number();
    lists[row] = byte();
  }
  return new WordTable(keys, classes, lists, coarse);
}
