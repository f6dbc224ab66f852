import { useState } from 'preact/hooks';
import type { NoteId } from '../../lib/model/ids';
import type { Note } from '../../lib/model/note';
import type { Result } from '../../lib/model/result';
import type { WriteFailure } from '../../lib/messages/protocol';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { say } from '../../lib/platform/words';
import { hashOf } from '../library/address';
import type { Entry } from '../library/entries';
import { PageText, Passage } from '../text/words';

/** Notes shown before more are asked for, and how many more come each time. */
const FEW = 30;

/** The notes that bear a code, with their articles; `chosen` are ticked, null where nothing can be ticked. */
export function CodedNotes(props: {
  readonly found: Result<readonly Note[], WriteFailure> | null;
  readonly articles: ReadonlyMap<string, Entry>;
  readonly chosen: ReadonlySet<NoteId>;
  readonly onChosen: (chosen: ReadonlySet<NoteId>) => void;
}) {
  const { found, chosen } = props;
  const [limit, setLimit] = useState(FEW);
  if (!found) return null;
  if (!found.ok) return <p class="small warning">{writeFailureWords(found.reason)}</p>;
  const toggle = (id: NoteId) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    props.onChosen(next);
  };
  return (
    <>
      <ul class="rows coded-notes" aria-label={say('codes.coded')}>
        {found.value.slice(0, limit).map((note) => {
          const meta = props.articles.get(note.clippingId)?.clipping.meta;
          const words = wordsOf(note);
          return (
            <li key={note.id}>
              <label>
                <input type="checkbox" checked={chosen.has(note.id)} onChange={() => toggle(note.id)} />
                {words === '' ? (
                  <span class="small">{say('notes.onArticle')}</span>
                ) : (
                  <Passage text={words} clamped inButton />
                )}
              </label>
              <a class="small" href={hashOf({ place: 'articles', item: note.clippingId })}>
                <PageText>{meta ? `${meta.outlet} · ${meta.title}` : note.clippingId}</PageText>
              </a>
            </li>
          );
        })}
      </ul>
      {found.value.length > limit && (
        <button type="button" class="link" onClick={() => setLimit(limit + FEW)}>
          {say('library.moreValues')}
        </button>
      )}
    </>
  );
}

/** What stands for a note in a list: its passage, the actor it is about, or its own words. */
function wordsOf({ selectors, about, body }: Note): string {
  return selectors?.exact ?? (about?.kind === 'actor' ? about.name : body);
}
