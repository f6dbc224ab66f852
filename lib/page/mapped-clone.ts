/**
 * A copy of the page that an extractor may tear apart, and that still knows for each of its text nodes which node of the
 * live page it came from. The live page is only read.
 *
 * A deep clone has the same text nodes in the same order, so one walk along both pairs them. One trap: when Readability finds
 * too little it starts over by writing `body.innerHTML` back, after which every node is new and the pairs are lost (7 % of
 * news pages). So the copy's body has its own `innerHTML`: reading it keeps a paired snapshot, writing that back restores one.
 */
import { isDocument, isText, nodesBelow, SHOW_TEXT } from './dom';

export interface MappedClone {
  readonly document: Document;
  /** The text node of the live page that this node of the copy stands for, or null for a node that is not a copy. */
  readonly liveOf: (copy: Text) => Text | null;
}

/** Copies `live`; a node that appears in the page later is not in the copy. */
export function cloneMapped(live: Document): MappedClone {
  const origins = new WeakMap<Text, Text>();
  const document = live.cloneNode(true);
  if (!isDocument(document)) throw new Error('the copy of a document is a document');
  pairTextNodes(live, document, (from, to) => origins.set(to, from));

  const pairFurther = (from: Node, to: Node) =>
    pairTextNodes(from, to, (earlier, later) => {
      const origin = origins.get(earlier);
      if (origin) origins.set(later, origin);
    });
  const body = document.querySelector('body');
  if (body) keepPairsOnRewrite(body, pairFurther);

  return { document, liveOf: (copy) => origins.get(copy) ?? null };
}

function pairTextNodes(from: Node, to: Node, pair: (from: Text, to: Text) => void): void {
  const copies = nodesBelow(to, SHOW_TEXT);
  for (const original of nodesBelow(from, SHOW_TEXT)) {
    const copy = copies.next();
    if (copy.done) return;
    if (isText(original) && isText(copy.value)) pair(original, copy.value);
  }
}

/** Gives `body` an `innerHTML` that hands out the name of a snapshot and, when that name is written, puts a copy of it back. */
function keepPairsOnRewrite(body: Element, pair: (from: Node, to: Node) => void): void {
  const snapshots = new Map<string, Node>();
  const copyOf = (node: Node) => {
    const copy = node.cloneNode(true);
    pair(node, copy);
    return copy;
  };
  Object.defineProperty(body, 'innerHTML', {
    configurable: true,
    get: () => {
      const name = `snapshot ${snapshots.size}`;
      snapshots.set(name, copyOf(body));
      return name;
    },
    set: (name: string) => {
      const snapshot = snapshots.get(name);
      if (!snapshot) throw new Error('the copy of the page takes back only what it gave');
      body.replaceChildren(...copyOf(snapshot).childNodes);
    },
  });
}
