import type { CodeUse } from '../../lib/model/code';
import { wordsLanguage } from '../../lib/platform/words';
import { flatten, treeOf } from '../codebook/tree';

/** A code in coding mode: how deep it stands, and the key that gives it. */
export interface KeyedCode {
  readonly use: CodeUse;
  readonly depth: number;
  /** Empty where there are more codes than keys. */
  readonly key: string;
  /** The code has no key of its own. */
  readonly isLent: boolean;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/** The codes as the codebook shows them; digits that no code has are lent to those without a key, in that order. */
export function keyedCodes(codes: readonly CodeUse[]): readonly KeyedCode[] {
  const taken = new Set(codes.map(({ code }) => code.key));
  const free = DIGITS.filter((digit) => !taken.has(digit));
  return flatten(treeOf(codes, wordsLanguage())).map(({ use, depth }) => {
    const own = use.code.key;
    return { use, depth, key: own || (free.shift() ?? ''), isLent: own === '' };
  });
}
