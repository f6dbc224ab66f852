// AssemblyScript, not TypeScript: sums of small integer weights over the features of tokens, on raw memory. No allocation, no calls out.
// Every group of 8 labels is one register; integers only, so every machine gives the same sums.

/**
 * Sums up the weights of the features of n rows: row i has those from features[offsets[i]] up to features[offsets[i + 1]].
 *
 * A table is open addressing with linear probing over mask + 1 slots of `stride` bytes: the key, then one byte a label.
 * `marks` has one byte a slot, 0 where it is empty, and its first three once more at the end. Features are screened
 * first by the marks of the four slots where they most likely lie, without a branch, into `passed` (room for the
 * features of one row); only those that pass are looked up in the large table. `sums` takes 16 bits a label, 1, 3 or 6
 * groups of 8 labels a row; a sum stays at the end of that range where it would leave it.
 */
export function sumRows(
  features: usize,
  offsets: usize,
  n: i32,
  marks: usize,
  mask: u32,
  slots: usize,
  stride: usize,
  groups: i32,
  passed: usize,
  sums: usize,
): void {
  for (let i = 0; i < n; i += 1) {
    let f = features + ((<usize>load<u32>(offsets)) << 2);
    offsets += 4;
    const end = features + ((<usize>load<u32>(offsets)) << 2);
    let pass = passed;
    for (; f < end; f += 4) {
      const key = load<u32>(f);
      const four = load<u32>(marks + (key & mask));
      const apart = four ^ (markOf(key) * 0x01010101);
      // Not 0 where one of the four bytes is 0: the mark is among them; an empty slot is among them.
      const seen = (apart - 0x01010101) & ~apart & 0x80808080;
      const ends = (four - 0x01010101) & ~four & 0x80808080;
      store<u32>(pass, key);
      pass += <usize>((<u32>(seen != 0) | <u32>(ends == 0)) << 2);
    }
    let a0 = i16x8.splat(0);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    let a4 = a0;
    let a5 = a0;
    for (let p = passed; p < pass; p += 4) {
      const key = load<u32>(p);
      for (let at = key & mask; ; at = (at + 1) & mask) {
        const slot = slots + <usize>at * stride;
        const found = load<u32>(slot);
        if (found == key) {
          a0 = i16x8.add_sat_s(a0, v128.load_ext<i8>(slot, 4));
          if (groups > 1) {
            a1 = i16x8.add_sat_s(a1, v128.load_ext<i8>(slot, 12));
            a2 = i16x8.add_sat_s(a2, v128.load_ext<i8>(slot, 20));
          }
          if (groups > 3) {
            a3 = i16x8.add_sat_s(a3, v128.load_ext<i8>(slot, 28));
            a4 = i16x8.add_sat_s(a4, v128.load_ext<i8>(slot, 36));
            a5 = i16x8.add_sat_s(a5, v128.load_ext<i8>(slot, 44));
          }
          break;
        }
        if (found == 0) break;
      }
    }
    v128.store(sums, a0);
    if (groups > 1) {
      v128.store(sums, a1, 16);
      v128.store(sums, a2, 32);
    }
    if (groups > 3) {
      v128.store(sums, a3, 48);
      v128.store(sums, a4, 64);
      v128.store(sums, a5, 80);
    }
    sums += (<usize>groups) << 4;
  }
}

/**
 * Lays a table as `sumRows` reads it: `count` keys (distinct, never 0), and their rows of one byte a label one after
 * another. The memory of marks and slots must hold zeros.
 */
export function layRows(
  keys: usize,
  rows: usize,
  count: i32,
  labels: i32,
  marks: usize,
  mask: u32,
  slots: usize,
  stride: usize,
): void {
  for (let id = 0; id < count; id += 1) {
    const key = load<u32>(keys + ((<usize>id) << 2));
    let at = key & mask;
    while (load<u8>(marks + at) != 0) at = (at + 1) & mask;
    const mark = markOf(key);
    store<u8>(marks + at, mark);
    if (at < 3) store<u8>(marks + mask + 1 + at, mark);
    const slot = slots + <usize>at * stride;
    store<u32>(slot, key);
    for (let y = 0; y < labels; y += 1) store<u8>(slot + 4 + y, load<u8>(rows + y));
    rows += labels;
  }
}

/** As `markOf` in lib/language/learned/key-index.ts. */
function markOf(key: u32): u32 {
  return ((key * 0x9e3779b1) >>> 24) | 1;
}
