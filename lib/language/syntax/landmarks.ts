/**
 * Which commas, verbs, conjunctions and other marks stand between two tokens: by the last place of each before a
 * token, so that asking costs the same however far apart they are.
 */
import { hashText } from '../learned/hash';
import { TAGS } from '../tagging/tags';

const COMMA = hashText(',');
const PUNCT = TAGS.indexOf('PUNCT');
const FIRST_VERB = TAGS.indexOf('VERB.PAST');
const LAST_VERB = TAGS.indexOf('AUX.FIN');
const CCONJ = TAGS.indexOf('CCONJ');
const SCONJ = TAGS.indexOf('SCONJ');
const KINDS = 4;

export class Landmarks {
  /** Entry token * KINDS + kind: the last token of that kind at or before it, -1 for none. */
  private readonly last: Int32Array;

  constructor(lower: Int32Array, tags: Uint8Array) {
    this.last = new Int32Array(tags.length * KINDS).fill(-1);
    for (let i = 0; i < tags.length; i += 1) {
      const at = i * KINDS;
      if (i > 0) this.last.copyWithin(at, at - KINDS, at);
      const kind = kindOf(tags[i]!, lower[i]!);
      if (kind >= 0) this.last[at + kind] = i;
    }
  }

  /** Bits for comma, verb, conjunction, other mark among the tokens after `left` and before `right`. */
  between(left: number, right: number): number {
    const { last } = this;
    const at = (right - 1) * KINDS;
    return (
      (last[at]! > left ? 1 : 0) +
      (last[at + 1]! > left ? 2 : 0) +
      (last[at + 2]! > left ? 4 : 0) +
      (last[at + 3]! > left ? 8 : 0)
    );
  }
}

function kindOf(tag: number, lower: number): number {
  if (tag === PUNCT) return lower === COMMA ? 0 : 3;
  if (tag >= FIRST_VERB && tag <= LAST_VERB) return 1;
  return tag === CCONJ || tag === SCONJ ? 2 : -1;
}
