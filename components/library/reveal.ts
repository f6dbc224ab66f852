import type { PanelTarget } from '../../lib/messages/protocol';

/** How long a passage that was asked for stays marked, in milliseconds. */
const FLASH_MS = 1200;

/** The piece of the kept text that holds the character at `offset`; null where there is none. */
export function pieceAt(root: HTMLElement | null, offset: number): HTMLElement | null {
  const pieces = root ? [...root.querySelectorAll<HTMLElement>('[data-start]')] : [];
  return pieces.find(({ dataset }) => Number(dataset['start']) <= offset && offset < Number(dataset['end'])) ?? null;
}

/** Scrolls a piece into view and marks it for a moment; false when there is none. */
export function flash(piece: HTMLElement | null): boolean {
  if (!piece) return false;
  piece.scrollIntoView({ block: 'center' });
  piece.classList.add('flash');
  setTimeout(() => piece.classList.remove('flash'), FLASH_MS);
  return true;
}

/** Marks the words of a claim or note in the kept text while it is pointed at in a list; null ends that. */
export function pointAt(root: HTMLElement, target: PanelTarget | null): void {
  for (const marked of root.querySelectorAll('.pointed')) marked.classList.remove('pointed');
  if (target === null || target.kind === 'actor') return;
  for (const piece of root.querySelectorAll(`[data-${target.kind}="${CSS.escape(target.id)}"]`))
    piece.classList.add('pointed');
}

/** Presses an arrow key in the list box inside `root`, with the focus there. */
export function arrow(root: HTMLElement | null, key: 'ArrowDown' | 'ArrowUp'): void {
  const box = root?.querySelector<HTMLElement>('[role="listbox"]');
  box?.focus();
  box?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}
