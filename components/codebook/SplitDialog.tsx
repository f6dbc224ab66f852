import { useState } from 'preact/hooks';
import { MAX_TAG_CHARS } from '../../lib/model/tag';
import { isolate, say } from '../../lib/platform/words';
import { FormDialog } from '../library/FormDialog';

/** The name of the code that some of the notes of another go into. */
export function SplitDialog(props: {
  readonly from: string;
  readonly count: number;
  readonly onSplit: (name: string) => void;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  return (
    <FormDialog
      title={say('codes.splitTitle', { name: isolate(props.from) })}
      action={say('codes.split')}
      onSubmit={() => props.onSplit(name)}
      onClose={props.onClose}
    >
      <p>{say('codes.splitWhat', props.count)}</p>
      <label class="field">
        <span>{say('codes.name')}</span>
        <input
          dir="auto"
          required
          maxLength={MAX_TAG_CHARS}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
    </FormDialog>
  );
}
