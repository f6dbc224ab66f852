import { useEffect, useId, useRef } from 'preact/hooks';
import { say } from '../../lib/platform/words';
import type { KnownActor } from '../../lib/search/actors/roster';
import { useRowWindow } from '../hooks/use-window';
import { Day } from '../text/dates';
import { PageText } from '../text/words';

export interface ActorListBoxProps {
  readonly actors: readonly KnownActor[];
  /** The row the keyboard is on, null before it was used. */
  readonly active: string | null;
  readonly selected: ReadonlySet<string>;
  readonly onActive: (root: string) => void;
  readonly onSelected: (roots: ReadonlySet<string>) => void;
  readonly onOpen: (root: string) => void;
}

/**
 * The list of actors (ARIA list box, several may be selected), of which only the rows in sight exist. Arrow keys, Home,
 * End and page keys move; Enter opens; Space or Ctrl and a click select.
 */
export function ActorListBox({ actors, active, selected, onActive, onSelected, onOpen }: ActorListBoxProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { from, to, height, reveal } = useRowWindow(scroller, actors.length);
  const id = useId();
  const at = actors.findIndex(({ root }) => root === active);

  useEffect(() => {
    if (at >= 0) reveal(at);
  }, [at, reveal]);

  const toggle = (root: string) => {
    const next = new Set(selected);
    if (!next.delete(root)) next.add(root);
    onSelected(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: actors.length - 1,
      PageDown: at + page,
      PageUp: at - page,
    };
    const step = steps[event.key];
    const target = actors[Math.max(0, Math.min(step ?? at, actors.length - 1))]?.root;
    if (step !== undefined && target !== undefined) onActive(target);
    else if (event.key === ' ' && active !== null) toggle(active);
    else if (event.key === 'Enter' && active !== null) onOpen(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent) => {
    const row = event.target instanceof Element && event.target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (row === undefined || row === false || !(event.target instanceof Element)) return;
    onActive(row);
    if (event.ctrlKey || event.metaKey || event.target.closest('[data-tick]')) toggle(row);
    else onOpen(row);
  };

  return (
    <div
      class="shelf"
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={say('library.place.actors')}
      aria-multiselectable="true"
      {...(at >= from && at < to ? { 'aria-activedescendant': `${id}-${at}` } : {})}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div class="shelf-all" role="presentation" style={{ blockSize: `${actors.length * height}px` }}>
        <div class="shelf-shown" role="presentation" style={{ transform: `translateY(${from * height}px)` }}>
          {actors.slice(from, to).map((actor, i) => (
            <div
              key={actor.root}
              class={`shelf-row known-row${from + i === at ? ' active' : ''}`}
              id={`${id}-${from + i}`}
              data-row={actor.root}
              role="option"
              aria-selected={selected.has(actor.root)}
              aria-posinset={from + i + 1}
              aria-setsize={actors.length}
            >
              <span class="shelf-tick" data-tick aria-hidden="true" />
              <span class="shelf-title">
                <PageText>{actor.name}</PageText>
              </span>
              <span class="known-facts small">
                <span class="visually-hidden">, </span>
                {say(`actorType.${actor.type}`)}
                {actor.isOneName && `, ${say('known.oneName')}`}
              </span>
              <span class="known-counts small">
                <span class="visually-hidden">, </span>
                {actor.claims > 0 && `${say('library.claims', actor.claims)}, `}
                {say('codes.articles', actor.articles)}
                <span class="visually-hidden">, </span>
                <span class="known-day">
                  <Day when={actor.lastSeen} />
                </span>
              </span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
