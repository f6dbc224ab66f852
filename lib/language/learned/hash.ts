/**
 * Features are numbers: a template id and up to three values (hashed words, codes) mixed into 32 bits. The mixing
 * steps are those of MurmurHash3 (Appleby, public domain). No feature ever becomes a string.
 */

/** 32-bit hash of a text (FNV-1a over its code units, finished as in MurmurHash3); the same on every machine. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return finish(hash);
}

function finish(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function step(hash: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  const mixed = hash ^ Math.imul(k, 0x1b873593);
  return Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64;
}

/** The feature made of `template` (small, unique within one model) and its values; never 0, which means "none". */
export function mix(template: number, a: number, b = 0, c = 0): number {
  const hash = finish(step(step(step(Math.imul(template, 0x9e3779b1), a), b), c));
  return hash === 0 ? 1 : hash;
}

/**
 * A feature that keeps 24 bits: a model of some hundred thousand of them then takes one byte a feature for its name in
 * the file, at the price of one in a hundred being mixed up with another. Cheaper to compute than `mix`.
 */
export function feature(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(template, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ Math.imul(c, 0x27d4eb2f);
  return (finish(hash) >>> 8) + 1;
}
