import { type CodeUse, isCodeKey } from '../../lib/model/code';
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

const DIGITS = Array.from('1234567890');
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz').filter(isCodeKey);

/**
 * The codes as the codebook shows them. To those without a key one is lent that no code has: digits in their order, then
 * letters, if there is one that stands in the name of the code.
 */
export function keyedCodes(codes: readonly CodeUse[]): readonly KeyedCode[] {
  const free = new Set([...DIGITS, ...LETTERS]);
  for (const { code } of codes) free.delete(code.key);
  return flatten(treeOf(codes, wordsLanguage())).map(({ use, depth }) => {
    const own = use.code.key;
    const key = own || lend(use.code.name, free);
    free.delete(key);
    return { use, depth, key, isLent: own === '' };
  });
}

function lend(name: string, free: ReadonlySet<string>): string {
  const [digit] = DIGITS.filter((each) => free.has(each));
  if (digit !== undefined) return digit;
  const [fitting] = Array.from(name.toLocaleLowerCase()).filter((each) => free.has(each));
  return fitting ?? [...free][0] ?? '';
}
