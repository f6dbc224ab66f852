import { useLayoutEffect } from 'preact/hooks';
import { useLatest } from '../hooks/use-latest';
import { isPlainKey } from '../library/keys';

export interface CodingKeys {
  readonly move: (by: number) => void;
  /** The code with this key; false when there is none. */
  readonly code: (key: string) => boolean;
  readonly note: () => void;
  readonly undo: () => void;
  readonly find: () => void;
  readonly help: () => void;
  readonly leave: () => void;
}

/**
 * The keys of coding mode: before all others on the page, for here letters mean codes. j, k and arrows move, Enter
 * writes a note, u takes back, / finds a code by its name, ? explains, Escape leaves; what is left to buttons is Enter and Space on them.
 */
export function useCodingKeys(keys: CodingKeys): void {
  const latest = useLatest(keys);
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const now = latest.current;
      if (!now || !isPlainKey(event)) return;
      const onButton = event.target instanceof Element && event.target.closest('button, a, summary') !== null;
      const key = event.key.length === 1 ? event.key.toLocaleLowerCase() : event.key;
      if (key === 'j' || key === 'ArrowDown' || key === 'ArrowRight') now.move(1);
      else if (key === 'k' || key === 'ArrowUp' || key === 'ArrowLeft') now.move(-1);
      else if (key === 'Enter' && !onButton) now.note();
      else if (key === 'u') now.undo();
      else if (key === '/') now.find();
      else if (key === '?') now.help();
      else if (key === 'Escape') now.leave();
      else if (!now.code(key)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [latest]);
}
