import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelPort, ReadingPort } from '../port';

/** Hands the panel's port down the tree. */
export const PortContext = createContext<PanelPort | null>(null);

/** Hands down a port for one article where no panel stands around the lists. */
export const ReadingPortContext = createContext<ReadingPort | null>(null);

/** The port of the panel this component stands in; throws outside of one. */
export function usePort(): PanelPort {
  const port = useContext(PortContext);
  if (!port) throw new Error('usePort needs a PortContext around it');
  return port;
}

/** Whether this stands in the library, where addresses of kept articles lead to them. */
export function useIsInLibrary(): boolean {
  return useContext(PortContext) === null;
}

/** The port for the article that is shown, of the panel or of another page; throws outside of one. */
export function useReadingPort(): ReadingPort {
  const panel = useContext(PortContext);
  const port = useContext(ReadingPortContext) ?? panel;
  if (!port) throw new Error('useReadingPort needs a PortContext or a ReadingPortContext around it');
  return port;
}
