import { useEffect, useId, useRef } from 'preact/hooks';
import type { ClippingId } from '../../lib/model/ids';
import { asId } from '../../lib/model/ids';
import { useRowWindow } from '../hooks/use-window';
import { ClippingRow } from './ClippingRow';
import type { Entry } from './entries';
import type { LibraryPort } from './port';
import { useSnippets } from './use-snippets';

export interface ClippingListProps {
  readonly port: LibraryPort;
  readonly entries: readonly Entry[];
  /** What was searched for; its words are shown where they stand. */
  readonly query: string;
  readonly label: string;
  /** The row the keyboard is on, null before it was used. */
  readonly active: ClippingId | null;
  readonly open: ClippingId | null;
  readonly selected: ReadonlySet<ClippingId>;
  readonly onActive: (id: ClippingId) => void;
  readonly onOpen: (id: ClippingId) => void;
  readonly onSelected: (ids: ReadonlySet<ClippingId>) => void;
  readonly onTrash: () => void;
}

/**
 * The reading list (ARIA list box, several may be selected), of which only the rows in sight exist. Arrow keys, Home,
 * End and page keys move; Enter opens; Space, Shift with an arrow, and Ctrl+A select; Delete puts in the trash.
 */
export function ClippingList(props: ClippingListProps) {
  const { entries, active, selected } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { from, to, height, reveal } = useRowWindow(scroller, entries.length);
  const id = useId();
  const inSight = entries.slice(from, to);
  const snippets = useSnippets(
    props.port,
    props.query,
    inSight.map(({ clipping }) => clipping.id),
  );
  const at = entries.findIndex(({ clipping }) => clipping.id === active);
  const idAt = (index: number) => entries[index]?.clipping.id;

  // The active row is in the document whenever it is pointed to, also after sorting or filtering.
  useEffect(() => {
    if (at >= 0) reveal(at);
  }, [at, reveal]);

  const toggle = (which: ClippingId) => {
    const next = new Set(selected);
    if (!next.delete(which)) next.add(which);
    props.onSelected(next);
  };
  const select = (a: number, b: number) => {
    const between = entries.slice(Math.min(a, b), Math.max(a, b) + 1);
    props.onSelected(new Set([...selected, ...between.map(({ clipping }) => clipping.id)]));
  };
  const moveTo = (index: number, selecting: boolean) => {
    const target = idAt(Math.max(0, Math.min(index, entries.length - 1)));
    if (target === undefined) return;
    if (selecting && at >= 0) select(at, index);
    props.onActive(target);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const everything = (event.ctrlKey || event.metaKey) && event.key === 'a';
    if (event.altKey || ((event.ctrlKey || event.metaKey) && !everything)) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: entries.length - 1,
      PageDown: at + page,
      PageUp: Math.max(0, at - page),
    };
    const step = steps[event.key];
    if (everything) props.onSelected(new Set(entries.map(({ clipping }) => clipping.id)));
    else if (step !== undefined) moveTo(Math.min(step, entries.length - 1), event.shiftKey);
    else if (event.key === ' ' && active !== null) toggle(active);
    else if (event.key === 'Enter' && active !== null) props.onOpen(active);
    else if (event.key === 'Delete') props.onTrash();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const row = event.target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (row === undefined) return;
    const which = asId<ClippingId>(row);
    if (event.shiftKey && at >= 0)
      select(
        at,
        entries.findIndex(({ clipping }) => clipping.id === which),
      );
    else if (event.ctrlKey || event.metaKey || event.target.closest('[data-tick]')) toggle(which);
    else props.onOpen(which);
    props.onActive(which);
  };

  return (
    <div
      class={props.query.trim() === '' ? 'shelf' : 'shelf with-snippets'}
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-multiselectable="true"
      {...(at >= from && at < to ? { 'aria-activedescendant': `${id}-${at}` } : {})}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div class="shelf-all" role="presentation" style={{ blockSize: `${entries.length * height}px` }}>
        <div class="shelf-shown" role="presentation" style={{ transform: `translateY(${from * height}px)` }}>
          {inSight.map((entry, i) => (
            <ClippingRow
              key={entry.clipping.id}
              entry={entry}
              snippet={snippets.get(entry.clipping.id) ?? null}
              id={`${id}-${from + i}`}
              position={from + i + 1}
              size={entries.length}
              active={from + i === at}
              open={entry.clipping.id === props.open}
              selected={selected.has(entry.clipping.id)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
