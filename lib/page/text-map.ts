/**
 * Between the article text and the live page: which text nodes show a span, and which offset a place in the page has.
 *
 * Live nodes are held weakly, and every use checks that the node still stands in the page and still holds the same characters;
 * a node that was taken out or rewritten simply has no place any more. One Range a text node, never one from start to end of
 * the span: that would take in what the extraction left out.
 */
import type { Span } from '../model/span';
import type { Run } from './collect-blocks';
import { isElement, isText } from './dom';

export interface TextMap {
  /**
   * One Range for each text node that shows a part of `span`, in order of the text. Empty when nothing of it is left in the page;
   * line breaks that stand in no text node have no Range. With white space collapsed and invisible characters dropped, the
   * Ranges read as the text of the span does.
   */
  rangesOf(span: Span): Range[];
  /** Offset in the article text of a place in the page; null outside the article. A place between characters of the text (collapsed white space, say) has the offset of the next one. */
  offsetOf(node: Node, offset: number): number | null;
  /** The part of the article text that `range` (a selection, say) takes in, null where that is nothing. */
  spanOf(range: Range): Span | null;
  /** Whether the page still shows at least half of the article's text nodes as they were read. */
  isAlive(): boolean;
  /** Whether a part of the span takes up room on the screen; false for hidden text. */
  hasBox(span: Span): boolean;
}

/** A run whose live node is known. */
interface LiveRun {
  readonly start: number;
  readonly end: number;
  readonly node: WeakRef<Text>;
  readonly offset: number;
}

/** Maps `text` by its runs over the copy; `liveOf` leads from a node of the copy to the live one. */
export function buildTextMap(text: string, runs: readonly Run[], liveOf: (copy: Text) => Text | null): TextMap {
  const live: LiveRun[] = [];
  const runsOfNode = new WeakMap<Node, LiveRun[]>();
  for (const run of runs) {
    const node = liveOf(run.node);
    if (!node) continue;
    const mapped = { start: run.start, end: run.start + run.length, node: new WeakRef(node), offset: run.offset };
    live.push(mapped);
    const siblings = runsOfNode.get(node);
    if (siblings) siblings.push(mapped);
    else runsOfNode.set(node, [mapped]);
  }
  return new LiveTextMap(text, live, runsOfNode);
}

class LiveTextMap implements TextMap {
  readonly #text: string;
  readonly #runs: readonly LiveRun[];
  readonly #runsOfNode: WeakMap<Node, readonly LiveRun[]>;

  constructor(text: string, runs: readonly LiveRun[], runsOfNode: WeakMap<Node, readonly LiveRun[]>) {
    this.#text = text;
    this.#runs = runs;
    this.#runsOfNode = runsOfNode;
  }

  rangesOf(span: Span): Range[] {
    const ranges: Range[] = [];
    for (let i = this.#firstEndingAfter(span.start); i < this.#runs.length; i++) {
      const run = this.#runs[i];
      if (!run || run.start >= span.end) break;
      const node = this.#stillShown(run);
      if (!node) continue;
      const from = run.offset + Math.max(0, span.start - run.start);
      const to = run.offset + Math.min(run.end, span.end) - run.start;
      const last = ranges.at(-1);
      if (last?.startContainer === node && last.endOffset <= from) last.setEnd(node, to);
      else ranges.push(rangeIn(node, from, to));
    }
    return ranges;
  }

  offsetOf(node: Node, offset: number): number | null {
    if (!isText(node)) return this.#offsetInElement(node, offset);
    const runs = this.#runsOfNode.get(node);
    const run = runs?.find((r) => offset <= r.offset + r.end - r.start);
    if (run) return this.#stillShown(run) ? run.start + Math.max(0, offset - run.offset) : null;
    return runs?.at(-1)?.end ?? null;
  }

  spanOf(range: Range): Span | null {
    let start = Infinity;
    let end = -Infinity;
    for (const run of this.#runs) {
      const node = this.#stillShown(run);
      if (!node || !range.intersectsNode(node)) continue;
      const from = node === range.startContainer ? Math.max(run.offset, range.startOffset) : run.offset;
      const last = run.offset + run.end - run.start;
      const to = node === range.endContainer ? Math.min(last, range.endOffset) : last;
      if (from >= to) continue;
      start = Math.min(start, run.start + from - run.offset);
      end = Math.max(end, run.start + to - run.offset);
    }
    return start < end ? { start, end } : null;
  }

  isAlive(): boolean {
    const shown = this.#runs.filter((run) => this.#stillShown(run)).length;
    return shown > 0 && shown * 2 >= this.#runs.length;
  }

  hasBox(span: Span): boolean {
    return this.rangesOf(span).some((range) =>
      [...range.getClientRects()].some((box) => box.width > 0 && box.height > 0),
    );
  }

  /** The node of the run, if it is in the page and holds the same characters. */
  #stillShown(run: LiveRun): Text | null {
    const node = run.node.deref();
    if (!node?.isConnected) return null;
    const raw = node.data.slice(run.offset, run.offset + run.end - run.start);
    return raw.replace(/\s/g, ' ') === this.#text.slice(run.start, run.end) ? node : null;
  }

  /** A place between the children of an element: the first mapped text after it within the element, else the end of the last one before it. */
  #offsetInElement(node: Node, offset: number): number | null {
    if (!isElement(node)) return null;
    const after = this.#runs.find((run) => {
      const shown = this.#stillShown(run);
      return shown && node.contains(shown) && childHolding(node, shown) >= offset;
    });
    if (after) return after.start;
    const before = this.#runs.findLast((run) => {
      const shown = this.#stillShown(run);
      return shown && node.contains(shown);
    });
    return before?.end ?? null;
  }

  /** Index of the first run that ends after `offset` (binary search; runs are in order of the text). */
  #firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#runs[middle]?.end ?? Infinity) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function rangeIn(node: Text, from: number, to: number): Range {
  const range = node.ownerDocument.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  return range;
}

/** Which child of `element` holds `node`. */
function childHolding(element: Element, node: Node): number {
  let child: Node = node;
  while (child.parentNode && child.parentNode !== element) child = child.parentNode;
  return [...element.childNodes].findIndex((candidate) => candidate === child);
}
