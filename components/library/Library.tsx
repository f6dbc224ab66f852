import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import { DropOverlay } from './DropOverlay';
import { useArchive } from '../actor-page/use-archive';
import { useWasIdle } from '../hooks/use-idle';
import type { Entry } from './entries';
import { ExportDialog, type ScopeIds } from './ExportDialog';
import { JobStatus } from './JobStatus';
import { knownValues } from './known-values';
import { LibraryBar } from './LibraryBar';
import { PLACE_VIEWS } from './places';
import type { LibraryPort } from './port';
import { useAddress } from './use-address';
import { useExport } from './use-export';
import { useFileDrop } from './use-file-drop';
import { useJobs } from './use-jobs';
import { useKeys } from './use-keys';

export interface LibraryProps {
  readonly port: LibraryPort;
  readonly kept: readonly Entry[];
  readonly trashed: readonly Entry[];
}

/** The bar, the place that the address names, and the work on files that goes on whatever the place. */
export function Library({ port, kept, trashed }: LibraryProps) {
  const [{ place, item, part }, go] = useAddress();
  const [query, setQuery] = useState('');
  const [exporting, setExporting] = useState<ScopeIds | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const [dropped, setDropped] = useState<File | null>(null);
  const announce = useAnnounce();
  const jobs = useJobs();
  const exports = useExport(port, jobs);

  const isSearched = place === 'articles' || place === 'trash';
  const onQuery = useCallback(
    (words: string) => {
      setQuery(words);
      if (!isSearched && words !== '') go({ place: 'articles', item: null });
    },
    [isSearched, go],
  );
  // What was searched for in one place does not narrow the next one; where the search itself led there it does.
  const searchedIn = useRef(place);
  useEffect(() => {
    if (searchedIn.current !== place && document.activeElement !== search.current) setQuery('');
    searchedIn.current = place;
  }, [place]);
  const actors = useArchive(port.knownActors, kept, useWasIdle() || place === 'actors');
  const known = useMemo(() => knownValues(kept), [kept]);
  useKeys({ '/': () => search.current?.focus() });
  const isDragged = useFileDrop(([file, ...more]) => {
    if (file === undefined) return;
    if (more.length > 0) return announce.warn(say('import.onlyOne'));
    setDropped(file);
    go({ place: 'import', item: null });
  });

  const Place = PLACE_VIEWS[place];
  return (
    <div class={`library${isSearched && item !== null ? ' with-open' : ''}`}>
      <LibraryBar
        place={place}
        counts={{ trash: trashed.length }}
        query={query}
        onQuery={onQuery}
        search={search}
        known={known}
        onBackup={kept.length + trashed.length > 0 ? () => void exports.backup() : null}
      />
      <Place
        key={place}
        port={port}
        kept={kept}
        trashed={trashed}
        actors={actors}
        item={item}
        part={part}
        go={go}
        query={query}
        onQuery={onQuery}
        search={search}
        onExport={setExporting}
        dropped={dropped}
        onDropTaken={() => setDropped(null)}
      />
      {isDragged && <DropOverlay />}
      {jobs.progress && <JobStatus progress={jobs.progress} onStop={jobs.stop} />}
      {exporting !== null && (
        <ExportDialog
          scopes={exporting}
          onExport={(ids, format) => void exports.files(ids, format)}
          onClose={() => setExporting(null)}
        />
      )}
    </div>
  );
}
