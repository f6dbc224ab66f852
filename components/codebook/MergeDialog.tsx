import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CodeUse } from '../../lib/model/code';
import { isolate, say, wordsLanguage } from '../../lib/platform/words';
import { flatten, treeOf } from './tree';
import { usesWords } from './words';

/** Into which code another one goes, with what that changes. */
export function MergeDialog(props: {
  readonly use: CodeUse;
  readonly codes: readonly CodeUse[];
  readonly onMerge: (into: string) => void;
  readonly onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { name } = props.use.code;
  const others = flatten(treeOf(props.codes, wordsLanguage())).filter(({ use }) => use.code.name !== name);
  const [into, setInto] = useState(others[0]?.use.code.name ?? '');
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="library-dialog" ref={dialog} aria-labelledby="merge-title" onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.onMerge(into);
          dialog.current?.close();
        }}
      >
        <h2 id="merge-title">{say('codes.mergeTitle', { name: isolate(name) })}</h2>
        <label class="field">
          <span>{say('codes.mergeInto')}</span>
          <select value={into} onChange={(event) => setInto(event.currentTarget.value)}>
            {others.map(({ use, depth }) => (
              <option key={use.code.name} value={use.code.name}>
                {'\u2003'.repeat(depth)}
                {use.code.name}
              </option>
            ))}
          </select>
        </label>
        <p>{say('codes.mergeWhat', { uses: usesWords(props.use), from: isolate(name), into: isolate(into) })}</p>
        <div class="actions">
          <button type="submit" class="button primary">
            {say('codes.merge')}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {say('panel.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
