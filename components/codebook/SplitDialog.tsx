import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MAX_TAG_CHARS } from '../../lib/model/tag';
import { isolate, say } from '../../lib/platform/words';

/** The name of the code that some of the notes of another go into. */
export function SplitDialog(props: {
  readonly from: string;
  readonly count: number;
  readonly onSplit: (name: string) => void;
  readonly onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState('');
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="library-dialog" ref={dialog} aria-labelledby="split-title" onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.onSplit(name);
          dialog.current?.close();
        }}
      >
        <h2 id="split-title">{say('codes.splitTitle', { name: isolate(props.from) })}</h2>
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
        <div class="actions">
          <button type="submit" class="button primary">
            {say('codes.split')}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {say('panel.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
