import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Draft, Drafts } from '../port';
import { useReadingPort } from './use-port';

export interface DraftDesk {
  readonly drafts: Drafts;
  readonly put: (place: string, draft: Draft) => void;
  readonly drop: (place: string) => void;
}

/**
 * Unsaved notes of the page at `url`. Each change is written at once, so that they outlive a panel that is closed in
 * the middle of a word; an editor is open exactly where there is a draft.
 */
export function useDrafts(url: string): DraftDesk {
  const port = useReadingPort();
  const [drafts, setDrafts] = useState<Drafts>({});
  const latest = useRef<Drafts>({});

  useEffect(() => {
    let current = true;
    latest.current = {};
    setDrafts({});
    void port.readDrafts(url).then((stored) => {
      if (!current) return;
      // What was typed before the stored ones arrived is newer.
      latest.current = { ...stored, ...latest.current };
      setDrafts(latest.current);
    });
    return () => {
      current = false;
    };
  }, [port, url]);

  const write = useCallback(
    (next: Drafts) => {
      latest.current = next;
      setDrafts(next);
      void port.writeDrafts(url, next);
    },
    [port, url],
  );
  const put = useCallback((place: string, draft: Draft) => write({ ...latest.current, [place]: draft }), [write]);
  const drop = useCallback(
    (place: string) => write(Object.fromEntries(Object.entries(latest.current).filter(([key]) => key !== place))),
    [write],
  );
  return { drafts, put, drop };
}
