import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { followPage, type PageFollower, type PageState } from '../panel/follow-page';
import type { PanelPort } from '../port';

export interface Page {
  readonly state: PageState;
  /** Asks the page again. */
  readonly refresh: () => Promise<void>;
  /** Starts Hearsay in the page and shows what comes of it. */
  readonly start: () => Promise<void>;
}

/** Follows the page of `port` as long as the component is on show. */
export function usePage(port: PanelPort): Page {
  const [state, setState] = useState<PageState>({ kind: 'asking' });
  const follower = useRef<PageFollower | null>(null);

  useEffect(() => {
    const following = followPage(port, setState);
    follower.current = following;
    return () => following.end();
  }, [port]);

  const actions = useMemo(
    () => ({
      refresh: async () => follower.current?.refresh(),
      start: async () => follower.current?.start(),
    }),
    [],
  );
  return { state, ...actions };
}
