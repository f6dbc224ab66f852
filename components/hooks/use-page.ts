import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PageView } from '../../lib/model/page-view';
import type { PanelPort, StartFailure } from '../port';

/** How often a page that is not read yet is asked again. */
const LOOK_AGAIN_MS = 1000;

/** What the panel knows about its page. */
export type PageState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'not-started'; readonly refused: StartFailure | null }
  | { readonly kind: 'shown'; readonly view: PageView };

export interface Page {
  readonly state: PageState;
  /** Asks the page again. */
  readonly refresh: () => Promise<void>;
  /** Starts Hearsay in the page and shows what comes of it. */
  readonly start: () => Promise<void>;
}

/** Follows the page of `port`: asks for its view at once and whenever it says that it has changed. */
export function usePage(port: PanelPort): Page {
  const [state, setState] = useState<PageState>({ kind: 'asking' });
  // Answers may overtake one another: only the one to the latest question counts.
  const asked = useRef<object>({});

  const refresh = useCallback(async () => {
    const mine = {};
    asked.current = mine;
    const view = await port.view();
    const refused = view ? null : await port.whyNot();
    if (mine === asked.current) setState(view ? { kind: 'shown', view } : { kind: 'not-started', refused });
  }, [port]);

  const start = useCallback(async () => {
    setState({ kind: 'asking' });
    const started = await port.start();
    if (started.ok) await refresh();
    else setState({ kind: 'not-started', refused: started.reason });
  }, [port, refresh]);

  useEffect(() => {
    const stop = port.onChange(() => void refresh());
    void refresh();
    return stop;
  }, [port, refresh]);

  // A page that starts or ends reading says so; should that word be lost (its script was replaced just then), we look again.
  const isSettled = state.kind === 'shown' && state.view.state !== 'reading';
  useEffect(() => {
    if (isSettled) return undefined;
    const look = async () => {
      const view = await port.view();
      if (view && view.state !== 'reading') await refresh();
    };
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isSettled, port, refresh]);

  return { state, refresh, start };
}
