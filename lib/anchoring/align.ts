/**
 * Aligns the words of two versions of a text, once for all spans: shared stretches first (match-blocks), then word by word in the
 * gaps between them (fill-gap), then the stretches that moved.
 */
import { fillGap, newBudget } from './fill-gap';
import { findBlocks, splitBackbone, type MatchBlock } from './match-blocks';
import { Vocabulary, type Words } from './words';

/** Which word of the new text each word of the old one became. */
export interface Alignment {
  readonly oldText: string;
  readonly newText: string;
  readonly old: Words;
  readonly next: Words;
  /** Index of the new word for each old word, -1 for a word that is gone. */
  readonly target: Int32Array;
  /** How much of the old word is still there, 0 to 1. */
  readonly kept: Float32Array;
}

/** A stretch that crosses the backbone counts as moved when it is at least this long, or a whole paragraph in both texts. */
const MIN_MOVED_WORDS = 8;

/** Aligns `oldText` with `newText`; about 1 ms for a news article, under 100 ms for 100,000 characters. */
export function alignTexts(oldText: string, newText: string): Alignment {
  const vocabulary = new Vocabulary();
  const old = vocabulary.split(oldText);
  const next = vocabulary.split(newText);
  const target = new Int32Array(old.count).fill(-1);
  const kept = new Float32Array(old.count);
  const taken = new Uint8Array(next.count);
  const take = (i: number, j: number, share: number) => {
    target[i] = j;
    kept[i] = share;
    taken[j] = 1;
  };
  const alignment = { oldText, newText, old, next, target, kept };

  const { backbone, beside } = splitBackbone(findBlocks(old, next));
  for (const block of backbone) for (let k = 0; k < block.length; k++) take(block.old + k, block.next + k, 1);
  for (const block of beside) {
    if (!isMoved(block, alignment)) continue;
    for (let k = 0; k < block.length; k++) {
      const [i, j] = [block.old + k, block.next + k];
      if (target[i] === -1 && !taken[j]) take(i, j, 1);
    }
  }

  const budget = newBudget();
  let from = { old: 0, next: 0 };
  for (const block of [...backbone, { old: old.count, next: next.count, length: 0 }]) {
    const olds = free(from.old, block.old, (i) => target[i] === -1);
    const nexts = free(from.next, block.next, (j) => !taken[j]);
    fillGap(
      olds.map((i) => old.ids[i] ?? -1),
      nexts.map((j) => next.ids[j] ?? -1),
      vocabulary,
      budget,
      (a, b, share) => {
        const [i, j] = [olds[a], nexts[b]];
        if (i !== undefined && j !== undefined) take(i, j, share);
      },
    );
    from = { old: block.old + block.length, next: block.next + block.length };
  }
  return alignment;
}

function isMoved(block: MatchBlock, { oldText, newText, old, next }: Alignment): boolean {
  return (
    block.length >= MIN_MOVED_WORDS ||
    (isWholeParagraph(oldText, old, block.old, block.length) &&
      isWholeParagraph(newText, next, block.next, block.length))
  );
}

function isWholeParagraph(text: string, words: Words, first: number, length: number): boolean {
  const start = words.starts[first] ?? 0;
  const end = words.ends[first + length - 1] ?? text.length;
  const before = text.slice(first === 0 ? 0 : words.ends[first - 1], start);
  const after = text.slice(end, words.starts[first + length] ?? text.length);
  return (first === 0 || before.includes('\n')) && (first + length === words.count || after.includes('\n'));
}

function free(from: number, to: number, isFree: (i: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = from; i < to; i++) if (isFree(i)) found.push(i);
  return found;
}
