import type { Note } from '../../lib/model/note';
import { asId, type NoteId } from '../../lib/model/ids';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { say } from '../../lib/platform/words';
import type { Draft } from '../port';
import { useAnnounce } from '../hooks/use-announce';
import type { DraftDesk } from '../hooks/use-drafts';
import { useReadingPort } from '../hooks/use-port';
import { changesNote } from './drafts';

/** Saving and deleting notes. A draft is dropped only once its note is stored. */
export function useNoteWrites(desk: DraftDesk) {
  const port = useReadingPort();
  const announce = useAnnounce();

  const save = async (place: string, { revision, ...draft }: Draft) => {
    if (draft.selectors === null && draft.body.trim() === '' && draft.tags.length === 0) {
      announce.warn(say('notes.emptyNote'));
      return;
    }
    const id: NoteId | null = changesNote(place) ? asId(place.slice(place.indexOf(':') + 1)) : null;
    let saved = id === null ? await port.addNote(draft) : await port.editNote(id, revision, draft);
    // The note was deleted elsewhere: what was written becomes a note of its own.
    if (!saved.ok && id !== null && saved.reason === 'not-found') saved = await port.addNote(draft);
    if (saved.ok) {
      desk.drop(place);
      announce.say(say('notes.saved'));
    } else announce.warn(writeFailureWords(saved.reason));
  };

  const remove = async (note: Note) => {
    const gone = await port.deleteNote(note.id);
    if (!gone.ok) {
      announce.warn(writeFailureWords(gone.reason));
      return;
    }
    announce.offerUndo({
      said: say('notes.deleted'),
      undo: async () => {
        const back = await port.restoreNote(note);
        if (back.ok) announce.say(say('notes.back'));
        else announce.warn(writeFailureWords(back.reason));
      },
    });
  };

  return { save, remove };
}
