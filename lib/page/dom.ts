/**
 * What kind of node this is, by `nodeType` and `localName`: the page's nodes may come from another world, where `instanceof` lies.
 */

/** Whether `node` is a text node. */
export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

/** Whether `node` is an element. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** `NodeFilter` as numbers, so that no global is needed. */
export const SHOW_ELEMENT = 1;
export const SHOW_TEXT = 4;

/** Nodes below `root` that `show` lets through, in document order. */
export function* nodesBelow(root: Node, show: number): Generator<Node> {
  const owner = root.nodeType === 9 ? root : root.ownerDocument;
  if (!owner || !isDocument(owner)) return;
  const walker = owner.createTreeWalker(root, show);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node;
}

/** Whether `node` is a document. */
export function isDocument(node: Node): node is Document {
  return node.nodeType === 9;
}
