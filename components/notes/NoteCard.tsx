import type { ComponentChildren } from 'preact';
import type { PlacedNote } from '../../lib/model/page-view';
import { say } from '../../lib/platform/words';
import { Day } from '../text/dates';
import { TagChip } from '../text/TagChip';
import { PageText, Passage } from '../text/words';
import { Markdown } from './Markdown';

export interface NoteCardProps {
  readonly placed: PlacedNote;
  readonly onReveal: () => void;
  readonly onPoint: (on: boolean) => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
  /** Shown instead of the note's own text while it is being edited. */
  readonly editor: ComponentChildren;
}

/** One note: the passage it stands on (pressing it shows it in the page), what was written, tags, when. */
export function NoteCard({ placed, onReveal, onPoint, onEdit, onDelete, editor }: NoteCardProps) {
  const { note, span } = placed;
  const passage = note.selectors && <Passage text={note.selectors.exact} clamped inButton={span !== null} />;
  return (
    <li
      class={`note ${note.colour}`}
      data-note={note.id}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
    >
      {span ? (
        <button
          type="button"
          class="note-passage"
          title={say('panel.showInPage')}
          onClick={onReveal}
          onFocus={() => onPoint(true)}
          onBlur={() => onPoint(false)}
        >
          {passage}
        </button>
      ) : (
        passage && <div class="note-passage">{passage}</div>
      )}
      {note.about?.kind === 'actor' && (
        <p class="speaker">
          <PageText>{note.about.name}</PageText>
        </p>
      )}
      {editor || (
        <>
          {note.body !== '' && <Markdown text={note.body} />}
          {note.tags.length > 0 && (
            <p class="tags">
              {note.tags.map((tag) => (
                <TagChip key={tag} tag={tag} />
              ))}
            </p>
          )}
          <div class="note-foot">
            <span class="small">
              {note.about?.kind === 'claim' && `${say('notes.onClaim')} · `}
              <Day when={note.updatedAt} />
            </span>
            <button type="button" class="link" data-edit onClick={onEdit}>
              {say('panel.edit')}
            </button>
            <button type="button" class="link" data-delete onClick={onDelete}>
              {say('panel.delete')}
            </button>
          </div>
        </>
      )}
    </li>
  );
}
