import { markOf } from './key-index';

/**
 * A hash table for rows of many labels of which few have a weight: behind its key each feature keeps where its entries
 * lie, an entry being a label and its weight in 16 bits.
 */
export class SparseRows {
  /** 0 for an empty slot, else `markOf` its key. */
  private readonly marks: Uint8Array;
  /** By slot: the key, where its entries begin, where they end. */
  private readonly slots: Int32Array;
  private readonly entries: Uint16Array;
  private readonly mask: number;

  constructor(labelCount: number, keys: Int32Array, rows: Int8Array) {
    const capacity = 1 << Math.ceil(Math.log2(Math.max(16, keys.length * 1.6)));
    this.mask = capacity - 1;
    this.marks = new Uint8Array(capacity);
    this.slots = new Int32Array(capacity * 3);
    let used = 0;
    for (const weight of rows) if (weight !== 0) used += 1;
    this.entries = new Uint16Array(used);
    let end = 0;
    for (let id = 0; id < keys.length; id += 1) {
      const key = keys[id]!;
      let at = key & this.mask;
      while (this.marks[at] !== 0) at = (at + 1) & this.mask;
      this.marks[at] = markOf(key);
      this.slots[at * 3] = key;
      this.slots[at * 3 + 1] = end;
      for (let y = 0; y < labelCount; y += 1) {
        const weight = rows[id * labelCount + y]!;
        if (weight !== 0) this.entries[end++] = (y << 8) | (weight & 255);
      }
      this.slots[at * 3 + 2] = end;
    }
  }

  /** Adds the weights of features [from, to) to `sums`. */
  addUp(features: Int32Array, from: number, to: number, sums: Int32Array): void {
    const { marks, slots, entries, mask } = this;
    for (let f = from; f < to; f += 1) {
      const key = features[f]!;
      const own = markOf(key);
      for (let at = key & mask; ; at = (at + 1) & mask) {
        const mark = marks[at]!;
        if (mark === 0) break;
        if (mark !== own || slots[at * 3] !== key) continue;
        const end = slots[at * 3 + 2]!;
        for (let e = slots[at * 3 + 1]!; e < end; e += 1) {
          const entry = entries[e]!;
          sums[entry >> 8]! += (entry << 24) >> 24;
        }
        break;
      }
    }
  }
}
