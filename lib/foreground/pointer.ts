/** Follows the pointer over the article: what lies under it, and what is clicked. */
import { stretchAt } from '../highlight/hit-test';
import { targetsAt, type TargetsAt } from '../highlight/target-at';
import type { ArticlePage } from './article-page';
import { trusted } from './trusted';

const NOTHING: TargetsAt = { note: null, claim: null, actor: null };

export interface PointerListener {
  /** Under the pointer is now this; at most once a frame. */
  readonly over: (targets: TargetsAt) => void;
  /** The reader clicked here, on nothing that the page itself would react to, and selected nothing. */
  readonly clicked: (targets: TargetsAt) => void;
  /** The pointer is on our own card. */
  readonly overOurs: () => void;
  /** Whether the event belongs to our own card. */
  readonly isOurs: (event: Event) => boolean;
}

/** Listens to trusted events only; never stops or alters one. */
export function followPointer(
  document: Document,
  page: ArticlePage,
  listener: PointerListener,
  signal: AbortSignal,
): void {
  const view = document.defaultView;
  const at = (event: MouseEvent): TargetsAt => {
    const { read } = page;
    const stretch = read && stretchAt(event.clientX, event.clientY, document, read.textMap);
    return read && stretch ? targetsAt(stretch, { ...read, layers: page.layers }) : NOTHING;
  };

  let latest: MouseEvent | null = null;
  const look = () => {
    const event = latest;
    latest = null;
    if (event && !signal.aborted) listener.over(at(event));
  };
  const moved = trusted((event: PointerEvent) => {
    if (listener.isOurs(event)) {
      listener.overOurs();
      return;
    }
    if (event.buttons !== 0 || event.pointerType === 'touch') return;
    if (!latest) view?.requestAnimationFrame(look);
    latest = event;
  });
  const left = trusted((event: MouseEvent) => {
    if (event.relatedTarget === null) listener.over(NOTHING);
  });
  const clicked = trusted((event: MouseEvent) => {
    if (listener.isOurs(event) || event.button !== 0 || isControl(event)) return;
    if (document.getSelection()?.isCollapsed !== false) listener.clicked(at(event));
  });
  document.addEventListener('pointermove', moved, { capture: true, passive: true, signal });
  document.addEventListener('mouseout', left, { capture: true, passive: true, signal });
  document.addEventListener('click', clicked, { capture: true, passive: true, signal });
}

/** Whether the page has something of its own to do here: a link, a button, a field. */
function isControl(event: Event): boolean {
  const { target } = event;
  return (
    target instanceof Element && target.closest('a[href], button, input, select, textarea, summary, label') !== null
  );
}
