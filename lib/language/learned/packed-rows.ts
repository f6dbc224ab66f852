import { markOf } from './key-index';

/**
 * A hash table that keeps the few weights of a feature right behind its key, four to a number, so that one look at
 * memory gives both: most of the time of scoring goes into waiting for memory.
 */
export class PackedRows {
  /** 0 for an empty slot, else `markOf` its key: tells most absent features apart in a small table. */
  private readonly marks: Uint8Array;
  /** By slot: the key, then its weights. */
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly stride: number;

  constructor(labelCount: number, keys: Int32Array, rows: Int8Array) {
    const capacity = 1 << Math.ceil(Math.log2(Math.max(16, keys.length * 1.6)));
    this.mask = capacity - 1;
    this.stride = 1 + Math.ceil(labelCount / 4);
    this.marks = new Uint8Array(capacity);
    this.slots = new Int32Array(capacity * this.stride);
    for (let id = 0; id < keys.length; id += 1) {
      const key = keys[id]!;
      let at = key & this.mask;
      while (this.marks[at] !== 0) at = (at + 1) & this.mask;
      this.marks[at] = markOf(key);
      this.slots[at * this.stride] = key;
      for (let y = 0; y < labelCount; y += 1) {
        this.slots[at * this.stride + 1 + (y >> 2)]! |= (rows[id * labelCount + y]! & 255) << ((y & 3) * 8);
      }
    }
  }

  /**
   * Adds the weights of features [from, to) to `sums`, which has room for a multiple of four labels.
   */
  addUp(features: Int32Array, from: number, to: number, sums: Int32Array): void {
    const { marks, slots, mask, stride } = this;
    for (let f = from; f < to; f += 1) {
      const key = features[f]!;
      const own = markOf(key);
      for (let at = key & mask; ; at = (at + 1) & mask) {
        const mark = marks[at]!;
        if (mark === 0) break;
        if (mark !== own || slots[at * stride] !== key) continue;
        for (let k = 1; k < stride; k += 1) {
          const four = slots[at * stride + k]!;
          const y = k * 4 - 4;
          sums[y]! += (four << 24) >> 24;
          sums[y + 1]! += (four << 16) >> 24;
          sums[y + 2]! += (four << 8) >> 24;
          sums[y + 3]! += four >> 24;
        }
        break;
      }
    }
  }
}
