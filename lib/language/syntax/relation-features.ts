/**
 * Features by which an arc of a finished tree gets its relation: both ends with their neighbours, the outermost
 * children of the dependent (its preposition, its marker), its sisters, and the relation given to the sister before.
 */
import { feature } from '../learned/hash';
import { distanceClass, type ParserInput } from './move-features';

/** Room that `relationFeatures` needs. */
export const MAX_RELATION_FEATURES = 56;

/** The children of each token of a text, from its heads. */
export interface Children {
  /** First and last child to each side, and the next sister to the right; -1 for none. */
  readonly firstChild: Int32Array;
  readonly lastChild: Int32Array;
  readonly nextSister: Int32Array;
  readonly previousSister: Int32Array;
}

/** Links children in order of the text; `head` holds token numbers, -1 for roots. */
export function linkChildren(head: Int32Array): Children {
  const none = (): Int32Array => new Int32Array(head.length).fill(-1);
  const links = { firstChild: none(), lastChild: none(), nextSister: none(), previousSister: none() };
  for (let i = 0; i < head.length; i += 1) {
    const h = head[i]!;
    if (h < 0) continue;
    const last = links.lastChild[h]!;
    if (last < 0) links.firstChild[h] = i;
    else links.nextSister[last] = i;
    links.previousSister[i] = last;
    links.lastChild[h] = i;
  }
  return links;
}

const NO_TAG = 63;
const NO_WORD = 7;

function wordAt(words: Int32Array, i: number): number {
  return i >= 0 && i < words.length ? words[i]! : NO_WORD;
}

function tagAt(tags: Uint8Array, i: number): number {
  return i >= 0 && i < tags.length ? tags[i]! : NO_TAG;
}

/**
 * Writes the features of the arc to token `i` into `out`; gives how many. `relation` holds the relations given so
 * far (children before `i` in the text).
 */
export function relationFeatures(
  i: number,
  head: Int32Array,
  children: Children,
  relation: Uint8Array,
  input: ParserInput,
  out: Int32Array,
): number {
  const { forms, tags } = input;
  const { lower, fine: fines } = forms;
  const h = head[i]!;
  const grand = h < 0 ? -1 : head[h]!;
  const side = h < 0 ? 0 : h < i ? 1 : 2;
  const gap = side * 8 + (h < 0 ? 0 : distanceClass(Math.abs(h - i)));
  const w = wordAt(lower, i);
  const t = tagAt(tags, i);
  const hw = wordAt(lower, h);
  const ht = tagAt(tags, h);
  const both = (t * 64 + ht) * 4 + side;
  const firstKid = children.firstChild[i]!;
  const lastKid = children.lastChild[i]!;
  const sister = children.previousSister[i]!;
  const after = children.nextSister[i]!;
  const sisterRelation = sister < 0 ? 255 : relation[sister]!;
  let n = 0;
  out[n++] = feature(1, w, t);
  out[n++] = feature(2, hw, ht, side);
  out[n++] = feature(3, both);
  out[n++] = feature(4, w, both);
  out[n++] = feature(5, hw, both);
  out[n++] = feature(6, w, hw, side);
  out[n++] = feature(7, both, gap);
  out[n++] = feature(8, fines[i]!, both);
  out[n++] = feature(9, h < 0 ? 0 : fines[h]!, both);
  out[n++] = feature(10, fines[i]!, h < 0 ? 0 : fines[h]!, side);
  out[n++] = feature(11, both, tagAt(tags, i - 1));
  out[n++] = feature(12, both, tagAt(tags, i + 1));
  out[n++] = feature(13, both, tagAt(tags, h - 1));
  out[n++] = feature(14, both, tagAt(tags, h + 1));
  out[n++] = feature(15, both, wordAt(lower, i - 1));
  out[n++] = feature(16, both, wordAt(lower, i + 1));
  out[n++] = feature(17, both, tagAt(tags, firstKid));
  out[n++] = feature(18, both, wordAt(lower, firstKid));
  out[n++] = feature(19, both, tagAt(tags, lastKid));
  out[n++] = feature(20, both, wordAt(lower, lastKid));
  out[n++] = feature(21, fines[i]!, wordAt(lower, firstKid), side);
  out[n++] = feature(22, both, sisterRelation);
  out[n++] = feature(23, w, sisterRelation);
  out[n++] = feature(24, hw, sisterRelation);
  out[n++] = feature(25, both, tagAt(tags, sister));
  out[n++] = feature(26, both, tagAt(tags, after));
  out[n++] = feature(27, both, tagAt(tags, grand));
  out[n++] = feature(28, hw, wordAt(lower, firstKid), side);
  out[n++] = feature(29, t, tagAt(tags, firstKid), tagAt(tags, lastKid));
  out[n++] = feature(30, both, tagAt(tags, children.firstChild[h] ?? -1), tagAt(tags, children.lastChild[h] ?? -1));
  out[n++] = feature(31, w, tagAt(tags, i + 1), side);
  out[n++] = feature(32, hw, wordAt(lower, sister), side);
  out[n++] = feature(33, both, forms.lists[i] ?? 0);
  out[n++] = feature(34, w, side);
  out[n++] = feature(35, both, wordAt(lower, after));
  out[n++] = feature(36, h < 0 ? 0 : fines[h]!, wordAt(lower, firstKid), both);
  const gw = wordAt(lower, grand);
  out[n++] = feature(37, both, gw);
  out[n++] = feature(38, w, wordAt(lower, i + 1), side);
  out[n++] = feature(39, w, wordAt(lower, i - 1), side);
  out[n++] = feature(40, hw, wordAt(lower, h + 1), side);
  out[n++] = feature(41, both, tagAt(tags, i - 1), tagAt(tags, i + 1));
  out[n++] = feature(42, both, wordAt(lower, firstKid), wordAt(lower, lastKid));
  out[n++] = feature(43, fines[i]!, wordAt(lower, firstKid), hw);
  out[n++] = feature(44, hw, t, sisterRelation * 4 + side);
  return n;
}
