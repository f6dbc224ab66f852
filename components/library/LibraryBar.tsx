import { type RefObject } from 'preact';
import { say } from '../../lib/platform/words';
import type { PlaceName } from './address';
import { PlaceNav } from './PlaceNav';

export interface LibraryBarProps {
  readonly place: PlaceName;
  readonly counts: Readonly<Partial<Record<PlaceName, number>>>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly search: RefObject<HTMLInputElement | null>;
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
      <input
        ref={search}
        class="library-search"
        type="search"
        dir="auto"
        aria-label={say('library.search')}
        placeholder={say('library.searchHint')}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          if (query === '') event.currentTarget.blur();
          onQuery('');
        }}
      />
      <div class="actions">{props.onBackup && action(say('library.backup'), props.onBackup)}</div>
    </header>
  );
}
