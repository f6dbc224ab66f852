import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ActorType } from '../../lib/model/analysis';
import { say } from '../../lib/platform/words';
import type { Proposal } from '../../lib/search/actors/propose';
import { ActorFilters } from '../actors/ActorFilters';
import { useAnnounce } from '../hooks/use-announce';
import { arrow } from '../library/reveal';
import { useKeys } from '../library/use-keys';
import { ActorListBox } from './ActorListBox';
import { ALL_ACTORS, ACTOR_ORDERS, type ActorOrder, arrangeActors, type ListView } from './arrange-actors';
import type { Archive } from './archive';
import { ProposalList } from './ProposalList';
import type { Decisions } from './use-decisions';

export interface ActorIndexProps {
  readonly archive: Archive;
  readonly proposals: readonly Proposal[];
  readonly decisions: Decisions;
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
  readonly onOpen: (root: string) => void;
}

/** The list of all actors, with what may be one of them. */
export function ActorIndex({ archive, proposals, decisions, view, onView, onOpen }: ActorIndexProps) {
  const { actors, byRoot } = archive;
  const announce = useAnnounce();
  const list = useRef<HTMLElement>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const { search, types, order } = view;
  const shown = useMemo(
    () => arrangeActors(actors, { search, types, order, active: null }),
    [actors, search, types, order],
  );
  const counts = useMemo(() => {
    const count = (type: ActorType) => actors.filter((actor) => actor.type === type).length;
    return { person: count('person'), organization: count('organization'), place: count('place') };
  }, [actors]);
  const selected = [...marked].map((root) => byRoot.get(root)).filter((actor) => actor !== undefined);
  const isNarrowed = shown.length < actors.length;
  const join = () => {
    // The one with the most articles gives the others its place.
    void decisions.join(selected.toSorted((a, b) => b.articles - a.articles));
    setMarked(new Set());
  };

  useKeys({
    j: () => arrow(list.current, 'ArrowDown'),
    k: () => arrow(list.current, 'ArrowUp'),
    s: selected.length > 1 ? join : undefined,
    Escape: () => (asking ? setAsking(false) : setMarked(new Set())),
  });
  useEffect(() => {
    if (isNarrowed) announce.say(say('actors.shown', { shown: shown.length, all: actors.length }));
  }, [announce, isNarrowed, shown.length, actors.length]);

  if (actors.length === 0)
    return (
      <main class="known">
        <div class="library-empty">
          <h2>{say('known.empty')}</h2>
          <p>{say('known.emptyHow')}</p>
        </div>
      </main>
    );
  return (
    <main class="known">
      <section class="known-list" ref={list} aria-label={say('library.place.actors')}>
        <ActorFilters
          types={types}
          search={search}
          counts={counts}
          onTypes={(next) => onView({ ...view, types: next })}
          onSearch={(next) => onView({ ...view, search: next })}
        />
        {selected.length > 0 ? (
          <div class="list-bar selecting" role="group" aria-label={say('library.selected', selected.length)}>
            <span class="list-count">{say('library.selected', selected.length)}</span>
            <button type="button" class="button" disabled={selected.length < 2} onClick={join}>
              {say('known.same')}
            </button>
            <button type="button" class="link" onClick={() => setMarked(new Set())}>
              {say('library.clearSelection')}
            </button>
          </div>
        ) : (
          <div class="list-bar">
            <span class="list-count">
              {isNarrowed
                ? say('actors.shown', { shown: shown.length, all: actors.length })
                : say('known.count', actors.length)}
            </span>
            {proposals.length > 0 && (
              <button type="button" class="link" aria-expanded={asking} onClick={() => setAsking(!asking)}>
                {say('panel.count', { name: say('known.perhaps'), count: proposals.length })}
              </button>
            )}
            <OrderPick order={order} onOrder={(next) => onView({ ...view, order: next })} />
          </div>
        )}
        {asking && proposals.length > 0 && (
          <div class="known-asking">
            <ProposalList archive={archive} proposals={proposals} decisions={decisions} />
          </div>
        )}
        {shown.length > 0 ? (
          <ActorListBox
            actors={shown}
            active={view.active}
            selected={marked}
            onActive={(active) => onView({ ...view, active })}
            onSelected={setMarked}
            onOpen={onOpen}
          />
        ) : (
          <div class="library-empty">
            <p>{say('actors.noneShown')}</p>
            <button type="button" class="button" onClick={() => onView({ ...ALL_ACTORS, order })}>
              {say('actors.showAll')}
            </button>
          </div>
        )}
      </section>
    </main>
  );
}

function OrderPick({ order, onOrder }: { readonly order: ActorOrder; readonly onOrder: (order: ActorOrder) => void }) {
  const isOrder = (value: string): value is ActorOrder => ACTOR_ORDERS.some((each) => each === value);
  return (
    <label class="pick">
      <span class="visually-hidden">{say('claims.order')}</span>
      <select value={order} onChange={({ currentTarget: { value } }) => isOrder(value) && onOrder(value)}>
        {ACTOR_ORDERS.map((each) => (
          <option key={each} value={each}>
            {say(`known.order.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
