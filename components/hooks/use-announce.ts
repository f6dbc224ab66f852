import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Something that was done and can be taken back. */
export interface Undo {
  readonly said: string;
  readonly undo: () => Promise<void>;
}

export interface Announce {
  /** Says a sentence to screen readers without moving the focus. */
  readonly say: (sentence: string) => void;
  /** Shows and says an error. */
  readonly warn: (sentence: string) => void;
  /** Shows and says what was done, with a way back for some seconds. */
  readonly offerUndo: (undo: Undo) => void;
}

/** Hands the panel's voice down the tree; silent where there is none (single components in tests). */
export const AnnounceContext = createContext<Announce>({ say: () => {}, warn: () => {}, offerUndo: () => {} });

/** The panel's voice: live region, errors, undo. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
