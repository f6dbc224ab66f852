import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { asId, type ClippingId } from '../../lib/model/ids';
import { say } from '../../lib/platform/words';
import { TagManyDialog } from '../coding/TagManyDialog';
import { useTagMany } from '../coding/use-tag-many';
import { useAnnounce } from '../hooks/use-announce';
import { ClippingList } from './ClippingList';
import { ConfirmDialog } from './ConfirmDialog';
import type { Entry } from './entries';
import { FacetList } from './FacetList';
import { toggleFilter } from './filter';
import { ListBar } from './ListBar';
import { ListNotice } from './ListNotice';
import { OpenClipping } from './OpenClipping';
import type { PlaceProps } from './place';
import { arrow } from './reveal';
import { useKeys } from './use-keys';
import { useShelf } from './use-shelf';
import { useTrash } from './use-trash';

type Ids = ReadonlySet<ClippingId>;
const NONE: Ids = new Set();
const idsOf = (entries: readonly Entry[]) => entries.map(({ clipping }) => clipping.id);

/** The reading list with the clipping that is open. */
export function ArticlesPlace(props: PlaceProps) {
  return <Shelf {...props} place="articles" />;
}

/** What was removed, until it is deleted for good. */
export function TrashPlace(props: PlaceProps) {
  return <Shelf {...props} place="trash" />;
}

/** Facets, a list of clippings, and the one that is open. */
function Shelf({ port, kept, trashed, place, item, go, ...props }: PlaceProps & { place: 'articles' | 'trash' }) {
  const announce = useAnnounce();
  const open = item === null ? null : asId<ClippingId>(item);
  const [active, setActive] = useState<ClippingId | null>(open);
  const [marked, setMarked] = useState<Ids>(NONE);
  const [erasing, setErasing] = useState<readonly ClippingId[] | null>(null);
  const [narrowing, setNarrowing] = useState(false);
  const [tagging, setTagging] = useState(false);
  const list = useRef<HTMLElement>(null);

  const inTrash = place === 'trash';
  const all = inTrash ? trashed : kept;
  const shelf = useShelf(port, all, props.query, props.onQuery);
  const { shown } = shelf;
  // What was marked and is not in the list any more (deleted, filtered away) is not acted on.
  const selected = useMemo(() => new Set(idsOf(shown).filter((id) => marked.has(id))), [shown, marked]);

  const show = useCallback((id: ClippingId | null) => go({ place, item: id }), [go, place]);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (open !== null) setActive(open);
    else if (wasOpen.current !== null) list.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
    wasOpen.current = open;
  }, [open]);
  const trash = useTrash(port, (ids) => {
    setMarked(NONE);
    if (open !== null && ids.includes(open)) show(null);
  });

  const tagMany = useTagMany(
    (tag, on) => port.codes.tagClippings([...selected], tag, on),
    (change) => port.codes.takeBack(change),
  );

  useKeys({
    j: () => arrow(list.current, 'ArrowDown'),
    k: () => arrow(list.current, 'ArrowUp'),
    x: () => active !== null && setMarked(new Set(selected.has(active) ? [] : [...selected, active])),
    Escape: () => (open === null ? setMarked(NONE) : show(null)),
  });
  useEffect(() => {
    if (shelf.narrowed && !shelf.busy) announce.say(say('library.shown', { shown: shown.length, all: all.length }));
  }, [announce, shelf.narrowed, shelf.busy, shown.length, all.length]);

  const label = say(inTrash ? 'library.trash' : 'library.list');
  return (
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
        <section class="library-list" ref={list} aria-label={label}>
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
              onExport={() =>
                props.onExport({
                  selected: [...selected],
                  ...(shelf.narrowed ? { shown: idsOf(shown) } : {}),
                  all: idsOf(kept),
                })
              }
              onTag={() => setTagging(true)}
              onTrash={() => void trash.put([...selected])}
              onRestore={() => void trash.takeOut([...selected])}
              onErase={() => setErasing(selected.size > 0 ? [...selected] : idsOf(trashed))}
              onClear={() => setMarked(NONE)}
            />
          )}
          {shown.length > 0 ? (
            <ClippingList
              port={port}
              entries={shown}
              query={props.query}
              label={label}
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
            claim={props.part}
            port={port}
            id={open}
            list={list}
            onClose={() => show(null)}
            onTrash={() => void (inTrash ? trash.takeOut([open]) : trash.put([open]))}
            inTrash={inTrash}
            onExport={() => props.onExport({ one: [open] })}
            onOpen={show}
          />
        )}
      </main>
      {tagging && (
        <TagManyDialog
          title={say('coding.tagSelected', selected.size)}
          onTags={(tags, on) => void tagMany(tags, on)}
          onClose={() => setTagging(false)}
        />
      )}
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
