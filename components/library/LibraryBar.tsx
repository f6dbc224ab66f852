import { type RefObject } from 'preact';
import { say } from '../../lib/platform/words';
import type { KnownValues } from '../../lib/search/query/complete-query';
import type { PlaceName } from './address';
import { PlaceNav } from './PlaceNav';
import { SearchBox } from './SearchBox';

export interface LibraryBarProps {
  readonly place: PlaceName;
  readonly counts: Readonly<Partial<Record<PlaceName, number>>>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly search: RefObject<HTMLInputElement | null>;
  /** What stands in the library, for completing a query. */
  readonly known: () => KnownValues;
  /** Null where there is nothing to back up. */
  readonly onBackup: (() => void) | null;
}

/** Title, places, search, and what can be done with the library as a whole. */
export function LibraryBar({ search, query, onQuery, ...props }: LibraryBarProps) {
  const action = (words: string, onPress: () => void) => (
    <button type="button" class="link" onClick={onPress}>
      {words}
    </button>
  );
  return (
    <header class="library-bar">
      <h1>{say('library.title')}</h1>
      <PlaceNav place={props.place} counts={props.counts} />
      <SearchBox query={query} onQuery={onQuery} search={search} known={props.known} />
      <div class="actions">{props.onBackup && action(say('library.backup'), props.onBackup)}</div>
    </header>
  );
}
