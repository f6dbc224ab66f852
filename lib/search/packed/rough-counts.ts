/**
 * In about how many articles each term occurs, to be had at once: the words of other articles, thousands for one query,
 * decide only how long their vectors are, and looking each up in the dictionary would take most of its time.
 *
 * A table with open addressing, two bytes a slot: the logarithm of the count (0 where the slot is empty) and eight bits
 * of the term's hash. One of some hundred terms is taken for another, which makes next to no difference. Terms of one
 * article alone, most of all, are left out.
 */
import { hashOf } from '../word-hash';

/** Steps of the logarithm for a count twice as high: right to 3 in 100. */
const STEPS = 12;

/** Share of the slots that may be taken. */
const MAX_LOAD = 0.7;

/** How many different rough counts there are. */
export const ROUGH_COUNTS = 256;

/** The count that a step of the logarithm stands for; 1 of the step 0, which is none or one. */
export function countOfStep(step: number): number {
  return step === 0 ? 1 : 2 ** ((step - 1) / STEPS);
}

/** Collects what `RoughCountTable` reads. */
export class RoughCountWriter {
  readonly #hashes: number[] = [];
  readonly #steps: number[] = [];

  add(term: string, count: number): void {
    if (count < 2) return;
    this.#hashes.push(hashOf(term));
    this.#steps.push(Math.min(ROUGH_COUNTS - 1, 1 + Math.round(Math.log2(count) * STEPS)));
  }

  finish(): Uint8Array {
    const terms = this.#hashes.length;
    if (terms === 0) return new Uint8Array(0);
    const slots = 2 ** Math.ceil(Math.log2(terms / MAX_LOAD));
    const bytes = new Uint8Array(2 * slots);
    for (const [i, hash] of this.#hashes.entries()) {
      let slot = hash & (slots - 1);
      while (bytes[2 * slot] !== 0) slot = (slot + 1) & (slots - 1);
      bytes[2 * slot] = this.#steps[i] ?? 0;
      bytes[2 * slot + 1] = hash >>> 24;
    }
    return bytes;
  }
}

/** A table that was written. */
export class RoughCountTable {
  readonly #bytes: Uint8Array;
  readonly #mask: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#mask = bytes.length / 2 - 1;
  }

  /** About how many articles have the term with this hash, as a step of the logarithm. */
  stepOf(hash: number): number {
    const bytes = this.#bytes;
    if (bytes.length === 0) return 0;
    const check = hash >>> 24;
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const step = bytes[2 * slot] ?? 0;
      if (step === 0 || bytes[2 * slot + 1] === check) return step;
    }
  }
}
