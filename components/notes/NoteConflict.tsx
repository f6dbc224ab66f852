import { say } from '../../lib/platform/words';
import type { NoteFields } from '../port';
import { TagChip } from '../text/TagChip';
import { addTag } from '../../lib/model/tag';
import { Markdown } from './Markdown';

/** Both texts, first as it is now, then the reader's; all tags of both; the reader's colour. */
export function putTogether(theirs: NoteFields, mine: NoteFields): NoteFields {
  const body = theirs.body === mine.body ? mine.body : [theirs.body, mine.body].filter(Boolean).join('\n\n');
  return { body, tags: mine.tags.reduce(addTag, theirs.tags), colour: mine.colour };
}

function Version({ title, fields }: { readonly title: string; readonly fields: NoteFields }) {
  return (
    <div class="version">
      <p class="small">{title}</p>
      <Markdown text={fields.body} />
      <p class="tags">
        {fields.tags.map((tag) => (
          <TagChip key={tag} tag={tag} />
        ))}
      </p>
    </div>
  );
}

/** Shown when a note was changed elsewhere while the reader was writing: both versions, and three ways on. */
export function NoteConflict(props: {
  readonly theirs: NoteFields;
  readonly mine: NoteFields;
  readonly onKeepMine: () => void;
  readonly onKeepTheirs: () => void;
  readonly onKeepBoth: (both: NoteFields) => void;
}) {
  return (
    <div class="conflict" role="alert">
      <p>{say('notes.conflict')}</p>
      <Version title={say('notes.conflictTheirs')} fields={props.theirs} />
      <Version title={say('notes.conflictYours')} fields={props.mine} />
      <div class="actions">
        <button type="button" class="button" onClick={props.onKeepMine}>
          {say('notes.keepMine')}
        </button>
        <button type="button" class="button" onClick={props.onKeepTheirs}>
          {say('notes.keepTheirs')}
        </button>
        <button type="button" class="button" onClick={() => props.onKeepBoth(putTogether(props.theirs, props.mine))}>
          {say('notes.keepBoth')}
        </button>
      </div>
    </div>
  );
}
