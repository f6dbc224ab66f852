import { useEffect, useState } from 'preact/hooks';
import type { PageView } from '../../lib/model/page-view';
import { useLatest } from './use-latest';
import type { LinkedRelated } from '../port';
import { useReadingPort } from './use-port';

export type RelatedState = 'busy' | 'failed' | readonly LinkedRelated[];

/** Kept articles related to the one on show; asked again when another article, or the saved state, is shown. */
export function useRelated(view: Extract<PageView, { state: 'read' }>): RelatedState {
  const port = useReadingPort();
  const [found, setFound] = useState<RelatedState>('busy');
  const { text, meta } = view.article;
  // The view is a new object after every note; only what relating looks at asks again.
  const latest = useLatest(view);
  useEffect(() => {
    let current = true;
    void port.related(latest.current).then((answer) => {
      if (current) setFound(answer.ok ? answer.value : 'failed');
    });
    return () => {
      current = false;
    };
  }, [port, latest, text, meta.canonicalUrl, view.clipping?.id]);
  return found;
}
