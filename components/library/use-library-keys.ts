import { type RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLatest } from '../hooks/use-latest';
import { isPlainKey } from './keys';

export interface LibraryKeys {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly list: RefObject<HTMLElement | null>;
  readonly onEscape: () => void;
  /** x: selects the row the keyboard is on, or takes it out again. */
  readonly onSelect: () => void;
}

/** The keys that work anywhere on the page while nobody types: / searches, j and k move in the list, x selects, Escape goes back. */
export function useLibraryKeys(keys: LibraryKeys): void {
  const latest = useLatest(keys);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isPlainKey(event)) return;
      const { search, list, onEscape, onSelect } = latest.current ?? keys;
      if (event.key === '/') search.current?.focus();
      else if (event.key === 'j' || event.key === 'k') step(list.current, event.key === 'j' ? 'ArrowDown' : 'ArrowUp');
      else if (event.key === 'x') onSelect();
      else if (event.key === 'Escape') onEscape();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [latest, keys]);
}

/** j and k are the arrow keys of the list. */
function step(list: HTMLElement | null, key: string): void {
  const box = list?.querySelector<HTMLElement>('[role="listbox"]');
  box?.focus();
  box?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}
