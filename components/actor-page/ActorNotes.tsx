import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ActorType } from '../../lib/model/analysis';
import type { Note } from '../../lib/model/note';
import { say } from '../../lib/platform/words';
import { nameKey } from '../../lib/search/actors/name-key';
import { hashOf } from '../library/address';
import type { LibraryPort } from '../library/port';
import { Markdown } from '../notes/Markdown';
import { PageText } from '../text/words';
import type { Archive } from './archive';

const TYPES: readonly ActorType[] = ['person', 'organization', 'place'];

/** What the reader wrote about an actor, in whichever article and under whichever of its names; nothing where there is none. */
export function ActorNotes(props: { readonly port: LibraryPort; readonly archive: Archive; readonly root: string }) {
  const { port, archive, root } = props;
  const [notes, setNotes] = useState<readonly Note[]>([]);
  useEffect(() => port.followNotes((found) => found.ok && setNotes(found.value)), [port]);
  const own = useMemo(
    () =>
      notes.filter(
        ({ about, clippingId }) =>
          about?.kind === 'actor' &&
          archive.heads.has(clippingId) &&
          TYPES.some((type) => archive.groups.rootOf(nameKey(about.name, type), clippingId) === root),
      ),
    [notes, archive, root],
  );
  if (own.length === 0) return null;
  return (
    <section class="fact-list" aria-label={say('tab.notes')}>
      <h3>
        {say('tab.notes')} <span class="count">{own.length}</span>
      </h3>
      <ul class="rows">
        {own.map((note) => (
          <li key={note.id}>
            <Markdown text={note.body} />
            <a class="small" href={hashOf({ place: 'articles', item: note.clippingId })}>
              <PageText>{archive.heads.get(note.clippingId)?.title ?? ''}</PageText>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
