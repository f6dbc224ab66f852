import { useCallback, useEffect, useState } from 'preact/hooks';
import { usePort } from './use-port';

/** Whether Hearsay reads the site of `url` by itself, and the way to change it (to be called in a click). */
export function useSite(url: string): {
  readonly allowed: boolean;
  readonly allow: (wanted: boolean) => Promise<boolean>;
} {
  const port = usePort();
  const [allowed, setAllowed] = useState(false);
  useEffect(() => {
    let current = true;
    void port.siteAllowed(url).then((answer) => {
      if (current) setAllowed(answer);
    });
    return () => {
      current = false;
    };
  }, [port, url]);
  const allow = useCallback(
    async (wanted: boolean) => {
      const holds = await port.allowSite(url, wanted);
      setAllowed(holds);
      return holds;
    },
    [port, url],
  );
  return { allowed, allow };
}
