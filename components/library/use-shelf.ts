import { useCallback, useMemo, useState } from 'preact/hooks';
import { wordsLanguage } from '../../lib/platform/words';
import type { Entry } from './entries';
import { applyFilters, countFacet, FACETS, type Filters, matchQuery, NO_FILTERS } from './filter';
import type { LibraryPort } from './port';
import { type Order, sortEntries } from './sort';
import { useTextSearch } from './use-text-search';

/** What of the entries is shown for a query and in which order, and the counts beside the facets. */
export function useShelf(
  port: LibraryPort,
  entries: readonly Entry[],
  query: string,
  onQuery: (query: string) => void,
) {
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [order, setOrder] = useState<Order>('saved');

  const { inText, busy } = useTextSearch(port, query);
  const sorted = useMemo(() => sortEntries(entries, order, wordsLanguage()), [entries, order]);
  const matching = useMemo(() => matchQuery(sorted, query, inText), [sorted, query, inText]);
  const shown = useMemo(() => applyFilters(matching, filters), [matching, filters]);
  const counts = useMemo(
    () => ({
      outlet: countFacet(matching, filters, 'outlet'),
      actor: countFacet(matching, filters, 'actor'),
      tag: countFacet(matching, filters, 'tag'),
      year: countFacet(matching, filters, 'year'),
    }),
    [matching, filters],
  );
  const clear = useCallback(() => {
    onQuery('');
    setFilters(NO_FILTERS);
  }, [onQuery]);
  const narrowed = query.trim() !== '' || FACETS.some((facet) => filters[facet].length > 0);
  return { filters, setFilters, order, setOrder, shown, counts, narrowed, busy, clear };
}
