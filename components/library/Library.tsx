import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ClippingId } from '../../lib/model/ids';
import { say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import { ClippingList } from './ClippingList';
import { ConfirmDialog } from './ConfirmDialog';
import type { Entry } from './entries';
import { ExportDialog, type ScopeIds } from './ExportDialog';
import { ImportDialog } from './ImportDialog';
import { ImportResult } from './ImportResult';
import { JobStatus } from './JobStatus';
import { FacetList } from './FacetList';
import { toggleFilter } from './filter';
import { LibraryBar } from './LibraryBar';
import { ListBar } from './ListBar';
import { ListNotice } from './ListNotice';
import { OpenClipping } from './OpenClipping';
import type { LibraryPort } from './port';
import { useExport } from './use-export';
import { useImport } from './use-import';
import { useJobs } from './use-jobs';
import { useLibraryKeys } from './use-library-keys';
import { useShelf } from './use-shelf';
import { useTrash } from './use-trash';

export interface LibraryProps {
  readonly port: LibraryPort;
  readonly kept: readonly Entry[];
  readonly trashed: readonly Entry[];
  readonly opens: ClippingId | null;
  readonly onOpened: (id: ClippingId | null) => void;
}

type Ids = ReadonlySet<ClippingId>;
const NONE: Ids = new Set();
const idsOf = (entries: readonly Entry[]) => entries.map(({ clipping }) => clipping.id);

/** Facets, the reading list or the trash, and the clipping that is open. */
export function Library({ port, kept, trashed, opens, onOpened }: LibraryProps) {
  const announce = useAnnounce();
  const [place, setPlace] = useState<'kept' | 'trash'>('kept');
  const [active, setActive] = useState<ClippingId | null>(opens);
  const [open, setOpen] = useState(opens);
  const [marked, setMarked] = useState<Ids>(NONE);
  const [exporting, setExporting] = useState<'list' | 'one' | null>(null);
  const [erasing, setErasing] = useState<readonly ClippingId[] | null>(null);
  const [importing, setImporting] = useState(false);
  const [narrowing, setNarrowing] = useState(false);
  const list = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);

  const inTrash = place === 'trash';
  const all = inTrash ? trashed : kept;
  const shelf = useShelf(port, all);
  const { shown } = shelf;
  // What was marked and is not in the list any more (deleted, filtered away) is not acted on.
  const selected = useMemo(() => new Set(idsOf(shown).filter((id) => marked.has(id))), [shown, marked]);
  const jobs = useJobs();
  const exports = useExport(port, jobs);
  const imports = useImport(port, jobs);

  const show = useCallback(
    (id: ClippingId | null) => {
      setOpen(id);
      onOpened(id);
      if (id === null) list.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
      else setActive(id);
    },
    [onOpened],
  );
  const trash = useTrash(port, (ids) => {
    setMarked(NONE);
    if (open !== null && ids.includes(open)) show(null);
  });

  const go = (to: typeof place) => {
    setPlace(to);
    setMarked(NONE);
    shelf.clear();
    show(null);
  };
  useLibraryKeys({
    search,
    list,
    onEscape: () => (open === null ? setMarked(NONE) : show(null)),
    onSelect: () => active !== null && setMarked(new Set(selected.has(active) ? [] : [...selected, active])),
  });
  useEffect(() => {
    if (shelf.narrowed && !shelf.busy) announce.say(say('library.shown', { shown: shown.length, all: all.length }));
  }, [announce, shelf.narrowed, shelf.busy, shown.length, all.length]);

  const scopes: ScopeIds =
    exporting === 'one' && open !== null
      ? { one: [open] }
      : { selected: [...selected], ...(shelf.narrowed ? { shown: idsOf(shown) } : {}), all: idsOf(kept) };
  return (
    <div class={`library${open === null ? '' : ' with-open'}`}>
      <LibraryBar
        query={shelf.query}
        onQuery={shelf.setQuery}
        search={search}
        inTrash={inTrash}
        trashed={trashed.length}
        onPlace={() => go(inTrash ? 'kept' : 'trash')}
        onExport={kept.length > 0 ? () => setExporting('list') : null}
        onBackup={kept.length + trashed.length > 0 ? () => void exports.backup() : null}
        onImport={() => setImporting(true)}
      />
      <div class="library-body">
        {all.length > 0 && (
          <aside class="library-facets" aria-label={say('library.narrow')} data-shown={narrowing}>
            <FacetList
              filters={shelf.filters}
              counts={shelf.counts}
              onToggle={(facet, value) => shelf.setFilters(toggleFilter(shelf.filters, facet, value))}
              onClear={shelf.clear}
            />
          </aside>
        )}
        <main class="library-main">
          <section class="library-list" ref={list} aria-label={say(inTrash ? 'library.trash' : 'library.list')}>
            {all.length > 0 && (
              <ListBar
                shown={shown.length}
                busy={shelf.busy}
                all={all.length}
                selected={selected.size}
                order={shelf.order}
                onOrder={shelf.setOrder}
                inTrash={inTrash}
                narrowing={narrowing}
                onNarrow={() => setNarrowing(!narrowing)}
                onExport={() => setExporting('list')}
                onTrash={() => void trash.put([...selected])}
                onRestore={() => void trash.takeOut([...selected])}
                onErase={() => setErasing(selected.size > 0 ? [...selected] : idsOf(trashed))}
                onClear={() => setMarked(NONE)}
              />
            )}
            {shown.length > 0 ? (
              <ClippingList
                entries={shown}
                label={say(inTrash ? 'library.trash' : 'library.list')}
                active={active}
                open={open}
                selected={selected}
                onActive={setActive}
                onOpen={show}
                onSelected={setMarked}
                onTrash={() => {
                  const ids = selected.size > 0 ? [...selected] : active === null ? [] : [active];
                  if (!inTrash && ids.length > 0) void trash.put(ids);
                }}
              />
            ) : (
              !shelf.busy && <ListNotice inTrash={inTrash} empty={all.length === 0} onClear={shelf.clear} />
            )}
          </section>
          {open !== null && (
            <OpenClipping
              key={open}
              port={port}
              id={open}
              list={list}
              onClose={() => show(null)}
              onTrash={() => void (inTrash ? trash.takeOut([open]) : trash.put([open]))}
              inTrash={inTrash}
              onExport={() => setExporting('one')}
              onOpen={show}
            />
          )}
        </main>
      </div>
      {jobs.progress && <JobStatus progress={jobs.progress} onStop={jobs.stop} />}
      {exporting !== null && (
        <ExportDialog
          scopes={scopes}
          onExport={(ids, format) => void exports.files(ids, format)}
          onClose={() => setExporting(null)}
        />
      )}
      {importing && (
        <ImportDialog
          empty={kept.length + trashed.length === 0}
          onImport={(file, mode) => void imports.start(file, mode)}
          onClose={() => setImporting(false)}
        />
      )}
      {imports.report && <ImportResult report={imports.report} onClose={imports.close} />}
      {erasing !== null && (
        <ConfirmDialog
          title={say('library.erase')}
          question={say('library.eraseQuestion', erasing.length)}
          action={say('library.erase')}
          onConfirm={() => void trash.erase(erasing)}
          onClose={() => setErasing(null)}
        />
      )}
    </div>
  );
}
