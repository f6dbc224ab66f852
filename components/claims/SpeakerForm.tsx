import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../lib/platform/words';

/** Asks who said it instead; offers the names of the article, takes any. Escape cancels. */
export function SpeakerForm(props: {
  readonly names: readonly string[];
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}) {
  const [name, setName] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <form
      class="speaker-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') props.onName(name.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.onCancel();
      }}
    >
      <label for={id}>{say('claims.whoSaidIt')}</label>
      <div class="filter-row">
        <input
          ref={input}
          id={id}
          class="grow"
          dir="auto"
          list={`${id}-names`}
          maxLength={200}
          autocomplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {say('claims.setSpeaker')}
        </button>
      </div>
      <datalist id={`${id}-names`}>
        {props.names.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </form>
  );
}
