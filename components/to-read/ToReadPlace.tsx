import { useEffect, useState } from 'preact/hooks';
import type { WriteFailure } from '../../lib/messages/protocol';
import type { Result } from '../../lib/model/result';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { isolate, say } from '../../lib/platform/words';
import type { ToReadEntry } from '../../lib/store/to-read';
import { useAnnounce } from '../hooks/use-announce';
import { hashOf } from '../library/address';
import type { PlaceProps } from '../library/place';
import { Busy, Notice } from '../panel/Notice';
import { ToReadRow } from './ToReadRow';

/** Rows shown before more are asked for, and how many more come each time. */
const STEP = 100;

/** Articles that came as addresses and wait to be read; one that is saved leaves the list by itself. */
export function ToReadPlace({ port }: PlaceProps) {
  const { toRead } = port;
  const announce = useAnnounce();
  const [found, setFound] = useState<Result<readonly ToReadEntry[], WriteFailure> | null>(null);
  const [limit, setLimit] = useState(STEP);
  useEffect(() => toRead.follow(setFound), [toRead]);

  const remove = async ({ url, title }: ToReadEntry) => {
    const gone = await toRead.remove([url]);
    if (!gone.ok) return announce.warn(writeFailureWords(gone.reason));
    announce.offerUndo({
      said: say('toRead.removed', { title: isolate(title || url) }),
      undo: async () => {
        const back = await toRead.restore(gone.value);
        if (!back.ok) announce.warn(writeFailureWords(back.reason));
      },
    });
  };
  if (!found) return <Busy sentence={say('toRead.busy')} />;
  if (!found.ok) return <Notice sentence={writeFailureWords(found.reason)} />;
  const all = found.value;
  return (
    <main class="place to-read">
      <h2>{say('toRead.title')}</h2>
      {all.length === 0 ? (
        <p>
          {say('toRead.empty')} <a href={hashOf({ place: 'import', item: null })}>{say('library.place.import')}</a>
        </p>
      ) : (
        <>
          <p class="small">{say('toRead.how')}</p>
          <ul class="rows" aria-label={say('toRead.title')}>
            {all.slice(0, limit).map((entry) => (
              <ToReadRow key={entry.url} entry={entry} onRemove={() => void remove(entry)} />
            ))}
          </ul>
          {all.length > limit && (
            <button type="button" class="link" onClick={() => setLimit(limit + STEP)}>
              {say('library.moreValues')}
            </button>
          )}
        </>
      )}
    </main>
  );
}
