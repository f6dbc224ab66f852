import { type Code, isCodeKey, isSameName } from '../../model/code';
import type { Result } from '../../model/result';
import type { Database } from '../database';
import { type StoreFailure, write } from '../write';
import { below } from './plan';

/** Adds the codes of a file to the codebook, in one transaction; gives those that are new, as they were put in. */
export function addCodes(codes: readonly Code[], db?: Database): Promise<Result<readonly Code[], StoreFailure>> {
  return write(async (tables) => {
    const joined = joinCodes(await tables.codes.toArray(), codes);
    await tables.codes.bulkPut(joined);
    return joined;
  }, db);
}

/**
 * Of the codes of a file those that the codebook lacks, as it can take them: a key that is taken, a parent that is
 * nowhere, or one that would make a circle is left out. What the codebook has stays as it is.
 */
export function joinCodes(here: readonly Code[], coming: readonly Code[]): Code[] {
  const all = [...here];
  const added: Code[] = [];
  for (const code of coming) {
    if (all.some(({ name }) => isSameName(name, code.name))) continue;
    const key = code.key.toLocaleLowerCase();
    const isFree = isCodeKey(key) && !all.some((other) => other.key === key);
    const taken = { ...code, key: isFree ? key : '' };
    all.push(taken);
    added.push(taken);
  }
  // Parents last: a file may name one before it comes.
  return added.map(({ name }) => {
    const at = all.findIndex((code) => code.name === name);
    const code = all[at];
    if (!code) throw new Error(`${name} was just added`);
    const isThere = all.some((other) => other.name === code.parent);
    const isCircle = code.parent === name || below(all, name).includes(code.parent ?? '');
    const placed = { ...code, parent: isThere && !isCircle ? code.parent : null };
    all[at] = placed;
    return placed;
  });
}
