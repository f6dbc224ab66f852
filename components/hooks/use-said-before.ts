import { useEffect, useState } from 'preact/hooks';
import type { ClippingId } from '../../lib/model/ids';
import type { SaidBeforeState } from '../claims/SaidBeforeList';
import { useReadingPort } from './use-port';

/** What kept articles other than `not` have the actor saying; null while no name is given. */
export function useSaidBefore(name: string | null, not: ClippingId | null): SaidBeforeState | null {
  const port = useReadingPort();
  const [found, setFound] = useState<SaidBeforeState>('busy');
  useEffect(() => {
    if (name === null) return undefined;
    let current = true;
    setFound('busy');
    void port.saidBefore(name, not).then((answer) => {
      if (current) setFound(answer.ok ? answer.value : 'failed');
    });
    return () => {
      current = false;
    };
  }, [port, name, not]);
  return name === null ? null : found;
}
