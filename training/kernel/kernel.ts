// AssemblyScript, not TypeScript: the arithmetic of the net on raw memory, four numbers at once. No allocation, no calls out.
// All pointers are multiples of 16, all widths multiples of 8, sizes of recurrent layers of 16. No relaxed instruction: every machine gives the same bits.

/**
 * Rounds n rows of x to 16 bits: q = x / scale, the scale of a row being that of its largest number. Twice as many
 * products fit into a register, and what is lost is far less than the weights lost when they were rounded to 8 bits.
 */
export function round(x: usize, n: i32, inputs: i32, q: usize, scales: usize): void {
  const row = (<usize>inputs) << 2;
  for (let i = 0; i < n; i += 1) {
    let most = f32x4.splat(0);
    for (let k: usize = 0; k < row; k += 16) most = f32x4.max(most, f32x4.abs(v128.load(x + k)));
    const largest = max<f32>(
      max<f32>(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
      max<f32>(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
    );
    const share = f32x4.splat(largest > 0 ? <f32>32767 / largest : 0);
    store<f32>(scales, largest / <f32>32767);
    scales += 4;
    for (let k: usize = 0; k < row; k += 32) {
      const a = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(x + k), share)));
      const b = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(x + k, 16), share)));
      v128.store(q + (k >> 1), i16x8.narrow_i32x4_s(a, b));
    }
    x += row;
    q += row >> 1;
  }
}

/**
 * y (n x outputs) = bias + x (n x inputs, rounded: q times its scales) times w. w lies in blocks of 8 outputs, in each the
 * weights of two inputs beside each other, 16 bits; an output has one scale. Sums stay below 2^31 up to 516 inputs.
 */
export function dense(
  q: usize,
  scales: usize,
  n: i32,
  inputs: i32,
  w: usize,
  wScales: usize,
  bias: usize,
  y: usize,
  outputs: i32,
): void {
  const qRow = (<usize>inputs) << 1;
  const yRow = (<usize>outputs) << 2;
  const wBlock = (<usize>inputs) << 4;
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const q0 = q + <usize>i * qRow;
    const q1 = q0 + qRow;
    const q2 = q1 + qRow;
    const q3 = q2 + qRow;
    const scale = scales + ((<usize>i) << 2);
    for (let o = 0; o < outputs; o += 8) {
      let a00 = i32x4.splat(0);
      let a01 = a00;
      let a10 = a00;
      let a11 = a00;
      let a20 = a00;
      let a21 = a00;
      let a30 = a00;
      let a31 = a00;
      let at = w + (<usize>o >> 3) * wBlock;
      for (let k: usize = 0; k < qRow; k += 4) {
        const w0 = v128.load(at);
        const w1 = v128.load(at, 16);
        at += 32;
        let s = v128.load32_splat(q0 + k);
        a00 = i32x4.add(a00, i32x4.dot_i16x8_s(s, w0));
        a01 = i32x4.add(a01, i32x4.dot_i16x8_s(s, w1));
        s = v128.load32_splat(q1 + k);
        a10 = i32x4.add(a10, i32x4.dot_i16x8_s(s, w0));
        a11 = i32x4.add(a11, i32x4.dot_i16x8_s(s, w1));
        s = v128.load32_splat(q2 + k);
        a20 = i32x4.add(a20, i32x4.dot_i16x8_s(s, w0));
        a21 = i32x4.add(a21, i32x4.dot_i16x8_s(s, w1));
        s = v128.load32_splat(q3 + k);
        a30 = i32x4.add(a30, i32x4.dot_i16x8_s(s, w0));
        a31 = i32x4.add(a31, i32x4.dot_i16x8_s(s, w1));
      }
      const column = (<usize>o) << 2;
      const out = y + <usize>i * yRow + column;
      put(out, a00, a01, scale, wScales + column, bias + column);
      put(out + yRow, a10, a11, scale + 4, wScales + column, bias + column);
      put(out + 2 * yRow, a20, a21, scale + 8, wScales + column, bias + column);
      put(out + 3 * yRow, a30, a31, scale + 12, wScales + column, bias + column);
    }
  }
  for (; i < n; i += 1) {
    const q0 = q + <usize>i * qRow;
    for (let o = 0; o < outputs; o += 8) {
      let a0 = i32x4.splat(0);
      let a1 = a0;
      let at = w + (<usize>o >> 3) * wBlock;
      for (let k: usize = 0; k < qRow; k += 4) {
        const s = v128.load32_splat(q0 + k);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(s, v128.load(at)));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(s, v128.load(at, 16)));
        at += 32;
      }
      const column = (<usize>o) << 2;
      put(y + <usize>i * yRow + column, a0, a1, scales + ((<usize>i) << 2), wScales + column, bias + column);
    }
  }
}

// Eight sums of one row as numbers: times the scales of row and outputs, plus bias.
function put(out: usize, a: v128, b: v128, scale: usize, wScale: usize, bias: usize): void {
  const s = v128.load32_splat(scale);
  v128.store(out, f32x4.add(v128.load(bias), f32x4.mul(f32x4.convert_i32x4_s(a), f32x4.mul(s, v128.load(wScale)))));
  v128.store(
    out,
    f32x4.add(v128.load(bias, 16), f32x4.mul(f32x4.convert_i32x4_s(b), f32x4.mul(s, v128.load(wScale, 16)))),
    16,
  );
}

/** Adds to each of n rows of y the rows of a table that `index` (32 bits, `per` a row) names. */
export function addRows(table: usize, index: usize, n: i32, per: i32, y: usize, width: i32): void {
  const row = (<usize>width) << 2;
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < per; k += 1) {
      const from = table + <usize>load<u32>(index) * row;
      index += 4;
      for (let c: usize = 0; c < row; c += 16) v128.store(y + c, f32x4.add(v128.load(y + c), v128.load(from + c)));
    }
    y += row;
  }
}

/** Adds one row to each of n rows. */
export function addRow(one: usize, y: usize, n: i32, width: i32): void {
  const row = (<usize>width) << 2;
  for (let i = 0; i < n; i += 1) {
    for (let c: usize = 0; c < row; c += 16) v128.store(y + c, f32x4.add(v128.load(y + c), v128.load(one + c)));
    y += row;
  }
}

/** y += x * one, row by row of n. */
export function addScaled(x: usize, one: usize, y: usize, n: i32, width: i32): void {
  const row = (<usize>width) << 2;
  for (let i = 0; i < n; i += 1) {
    for (let c: usize = 0; c < row; c += 16) {
      v128.store(y + c, f32x4.add(v128.load(y + c), f32x4.mul(v128.load(x + c), v128.load(one + c))));
    }
    x += row;
    y += row;
  }
}

/** Negative numbers become 0. */
export function relu(y: usize, count: i32): void {
  const end = y + ((<usize>count) << 2);
  for (; y < end; y += 16) v128.store(y, f32x4.max(v128.load(y), f32x4.splat(0)));
}

/** y += tanh(x). */
export function addTanh(x: usize, y: usize, count: i32): void {
  const end = y + ((<usize>count) << 2);
  for (; y < end; y += 16, x += 16) v128.store(y, f32x4.add(v128.load(y), tanh4(v128.load(x))));
}

/** y = tanh(y). */
export function tanhAll(y: usize, count: i32): void {
  const end = y + ((<usize>count) << 2);
  for (; y < end; y += 16) v128.store(y, tanh4(v128.load(y)));
}

/**
 * A recurrent layer in both directions. A row of `gates` holds new, forget and reset, each forth and back (6 x size);
 * `old` (2 x size a row) is what the reset gate mixes with; the answer goes to `out`, which may be `old`.
 */
export function sru(gates: usize, old: usize, out: usize, n: i32, size: i32): void {
  const one = (<usize>size) << 2;
  const gateRow = one * 6;
  const outRow = one * 2;
  for (let back: usize = 0; back < 2; back += 1) {
    for (let c: usize = 0; c < one; c += 64) {
      let s0 = f32x4.splat(0);
      let s1 = s0;
      let s2 = s0;
      let s3 = s0;
      for (let t = 0; t < n; t += 1) {
        const at = <usize>(back ? n - 1 - t : t);
        const g = gates + at * gateRow + back * one + c;
        const place = at * outRow + back * one + c;
        s0 = step(s0, g, one, old + place, out + place);
        s1 = step(s1, g + 16, one, old + place + 16, out + place + 16);
        s2 = step(s2, g + 32, one, old + place + 32, out + place + 32);
        s3 = step(s3, g + 48, one, old + place + 48, out + place + 48);
      }
    }
  }
}

function step(state: v128, g: usize, one: usize, old: usize, out: usize): v128 {
  const forget = sigmoid4(v128.load(g + 2 * one));
  const reset = sigmoid4(v128.load(g + 4 * one));
  const add = f32x4.mul(f32x4.sub(f32x4.splat(1), forget), v128.load(g));
  const next = f32x4.add(f32x4.mul(forget, state), add);
  const was = v128.load(old);
  v128.store(out, f32x4.add(was, f32x4.mul(reset, f32x4.sub(tanh4(next), was))));
  return next;
}

function sigmoid4(x: v128): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), exp4(f32x4.neg(x))));
}

function tanh4(x: v128): v128 {
  return f32x4.sub(f32x4.mul(f32x4.splat(2), sigmoid4(f32x4.add(x, x))), f32x4.splat(1));
}

// The exponential by halving the range to +-ln 2 / 2 and a polynomial; relative error below 1e-6.
function exp4(x: v128): v128 {
  x = f32x4.max(f32x4.min(x, f32x4.splat(80)), f32x4.splat(-80));
  const k = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504)));
  let r = f32x4.sub(x, f32x4.mul(k, f32x4.splat(0.693359375)));
  r = f32x4.add(r, f32x4.mul(k, f32x4.splat(0.00021219444)));
  let p = f32x4.splat(1.98756915e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}
