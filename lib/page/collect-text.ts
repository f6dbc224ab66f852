/**
 * Turns the found part of the page into the article text: blocks joined by "\n\n", white space as a reader sees it (runs of it
 * are one space, none at the edges of a block, a line break is "\n"), invisible characters left out. Keeps for every character
 * the place in the text node it came from.
 */
import type { Block, BlockKind } from '../model/article';
import { isElement, isText } from './dom';

/** Characters [start, start + length) of the text lie one by one from `offset` on in `node`. */
export interface Run {
  readonly start: number;
  readonly length: number;
  readonly node: Text;
  readonly offset: number;
}

export interface CollectedText {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** In order of the text; between them lie only line breaks that stand in no text node. */
  readonly runs: readonly Run[];
}

const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** White space, characters that nobody sees (soft hyphen, zero-width space, word joiner, byte order mark), or all else. */
const PIECES = /[\u00ad\u200b\u2060\ufeff]+|[^\S\ufeff]+|[^\s\u00ad\u200b\u2060\ufeff]+/g;
const INVISIBLE = /^[\u00ad\u200b\u2060\ufeff]/;

/** The text below `root`; empty text and no blocks where there is none. */
export function collectText(root: Element): CollectedText {
  const collector = new Collector();
  collector.visit(root, 'paragraph');
  collector.endBlock('paragraph');
  return collector;
}

/** White space that waits for the next word of its block: where it stands, or null for a line break element. */
interface Gap {
  readonly node: Text | null;
  readonly offset: number;
}

class Collector implements CollectedText {
  text = '';
  readonly blocks: Block[] = [];
  readonly runs: { start: number; length: number; node: Text; offset: number }[] = [];
  #blockStart = -1;
  #gap: Gap | null = null;

  visit(node: Node, kind: BlockKind): void {
    if (isText(node)) {
      this.#addText(node);
    } else if (isElement(node)) {
      const inner = kindOf(node.localName) ?? kind;
      const isBlock = BLOCK_TAGS.has(node.localName);
      if (isBlock) this.endBlock(kind);
      if (node.localName === 'br') this.#gap = { node: null, offset: 0 };
      for (const child of node.childNodes) this.visit(child, inner);
      if (isBlock) this.endBlock(inner);
    }
  }

  endBlock(kind: BlockKind): void {
    if (this.#blockStart >= 0) this.blocks.push({ start: this.#blockStart, end: this.text.length, kind });
    this.#blockStart = -1;
    this.#gap = null;
  }

  #addText(node: Text): void {
    for (const { 0: piece, index } of node.data.matchAll(PIECES)) {
      if (INVISIBLE.test(piece)) continue;
      if (/^\s/.test(piece)) this.#gap ??= { node, offset: index };
      else this.#addWord(piece, node, index);
    }
  }

  #addWord(word: string, node: Text, offset: number): void {
    if (this.#blockStart < 0) {
      if (this.text) this.text += '\n\n';
      this.#blockStart = this.text.length;
    } else if (this.#gap) {
      if (this.#gap.node) this.#addMapped(' ', this.#gap.node, this.#gap.offset);
      else this.text += '\n';
    }
    this.#gap = null;
    this.#addMapped(word, node, offset);
  }

  #addMapped(characters: string, node: Text, offset: number): void {
    const last = this.runs.at(-1);
    if (last?.node === node && last.offset + last.length === offset && last.start + last.length === this.text.length) {
      last.length += characters.length;
    } else {
      this.runs.push({ start: this.text.length, length: characters.length, node, offset });
    }
    this.text += characters;
  }
}

function kindOf(tag: string): BlockKind | null {
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (tag === 'blockquote') return 'quote';
  return tag === 'li' || tag === 'dt' || tag === 'dd' ? 'item' : null;
}
