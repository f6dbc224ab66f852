import { useEffect, useState } from 'preact/hooks';
import type { ClippingId } from '../../lib/model/ids';
import type { LibraryPort } from './port';

/** Texts are searched once typing rests, and for no less than this many characters. */
const REST_MS = 250;
const MIN_CHARS = 3;

export interface TextSearch {
  /** Clippings found so far, null while the texts are not searched. */
  readonly inText: ReadonlySet<ClippingId> | null;
  /** Whether more may be found; from the first key on, so that nobody is told too early that there is nothing. */
  readonly busy: boolean;
}

/** Searches the kept texts for the query, in place of the search before. */
export function useTextSearch(port: LibraryPort, query: string): TextSearch {
  const [search, setSearch] = useState<TextSearch & { readonly query: string }>({
    query: '',
    inText: null,
    busy: false,
  });
  useEffect(() => {
    if (!isSearched(query)) return undefined;
    const controller = new AbortController();
    const start = async () => {
      await port.searchTexts(query, controller.signal, (inText) => setSearch({ query, inText, busy: true }));
      if (controller.signal.aborted) return;
      setSearch((before) => ({ query, inText: before.query === query ? before.inText : null, busy: false }));
    };
    const timer = setTimeout(() => void start(), REST_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [port, query]);
  // What was found for other words is not shown for these, not for a moment.
  return search.query === query ? search : { inText: null, busy: isSearched(query) };
}

function isSearched(query: string): boolean {
  return query.trim().length >= MIN_CHARS;
}
