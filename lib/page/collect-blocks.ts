/**
 * Turns the found part of the page into blocks of text with white space as a reader sees it (runs of it are one space, none at
 * the edges of a block, a line break is "\n") and invisible characters left out. Keeps for every character the place in the text
 * node it came from.
 */
import type { Block, BlockKind } from '../model/article';
import { isElement, isText } from './dom';

/** Characters [start, start + length) of a text lie one by one from `offset` on in `node`. */
export interface Run {
  readonly start: number;
  readonly length: number;
  readonly node: Text;
  readonly offset: number;
}

/** One block and where it came from. */
export interface PageBlock {
  readonly kind: BlockKind;
  readonly text: string;
  /** In order of the text; between them lie only line breaks that stand in no text node. */
  readonly runs: readonly Run[];
}

/** Blocks joined to one text. */
export interface JoinedBlocks {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly runs: readonly Run[];
}

const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Characters that nobody sees (soft hyphen, zero-width space, word joiner, byte order mark), white space, or all else. */
const PIECES = /[\u00ad\u200b\u2060\ufeff]+|[^\S\ufeff]+|[^\s\u00ad\u200b\u2060\ufeff]+/g;
const INVISIBLE = /^[\u00ad\u200b\u2060\ufeff]/;

/** The blocks below `root`, none of them empty. */
export function collectBlocks(root: Element): PageBlock[] {
  const collector = new Collector();
  collector.visit(root, 'paragraph');
  collector.endBlock('paragraph');
  return collector.blocks;
}

/** The blocks as one text, parted by "\n\n". */
export function joinBlocks(pageBlocks: readonly PageBlock[]): JoinedBlocks {
  const blocks: Block[] = [];
  const runs: Run[] = [];
  let length = 0;
  for (const { kind, text, runs: own } of pageBlocks) {
    const start = length === 0 ? 0 : length + 2;
    length = start + text.length;
    blocks.push({ kind, start, end: length });
    for (const run of own) runs.push({ ...run, start: run.start + start });
  }
  return { text: pageBlocks.map((block) => block.text).join('\n\n'), blocks, runs };
}

/** White space that waits for the next word of its block: where it stands, or null for a line break element. */
interface Gap {
  readonly node: Text | null;
  readonly offset: number;
}

class Collector {
  readonly blocks: PageBlock[] = [];
  #text = '';
  #runs: { start: number; length: number; node: Text; offset: number }[] = [];
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
    if (this.#text) this.blocks.push({ kind, text: this.#text, runs: this.#runs });
    this.#text = '';
    this.#runs = [];
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
    if (this.#gap && this.#text) {
      if (this.#gap.node) this.#addMapped(' ', this.#gap.node, this.#gap.offset);
      else this.#text += '\n';
    }
    this.#gap = null;
    this.#addMapped(word, node, offset);
  }

  #addMapped(characters: string, node: Text, offset: number): void {
    const last = this.#runs.at(-1);
    const goesOn =
      last?.node === node && last.offset + last.length === offset && last.start + last.length === this.#text.length;
    if (goesOn) last.length += characters.length;
    else this.#runs.push({ start: this.#text.length, length: characters.length, node, offset });
    this.#text += characters;
  }
}

function kindOf(tag: string): BlockKind | null {
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (tag === 'blockquote') return 'quote';
  return tag === 'li' || tag === 'dt' || tag === 'dd' ? 'item' : null;
}
