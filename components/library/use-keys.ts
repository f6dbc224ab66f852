import { useLayoutEffect } from 'preact/hooks';
import { useLatest } from '../hooks/use-latest';
import { isPlainKey } from './keys';

/** What each key does; a key without anything to do here is left to others. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

/** Keys that work anywhere on the page while nobody types. */
export function useKeys(keys: Keys): void {
  const latest = useLatest(keys);
  // From the moment on that what they act on is shown: a key that is pressed at once is not lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = isPlainKey(event) ? latest.current?.[event.key] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [latest]);
}
