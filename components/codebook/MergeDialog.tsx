import { useState } from 'preact/hooks';
import type { CodeUse } from '../../lib/model/code';
import { isolate, say, wordsLanguage } from '../../lib/platform/words';
import { FormDialog } from '../library/FormDialog';
import { flatten, treeOf } from './tree';
import { usesWords } from './words';

/** Into which code another one goes, with what that changes. */
export function MergeDialog(props: {
  readonly use: CodeUse;
  readonly codes: readonly CodeUse[];
  readonly onMerge: (into: string) => void;
  readonly onClose: () => void;
}) {
  const { name } = props.use.code;
  const others = flatten(treeOf(props.codes, wordsLanguage())).filter(({ use }) => use.code.name !== name);
  const [into, setInto] = useState(others[0]?.use.code.name ?? '');
  return (
    <FormDialog
      title={say('codes.mergeTitle', { name: isolate(name) })}
      action={say('codes.merge')}
      onSubmit={() => props.onMerge(into)}
      onClose={props.onClose}
    >
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
    </FormDialog>
  );
}
