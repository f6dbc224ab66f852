/** Numbers the distinct 32-bit keys it is given 0, 1, 2 ... in order of arrival (open addressing, linear probing). */
export class KeyIndex {
  private slots: Int32Array;
  private ids: Int32Array;
  private mask: number;
  /** How many keys there are. */
  size = 0;

  constructor(expected = 1024) {
    const capacity = 1 << Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.slots = new Int32Array(capacity);
    this.ids = new Int32Array(capacity);
    this.mask = capacity - 1;
  }

  /** The number of `key` (never 0), -1 if it was never added. */
  find(key: number): number {
    const { slots, mask } = this;
    let at = key & mask;
    for (let k = slots[at]; k !== 0; k = slots[at]) {
      if (k === key) return this.ids[at] ?? -1;
      at = (at + 1) & mask;
    }
    return -1;
  }

  /** The number of `key` (never 0), a new one if it was never added. */
  add(key: number): number {
    const { slots, mask } = this;
    let at = key & mask;
    for (let k = slots[at]; k !== 0; k = slots[at]) {
      if (k === key) return this.ids[at] ?? -1;
      at = (at + 1) & mask;
    }
    slots[at] = key;
    this.ids[at] = this.size;
    this.size += 1;
    if (this.size * 2 > slots.length) this.grow();
    return this.size - 1;
  }

  /** All keys; entry i is the key with number i. */
  keys(): Int32Array {
    const keys = new Int32Array(this.size);
    this.slots.forEach((key, at) => {
      if (key !== 0) keys[this.ids[at] ?? 0] = key;
    });
    return keys;
  }

  private grow(): void {
    const old = this.slots;
    const oldIds = this.ids;
    this.slots = new Int32Array(old.length * 2);
    this.ids = new Int32Array(old.length * 2);
    this.mask = this.slots.length - 1;
    old.forEach((key, from) => {
      if (key === 0) return;
      let at = key & this.mask;
      while (this.slots[at] !== 0) at = (at + 1) & this.mask;
      this.slots[at] = key;
      this.ids[at] = oldIds[from] ?? 0;
    });
  }
}
