import { type RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Whether an element is at least so many rem wide; false until it was measured. */
export function useWide(ref: RefObject<HTMLElement | null>, rem: number): boolean {
  const [wide, setWide] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const size = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      setWide(element.clientWidth >= rem * size);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, rem]);
  return wide;
}
