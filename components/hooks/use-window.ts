import { type RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** Rows rendered beyond each edge, so that a quick scroll meets no gap. */
const BEYOND = 12;

/** Until a row was measured: its height, and that of the window, in pixels. */
const GUESS_PX = { row: 56, window: 900 };

export interface RowWindow {
  /** The rows to render: from, up to but without to. */
  readonly from: number;
  readonly to: number;
  /** Height of one row in pixels. */
  readonly height: number;
  /** Scrolls as little as needed to bring a row into sight. */
  readonly reveal: (index: number) => void;
}

/**
 * The rows in sight of a scrolling element whose `count` rows (`[data-row]`) are all of one height. The height is
 * measured again when the element changes its width: its rows may be laid out in another way then.
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [first, setFirst] = useState(0);
  const [height, setHeight] = useState(GUESS_PX.row);
  const [seen, setSeen] = useState(GUESS_PX.window);

  const measure = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    if (element.clientHeight > 0) setSeen(element.clientHeight);
    const row = element.querySelector<HTMLElement>('[data-row]')?.offsetHeight ?? 0;
    if (row > 0) setHeight(row);
  }, [scroller]);

  // After each render: the first rows may just have appeared.
  useLayoutEffect(measure);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const onScroll = () => setFirst(Math.floor(element.scrollTop / height));
    const observer = new ResizeObserver(measure);
    element.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [scroller, measure, height]);

  const reveal = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const [start, end] = [index * height, (index + 1) * height];
      if (start < element.scrollTop) element.scrollTop = start;
      else if (end > element.scrollTop + element.clientHeight) element.scrollTop = end - element.clientHeight;
      // At once: the event comes a frame later, and the row must be there when it is pointed to.
      setFirst(Math.floor(element.scrollTop / height));
    },
    [scroller, height],
  );

  const top = Math.max(0, Math.min(first, count - 1));
  const from = Math.max(0, top - BEYOND);
  return { from, to: Math.min(count, top + Math.ceil(seen / height) + BEYOND), height, reveal };
}
