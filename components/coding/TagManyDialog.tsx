import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../lib/platform/words';
import { useCodes } from '../hooks/use-codes';
import { TagInput } from '../notes/TagInput';

/** How many codes are offered at a time. */
const MAX_OFFERS = 8;

/** Tags for many things at once: to give, or to take away. */
export function TagManyDialog(props: {
  readonly title: string;
  readonly onTags: (tags: readonly string[], on: boolean) => void;
  readonly onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [tags, setTags] = useState<readonly string[]>([]);
  const codes = useCodes();
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const complete = async (prefix: string) =>
    codes
      .filter(({ code }) => code.name.toLocaleLowerCase().startsWith(prefix.toLocaleLowerCase()))
      .toSorted((a, b) => b.notes - a.notes)
      .slice(0, MAX_OFFERS)
      .map(({ code }) => code.name);
  const act = (on: boolean) => {
    props.onTags(tags, on);
    dialog.current?.close();
  };
  return (
    <dialog class="library-dialog" ref={dialog} aria-labelledby="tag-many" onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (tags.length > 0) act(true);
        }}
      >
        <h2 id="tag-many">{props.title}</h2>
        <TagInput tags={tags} onTags={setTags} complete={complete} autofocus />
        <div class="actions">
          <button type="submit" class="button primary" disabled={tags.length === 0}>
            {say('coding.give')}
          </button>
          <button type="button" class="button" disabled={tags.length === 0} onClick={() => act(false)}>
            {say('coding.take')}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {say('panel.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
