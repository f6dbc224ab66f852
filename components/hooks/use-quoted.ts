import { useEffect, useState } from 'preact/hooks';
import type { PageView } from '../../lib/model/page-view';
import type { QuotedElsewhere } from '../../lib/model/related';
import { useLatest } from './use-latest';
import { useReadingPort } from './use-port';

const NONE: readonly QuotedElsewhere[] = [];

/** Quotations of the article on show that kept articles have too; none until they were looked for, and when that fails. */
export function useQuoted(view: Extract<PageView, { state: 'read' }>): readonly QuotedElsewhere[] {
  const port = useReadingPort();
  const [quoted, setQuoted] = useState(NONE);
  const { text, meta } = view.article;
  // The view is a new object after every note; only another article, or its keeping, asks again.
  const latest = useLatest(view);
  useEffect(() => {
    let current = true;
    void port.quoted(latest.current).then((answer) => {
      if (current) setQuoted(answer.ok ? answer.value : NONE);
    });
    return () => {
      current = false;
    };
  }, [port, latest, text, meta.canonicalUrl, view.clipping?.id]);
  return quoted;
}
