/**
 * Numbers the distinct 32-bit keys it is given 0, 1, 2 ... in order of arrival. Open addressing with linear probing; a
 * byte a slot tells most absent keys apart without a look at the larger table, so that the part that is always read
 * stays small enough for the processor's cache.
 */
export class KeyIndex {
  /** 0 for an empty slot, else `markOf` its key. */
  private marks: Uint8Array;
  /** Key and number of each slot. */
  private pairs: Int32Array;
  private mask: number;
  /** How many keys there are. */
  size = 0;

  constructor(expected = 1024) {
    const capacity = 1 << Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.marks = new Uint8Array(capacity);
    this.pairs = new Int32Array(capacity * 2);
    this.mask = capacity - 1;
  }

  /** The number of `key` (never 0), -1 if it was never added. */
  find(key: number): number {
    const { marks, pairs, mask } = this;
    const own = markOf(key);
    for (let at = key & mask; ; at = (at + 1) & mask) {
      const mark = marks[at]!;
      if (mark === 0) return -1;
      if (mark === own && pairs[at * 2] === key) return pairs[at * 2 + 1]!;
    }
  }

  /** The number of `key` (never 0), a new one if it was never added. */
  add(key: number): number {
    const { marks, pairs, mask } = this;
    const own = markOf(key);
    let at = key & mask;
    for (; marks[at] !== 0; at = (at + 1) & mask) {
      if (marks[at] === own && pairs[at * 2] === key) return pairs[at * 2 + 1]!;
    }
    marks[at] = own;
    pairs[at * 2] = key;
    pairs[at * 2 + 1] = this.size;
    this.size += 1;
    if (this.size * 2 > marks.length) this.grow();
    return this.size - 1;
  }

  /** All keys; entry i is the key with number i. */
  keys(): Int32Array {
    const keys = new Int32Array(this.size);
    for (let at = 0; at <= this.mask; at += 1) {
      if (this.marks[at] !== 0) keys[this.pairs[at * 2 + 1]!] = this.pairs[at * 2]!;
    }
    return keys;
  }

  private grow(): void {
    const old = this.keys();
    const larger = new KeyIndex(old.length * 2);
    for (const key of old) larger.add(key);
    this.marks = larger.marks;
    this.pairs = larger.pairs;
    this.mask = larger.mask;
  }
}

/** A byte that tells keys in neighbouring slots apart; never 0. */
export function markOf(key: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 24) | 1;
}
