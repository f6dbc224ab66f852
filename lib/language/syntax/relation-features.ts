/**
 * Features by which an arc of a finished tree gets its relation: both ends with their neighbours, the outermost
 * children of the dependent (its preposition, its marker), its sisters, and the relation given to the sister before.
 */
import { mix } from '../learned/hash';
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
  const count = tags.length;
  const inside = (k: number): boolean => k >= 0 && k < count;
  const word = (k: number): number => (inside(k) ? forms.lower[k]! : NO_WORD);
  const tag = (k: number): number => (inside(k) ? tags[k]! : NO_TAG);
  const fine = (k: number): number => (inside(k) ? forms.fine[k]! : 0);
  const h = head[i]!;
  const grand = h < 0 ? -1 : head[h]!;
  const side = h < 0 ? 0 : h < i ? 1 : 2;
  const gap = side * 8 + (h < 0 ? 0 : distanceClass(Math.abs(h - i)));
  const w = word(i);
  const t = tag(i);
  const hw = word(h);
  const ht = tag(h);
  const both = (t * 64 + ht) * 4 + side;
  const firstKid = children.firstChild[i]!;
  const lastKid = children.lastChild[i]!;
  const sister = children.previousSister[i]!;
  const after = children.nextSister[i]!;
  const sisterRelation = sister < 0 ? 255 : relation[sister]!;
  let n = 0;
  out[n++] = mix(1, w, t);
  out[n++] = mix(2, hw, ht, side);
  out[n++] = mix(3, both);
  out[n++] = mix(4, w, both);
  out[n++] = mix(5, hw, both);
  out[n++] = mix(6, w, hw, side);
  out[n++] = mix(7, both, gap);
  out[n++] = mix(8, fine(i), both);
  out[n++] = mix(9, fine(h), both);
  out[n++] = mix(10, fine(i), fine(h), side);
  out[n++] = mix(11, both, tag(i - 1));
  out[n++] = mix(12, both, tag(i + 1));
  out[n++] = mix(13, both, tag(h - 1));
  out[n++] = mix(14, both, tag(h + 1));
  out[n++] = mix(15, both, word(i - 1));
  out[n++] = mix(16, both, word(i + 1));
  out[n++] = mix(17, both, tag(firstKid));
  out[n++] = mix(18, both, word(firstKid));
  out[n++] = mix(19, both, tag(lastKid));
  out[n++] = mix(20, both, word(lastKid));
  out[n++] = mix(21, fine(i), word(firstKid), side);
  out[n++] = mix(22, both, sisterRelation);
  out[n++] = mix(23, w, sisterRelation);
  out[n++] = mix(24, hw, sisterRelation);
  out[n++] = mix(25, both, tag(sister));
  out[n++] = mix(26, both, tag(after));
  out[n++] = mix(27, both, tag(grand));
  out[n++] = mix(28, hw, word(firstKid), side);
  out[n++] = mix(29, t, tag(firstKid), tag(lastKid));
  out[n++] = mix(30, both, tag(children.firstChild[h] ?? -1), tag(children.lastChild[h] ?? -1));
  out[n++] = mix(31, w, tag(i + 1), side);
  out[n++] = mix(32, hw, word(sister), side);
  out[n++] = mix(33, both, forms.lists[i] ?? 0);
  out[n++] = mix(34, w, side);
  out[n++] = mix(35, both, word(after));
  out[n++] = mix(36, fine(h), word(firstKid), both);
  return n;
}
