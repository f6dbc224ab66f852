import { useCallback, useState } from 'preact/hooks';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { say } from '../../lib/platform/words';
import type { PlaceProps } from '../library/place';
import { Busy, Notice } from '../panel/Notice';
import { ActorIndex } from './ActorIndex';
import { ActorPage } from './ActorPage';
import { findActor } from './archive';
import { ALL_ACTORS } from './arrange-actors';
import type { ArchiveState } from './use-archive';
import { useDecisions } from './use-decisions';

/** Everybody who is named in the clippings, and the one who is open. */
export function ActorsPlace({ actors, ...props }: PlaceProps) {
  if (actors.state === 'busy') return <Busy sentence={say('known.busy')} />;
  if (actors.state === 'failed') return <Notice sentence={writeFailureWords(actors.reason)} />;
  return <Found {...props} archive={actors.archive} proposals={actors.proposals} />;
}

type FoundProps = Omit<PlaceProps, 'actors'> & Pick<Extract<ArchiveState, { state: 'found' }>, 'archive' | 'proposals'>;

function Found({ port, item, go, archive, proposals }: FoundProps) {
  const decisions = useDecisions(port.knownActors, archive);
  // The list is as it was when the reader comes back to it.
  const [view, setView] = useState(ALL_ACTORS);
  const show = useCallback((root: string | null) => go({ place: 'actors', item: root }), [go]);
  const actor = item === null ? null : findActor(archive, item);
  if (item !== null && !actor)
    return (
      <main class="known">
        <Notice sentence={say('known.gone')} action={{ label: say('known.back'), onPress: () => show(null) }} />
      </main>
    );
  if (actor)
    return (
      <ActorPage
        key={actor.root}
        port={port}
        archive={archive}
        actor={actor}
        proposals={proposals}
        decisions={decisions}
        onClose={() => show(null)}
      />
    );
  return (
    <ActorIndex
      archive={archive}
      proposals={proposals}
      decisions={decisions}
      view={view}
      onView={setView}
      onOpen={show}
    />
  );
}
