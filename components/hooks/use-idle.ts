import { useEffect, useState } from 'preact/hooks';

/** At the latest after so long, in milliseconds. */
const MAX_MS = 5000;

/** Whether the page had nothing to do for the first time since it stands: then what may be asked for next can be prepared. */
export function useWasIdle(): boolean {
  const [was, setWas] = useState(false);
  useEffect(() => {
    const asked = requestIdleCallback(() => setWas(true), { timeout: MAX_MS });
    return () => cancelIdleCallback(asked);
  }, []);
  return was;
}
