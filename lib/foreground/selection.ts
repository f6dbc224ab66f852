/** Follows the reader's selection, by pointer or keyboard. */
import type { Span } from '../model/span';
import type { ArticlePage } from './article-page';

/** A selection by keyboard grows key by key: it is met when it has rested this long. */
const REST_MS = 150;

/** What is selected of the article; null when nothing is. */
export interface Selected {
  readonly span: Span;
  /** Lives with the page: its boxes are asked when needed. */
  readonly range: Range;
}

/** The part of the article that is selected now. */
export function selectedIn(document: Document, page: ArticlePage): Selected | null {
  const selection = document.getSelection();
  const { read } = page;
  if (!read || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const span = read.textMap.spanOf(range);
  const trimmed = span && trim(span, read.known.article.text);
  return trimmed && { span: trimmed, range: range.cloneRange() };
}

/** Calls `changed` when the selection has come to rest; while the pointer is down it has not. */
export function followSelection(document: Document, changed: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDown = false;
  const soon = () => {
    clearTimeout(timer);
    if (!isDown) timer = setTimeout(changed, REST_MS);
  };
  const options = { capture: true, passive: true, signal };
  document.addEventListener('selectionchange', soon, options);
  document.addEventListener('pointerdown', () => (isDown = true), options);
  for (const type of ['pointerup', 'pointercancel', 'dragend'] as const) {
    document.addEventListener(
      type,
      () => {
        isDown = false;
        soon();
      },
      options,
    );
  }
  signal.addEventListener('abort', () => clearTimeout(timer));
}

/** The span without white space at its ends; null when nothing is left. */
export function trim({ start, end }: Span, text: string): Span | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
}
