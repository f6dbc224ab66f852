import { type RefObject } from 'preact';
import { say } from '../../lib/platform/words';

export interface LibraryBarProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly inTrash: boolean;
  readonly trashed: number;
  /** To the trash, or back from it. */
  readonly onPlace: () => void;
  /** Null where there is nothing to export. */
  readonly onExport: (() => void) | null;
  /** Null where there is nothing to back up. */
  readonly onBackup: (() => void) | null;
  readonly onImport: () => void;
}

/** Title, search, and what can be done with the library as a whole. */
export function LibraryBar({ search, query, onQuery, ...props }: LibraryBarProps) {
  const action = (words: string, onPress: () => void) => (
    <button type="button" class="link" onClick={onPress}>
      {words}
    </button>
  );
  return (
    <header class="library-bar">
      <h1>{say('library.title')}</h1>
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
      <div class="actions">
        {props.onExport && action(say('library.export'), props.onExport)}
        {props.onBackup && action(say('library.backup'), props.onBackup)}
        {action(say('library.import'), props.onImport)}
        {action(
          props.inTrash
            ? say('library.toList')
            : say('panel.count', { name: say('library.trash'), count: props.trashed }),
          props.onPlace,
        )}
      </div>
    </header>
  );
}
