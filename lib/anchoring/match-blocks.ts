/**
 * Finds the stretches of words that two texts share, as in patience diff (Bram Cohen): a run of four words that occurs once in each
 * text is a safe seed, and every seed grows both ways as long as the words agree. Among the stretches the heaviest chain that keeps
 * the order of both texts is the backbone; what is left over may have moved.
 */
import type { Words } from './words';

/** Words [old, old + length) of the old text are words [next, next + length) of the new one. */
export interface MatchBlock {
  readonly old: number;
  readonly next: number;
  readonly length: number;
}

const SEED_WORDS = 4;
/** A chain is sought by comparing all pairs of blocks; beyond this many the shortest are dropped first. */
const MAX_BLOCKS = 2_000;

/** All maximal shared stretches grown from seeds, in order of the old text; they may cross in the new one. */
export function findBlocks(old: Words, next: Words): MatchBlock[] {
  const seeds = uniqueRuns(next);
  const blocks: MatchBlock[] = [];
  let coveredTo = 0;
  for (const [key, at] of uniqueRuns(old)) {
    const there = seeds.get(key);
    if (there === undefined || at < coveredTo || !isSameRun(old, at, next, there)) continue;
    const block = grow(old, at, next, there);
    coveredTo = block.old + block.length;
    blocks.push(block);
  }
  return blocks;
}

/** The heaviest chain of blocks that rise in both texts, and the blocks beside it. */
export function splitBackbone(found: readonly MatchBlock[]): { backbone: MatchBlock[]; beside: MatchBlock[] } {
  const blocks =
    found.length <= MAX_BLOCKS
      ? [...found]
      : found
          .toSorted((a, b) => b.length - a.length)
          .slice(0, MAX_BLOCKS)
          .toSorted((a, b) => a.old - b.old);
  const weights = new Float64Array(blocks.length);
  const before = new Int32Array(blocks.length).fill(-1);
  let last = -1;
  for (const [i, block] of blocks.entries()) {
    weights[i] = block.length;
    for (let j = 0; j < i; j++) {
      const earlier = blocks[j];
      if (!earlier || earlier.old + earlier.length > block.old || earlier.next + earlier.length > block.next) continue;
      const weight = (weights[j] ?? 0) + block.length;
      if (weight > (weights[i] ?? 0)) {
        weights[i] = weight;
        before[i] = j;
      }
    }
    if (last < 0 || (weights[i] ?? 0) > (weights[last] ?? 0)) last = i;
  }
  const chosen = new Set<number>();
  for (let i = last; i >= 0; i = before[i] ?? -1) chosen.add(i);
  return {
    backbone: blocks.filter((_, i) => chosen.has(i)),
    beside: blocks.filter((_, i) => !chosen.has(i)),
  };
}

/** Positions of the runs of four words that occur once, by a hash of the run, in order of the text. */
function uniqueRuns(words: Words): Map<number, number> {
  const seen = new Map<number, number>();
  for (let i = 0; i + SEED_WORDS <= words.count; i++) {
    let hash = 0;
    for (let k = 0; k < SEED_WORDS; k++) hash = (Math.imul(hash, 0x01000193) ^ (words.ids[i + k] ?? 0)) | 0;
    seen.set(hash, seen.has(hash) ? -1 : i);
  }
  for (const [hash, at] of seen) if (at < 0) seen.delete(hash);
  return seen;
}

function isSameRun(old: Words, i: number, next: Words, j: number): boolean {
  for (let k = 0; k < SEED_WORDS; k++) if (old.ids[i + k] !== next.ids[j + k]) return false;
  return true;
}

function grow(old: Words, i: number, next: Words, j: number): MatchBlock {
  let back = 0;
  while (i - back > 0 && j - back > 0 && old.ids[i - back - 1] === next.ids[j - back - 1]) back++;
  let length = back + SEED_WORDS;
  const start = { old: i - back, next: j - back };
  const fits = () => start.old + length < old.count && start.next + length < next.count;
  while (fits() && old.ids[start.old + length] === next.ids[start.next + length]) length++;
  return { ...start, length };
}
