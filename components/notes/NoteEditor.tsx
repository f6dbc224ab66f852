import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { NoteColour } from '../../lib/model/note';
import { say } from '../../lib/platform/words';
import type { NoteFields } from '../port';
import { TagInput } from './TagInput';

/** Marker colours in the order they are offered. */
export const NOTE_COLOURS: readonly NoteColour[] = ['amber', 'green', 'blue', 'rose', 'grey'];

export interface NoteEditorProps {
  readonly fields: NoteFields;
  readonly onChange: (fields: NoteFields) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly complete: (prefix: string) => Promise<readonly string[]>;
  readonly focus: 'body' | 'tags';
  /** A marker colour is offered for notes on a passage only. */
  readonly withColour: boolean;
}

/** Text, tags and colour of one note. Ctrl+Enter (or Cmd+Enter) saves, Escape closes. */
export function NoteEditor(props: NoteEditorProps) {
  const { fields, onChange } = props;
  const body = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  // At once, before anyone can type elsewhere and have the keyboard taken away.
  useLayoutEffect(() => {
    if (props.focus === 'body') body.current?.focus();
  }, [props.focus]);
  return (
    <form
      class="note-editor"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) props.onSave();
        else if (event.key === 'Escape') props.onCancel();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <label class="small" for={id}>
        {say('notes.body')}
      </label>
      <textarea
        ref={body}
        id={id}
        dir="auto"
        rows={3}
        maxLength={100_000}
        aria-describedby={`${id}-hint`}
        value={fields.body}
        onInput={(event) => onChange({ ...fields, body: event.currentTarget.value })}
      />
      <p class="small hint" id={`${id}-hint`}>
        {say('notes.bodyHint')}
      </p>
      <TagInput
        tags={fields.tags}
        onTags={(tags) => onChange({ ...fields, tags })}
        complete={props.complete}
        autofocus={props.focus === 'tags'}
      />
      {props.withColour && (
        <fieldset class="colours">
          <legend class="small">{say('notes.colour')}</legend>
          {NOTE_COLOURS.map((colour) => (
            <label key={colour} class={`colour ${colour}`}>
              <input
                type="radio"
                name={`${id}-colour`}
                checked={fields.colour === colour}
                onChange={() => onChange({ ...fields, colour })}
              />
              <span>{say(`colour.${colour}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div class="actions">
        <button type="submit" class="button primary">
          {say('panel.save')}
        </button>
        <button type="button" class="button" onClick={props.onCancel}>
          {say('panel.cancel')}
        </button>
      </div>
    </form>
  );
}
