import type { PlacedNote } from '../../lib/model/page-view';
import { isolate, say } from '../../lib/platform/words';
import type { Draft } from '../port';
import { Passage } from '../text/words';
import { useAnnounce } from '../hooks/use-announce';
import type { DraftDesk } from '../hooks/use-drafts';
import { useReadingPort } from '../hooks/use-port';
import { ARTICLE_PLACE, changesNote, draftOf, looseDrafts, newDraft, placeOfNote } from './drafts';
import { NoteCard } from './NoteCard';
import { NoteConflict } from './NoteConflict';
import { NoteEditor } from './NoteEditor';
import { useNoteWrites } from './use-note-writes';

export interface NotesPanelProps {
  readonly notes: readonly PlacedNote[];
  readonly desk: DraftDesk;
  /** The field the editor that was opened last should focus. */
  readonly focus: 'body' | 'tags';
}

const byPlace = (a: PlacedNote, b: PlacedNote) =>
  (a.span?.start ?? 0) - (b.span?.start ?? 0) || a.note.createdAt - b.note.createdAt;

/** The notes of a page: being written, on passages in reading order, on the article itself, not found any more. */
export function NotesPanel({ notes, desk, focus }: NotesPanelProps) {
  const port = useReadingPort();
  const announce = useAnnounce();
  const writes = useNoteWrites(desk);

  const editor = (place: string, draft: Draft) => (
    <NoteEditor
      fields={draft}
      onChange={(fields) => desk.put(place, { ...draft, ...fields })}
      onSave={() => void writes.save(place, draft)}
      onCancel={() => desk.drop(place)}
      complete={port.completeTag}
      focus={focus}
      withColour={draft.selectors !== null}
    />
  );

  const editorOf = ({ note }: PlacedNote) => {
    const place = placeOfNote(note.id);
    const draft = desk.drafts[place];
    if (!draft) return null;
    if (draft.revision === note.revision) return editor(place, draft);
    return (
      <NoteConflict
        theirs={note}
        mine={draft}
        onKeepMine={() => void writes.save(place, { ...draft, revision: note.revision })}
        onKeepTheirs={() => desk.drop(place)}
        onKeepBoth={(both) => desk.put(place, { ...draft, ...both, revision: note.revision })}
      />
    );
  };

  const list = (title: string, placed: readonly PlacedNote[]) =>
    placed.length > 0 && (
      <ul class="rows" aria-label={title}>
        {placed.map((each) => (
          <NoteCard
            key={each.note.id}
            placed={each}
            onReveal={() =>
              void port
                .reveal({ kind: 'note', id: each.note.id })
                .then((shown) => shown || announce.warn(say('panel.notInPage')))
            }
            onPoint={(on) => port.point(on ? { kind: 'note', id: each.note.id } : null)}
            onEdit={() => desk.put(placeOfNote(each.note.id), draftOf(each.note))}
            onDelete={() => void writes.remove(each.note)}
            editor={editorOf(each)}
          />
        ))}
      </ul>
    );

  const placed = notes.filter(({ span }) => span !== null).toSorted(byPlace);
  const whole = notes.filter(({ note }) => note.selectors === null).toSorted(byPlace);
  const onArticle = whole.filter(({ note }) => note.about === undefined);
  const onActors = whole.filter(({ note }) => note.about !== undefined);
  const lost = notes.filter(({ note, span }) => note.selectors !== null && span === null);
  const loose = looseDrafts(
    desk.drafts,
    notes.map(({ note }) => note),
  );
  const articleDraft = desk.drafts[ARTICLE_PLACE];
  return (
    <div class="notes">
      {loose.map(([place, draft]) => (
        <section key={place} class={`note new-note ${draft.colour}`}>
          {draft.selectors && (
            <div class="note-passage">
              <Passage text={draft.selectors.exact} clamped />
            </div>
          )}
          {draft.about?.kind === 'actor' && (
            <h2 class="group-heading">{say('notes.onActor', { name: isolate(draft.about.name) })}</h2>
          )}
          {changesNote(place) && <p role="alert">{say('notes.orphaned')}</p>}
          {editor(place, draft)}
        </section>
      ))}
      {articleDraft ? (
        <section class="note new-note plain">
          <h2 class="group-heading">{say('notes.onArticle')}</h2>
          {editor(ARTICLE_PLACE, articleDraft)}
        </section>
      ) : (
        <button type="button" class="button wide" onClick={() => desk.put(ARTICLE_PLACE, newDraft(null))}>
          {say('notes.writeOnArticle')}
        </button>
      )}
      {notes.length === 0 && loose.length === 0 && <p class="empty">{say('notes.none')}</p>}
      {list(say('notes.label'), placed)}
      {onArticle.length > 0 && <h2 class="group-heading">{say('notes.onArticleHeading')}</h2>}
      {list(say('notes.onArticleHeading'), onArticle)}
      {onActors.length > 0 && <h2 class="group-heading">{say('notes.onActorsHeading')}</h2>}
      {list(say('notes.onActorsHeading'), onActors)}
      {lost.length > 0 && (
        <>
          <h2 class="group-heading">{say('notes.lost')}</h2>
          <p class="small">{say('notes.lostWhy')}</p>
        </>
      )}
      {list(say('notes.lost'), lost)}
    </div>
  );
}
