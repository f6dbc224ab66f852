import { type RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';

type Direction = 'vertical' | 'horizontal';

const items = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('[data-rove]')];

/** How far a key moves within `count` items from `at`; null for keys that do not move. */
export function stepOf(key: string, at: number, count: number, direction: Direction, rightToLeft = false) {
  const forward = direction === 'vertical' ? 'ArrowDown' : rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = direction === 'vertical' ? 'ArrowUp' : rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: count - 1 }[key];
  return to === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, to));
}

/**
 * Roving tab stop (ARIA Authoring Practices): of all `[data-rove]` elements inside the returned ref one is in the tab
 * order, and arrow keys, Home and End move within them. Items are rendered with tabIndex -1; the stop is set on the
 * elements themselves, so that moving through hundreds of rows renders nothing.
 */
export function useRoving<Root extends HTMLElement>(
  direction: Direction,
): {
  readonly ref: RefObject<Root | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocusIn: (event: FocusEvent) => void;
} {
  const ref = useRef<Root>(null);

  const setStop = useCallback((stop: HTMLElement | undefined) => {
    if (!ref.current || !stop) return;
    for (const item of items(ref.current)) item.tabIndex = item === stop ? 0 : -1;
  }, []);

  useLayoutEffect(() => {
    if (!ref.current) return;
    const all = items(ref.current);
    setStop(all.find((item) => item.tabIndex === 0) ?? all.find((item) => item.ariaSelected === 'true') ?? all[0]);
  });

  const onFocusIn = useCallback(
    (event: FocusEvent) => {
      if (event.target instanceof HTMLElement && event.target.matches('[data-rove]')) setStop(event.target);
    },
    [setStop],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const { target } = event;
      if (!ref.current || !(target instanceof HTMLElement) || !target.matches('[data-rove]')) return;
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const all = items(ref.current);
      const rightToLeft = getComputedStyle(target).direction === 'rtl';
      const to = stepOf(event.key, all.indexOf(target), all.length, direction, rightToLeft);
      if (to === null) return;
      event.preventDefault();
      all[to]?.focus();
    },
    [direction],
  );

  return { ref, onKeyDown, onFocusIn };
}
