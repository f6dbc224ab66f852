import { useEffect, useState } from 'preact/hooks';
import type { ClippingId } from '../../lib/model/ids';
import type { LibraryPort } from './port';

/** Texts are searched once typing rests, and for no less than this many characters. */
const REST_MS = 250;
const MIN_CHARS = 3;

export interface TextSearch {
  /** Clippings found so far, null while the texts are not searched. */
  readonly inText: ReadonlySet<ClippingId> | null;
  readonly busy: boolean;
}

const NOT_SEARCHED: TextSearch = { inText: null, busy: false };

/** Searches the kept texts for the query, in place of the search before. */
export function useTextSearch(port: LibraryPort, query: string): TextSearch {
  const [search, setSearch] = useState<TextSearch>(NOT_SEARCHED);
  useEffect(() => {
    setSearch(NOT_SEARCHED);
    if (query.trim().length < MIN_CHARS) return undefined;
    const controller = new AbortController();
    const start = async () => {
      setSearch({ inText: null, busy: true });
      await port.searchTexts(query, controller.signal, (inText) => setSearch({ inText, busy: true }));
      if (!controller.signal.aborted) setSearch(({ inText }) => ({ inText, busy: false }));
    };
    const timer = setTimeout(() => void start(), REST_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [port, query]);
  return search;
}
