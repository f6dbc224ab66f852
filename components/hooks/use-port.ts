import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelPort } from '../port';

/** Hands the panel's port down the tree. */
export const PortContext = createContext<PanelPort | null>(null);

/** The port of the panel this component stands in; throws outside of one. */
export function usePort(): PanelPort {
  const port = useContext(PortContext);
  if (!port) throw new Error('usePort needs a PortContext around it');
  return port;
}
