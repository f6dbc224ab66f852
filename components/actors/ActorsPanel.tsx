import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { ActorType } from '../../lib/model/analysis';
import type { ActorId } from '../../lib/model/ids';
import type { PageView } from '../../lib/model/page-view';
import { isolate, say, wordsLanguage } from '../../lib/platform/words';
import { SaidBeforeList } from '../claims/SaidBeforeList';
import { useAnnounce } from '../hooks/use-announce';
import { useReadingPort } from '../hooks/use-port';
import { useSaidBefore } from '../hooks/use-said-before';
import type { PanelState } from '../panel-state';
import { Notice } from '../panel/Notice';
import { actorItems, filterActors } from './actor-item';
import { ActorFilters } from './ActorFilters';
import { ActorList } from './ActorList';

/** From this many actors on a filter is worth its room. */
const FILTER_FROM = 6;

/** The Actors tab: filters, the list, and for the open one its other names, claims and what it said before. */
export function ActorsPanel(props: {
  readonly view: Extract<PageView, { state: 'read' }>;
  readonly state: PanelState;
  readonly onNote: (name: string) => void;
}) {
  const { view, state } = props;
  const port = useReadingPort();
  const announce = useAnnounce();
  const [saidBefore, setSaidBefore] = useState<ActorId | null>(null);
  const actors = useMemo(() => actorItems(view.article.text, view.analysis), [view.article.text, view.analysis]);
  const [types, search] = [state.actorTypes.value, state.actorSearch.value];
  const shown = filterActors(actors, types, search);
  const open = actors.find(({ id }) => id === state.openActor.value);
  const before = useSaidBefore(open && open.id === saidBefore ? open.name : null, view.clipping?.id ?? null);

  useEffect(() => {
    if (types.length > 0 || search !== '')
      announce.say(say('actors.shown', { shown: shown.length, all: actors.length }));
  }, [announce, types, search, shown.length, actors.length]);

  const onPoint = useCallback((id: ActorId | null) => port.point(id === null ? null : { kind: 'actor', id }), [port]);
  const onPress = useCallback(
    (id: ActorId) => {
      const opens = state.openActor.peek() !== id;
      state.openActor.value = opens ? id : null;
      if (opens)
        void port.reveal({ kind: 'actor', id }).then((found) => found || announce.warn(say('panel.notInPage')));
    },
    [port, state, announce],
  );
  const count = (type: ActorType) => actors.filter((actor) => actor.type === type).length;

  if (actors.length === 0) return <Notice sentence={say('actors.none')} />;
  return (
    <>
      {actors.length >= FILTER_FROM && (
        <ActorFilters
          types={types}
          search={search}
          counts={{ person: count('person'), organization: count('organization'), place: count('place') }}
          onTypes={(next) => (state.actorTypes.value = next)}
          onSearch={(next) => (state.actorSearch.value = next)}
        />
      )}
      {shown.length === 0 && (
        <Notice
          sentence={say('actors.noneShown')}
          action={{
            label: say('actors.showAll'),
            onPress: () => {
              state.actorTypes.value = [];
              state.actorSearch.value = '';
            },
          }}
        />
      )}
      <ActorList
        actors={shown}
        open={state.openActor.value}
        onPress={onPress}
        onPoint={onPoint}
        renderDetail={(actor) => (
          <>
            {actor.otherNames.length > 0 && (
              <p class="small">
                {say('actors.alsoCalled', {
                  names: new Intl.ListFormat(wordsLanguage(), { type: 'unit' }).format(actor.otherNames.map(isolate)),
                })}
              </p>
            )}
            <div class="actions">
              <button type="button" class="link" onClick={() => props.onNote(actor.name)}>
                {say('claims.note')}
              </button>
              {actor.claims > 0 && (
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    state.kinds.value = [];
                    state.speaker.value = actor.name;
                    state.tab.value = 'claims';
                  }}
                >
                  {say('actors.showClaims')}
                </button>
              )}
              <button
                type="button"
                class="link"
                aria-expanded={saidBefore === actor.id}
                onClick={() => setSaidBefore(saidBefore === actor.id ? null : actor.id)}
              >
                {say('saidBefore.title')}
              </button>
            </div>
            {before !== null && <SaidBeforeList name={actor.name} found={before} />}
          </>
        )}
      />
    </>
  );
}
