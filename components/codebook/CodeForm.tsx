import { useEffect, useId, useRef } from 'preact/hooks';
import type { Code, CodeUse } from '../../lib/model/code';
import { MAX_TAG_CHARS } from '../../lib/model/tag';
import { say, wordsLanguage } from '../../lib/platform/words';
import { ColourField } from './ColourField';
import { flatten, treeOf } from './tree';

export interface CodeFormProps {
  readonly draft: Code;
  /** All codes, to choose a parent among; null where the place of the code is not asked for. */
  readonly codes: readonly CodeUse[];
  /** Codes that cannot be the parent: the code itself and those below it. */
  readonly notParents: ReadonlySet<string>;
  readonly action: string;
  readonly isChanged: boolean;
  readonly focusName: boolean;
  readonly onDraft: (draft: Code) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** The texts of a code, its place, colour and key. Ctrl+Enter (or Cmd+Enter) saves. */
export function CodeForm(props: CodeFormProps) {
  const { draft, onDraft } = props;
  const id = useId();
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (props.focusName) name.current?.focus();
  }, [props.focusName]);
  const set = (change: Partial<Code>) => onDraft({ ...draft, ...change });
  const parents = flatten(treeOf(props.codes, wordsLanguage())).filter(
    ({ use }) => !props.notParents.has(use.code.name),
  );
  return (
    <form
      class="code-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        props.onSave();
      }}
    >
      <label class="field">
        <span>{say('codes.name')}</span>
        <input
          ref={name}
          dir="auto"
          required
          maxLength={MAX_TAG_CHARS}
          value={draft.name}
          onInput={(event) => set({ name: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{say('codes.definition')}</span>
        <textarea
          dir="auto"
          rows={2}
          aria-describedby={`${id}-definition`}
          value={draft.definition}
          onInput={(event) => set({ definition: event.currentTarget.value })}
        />
        <span class="small" id={`${id}-definition`}>
          {say('codes.definitionHint')}
        </span>
      </label>
      <label class="field">
        <span>{say('codes.example')}</span>
        <textarea
          dir="auto"
          rows={2}
          value={draft.example}
          onInput={(event) => set({ example: event.currentTarget.value })}
        />
      </label>
      <div class="field-row">
        <label class="field grow">
          <span>{say('codes.parent')}</span>
          <select
            value={draft.parent ?? ''}
            onChange={(event) => set({ parent: event.currentTarget.value === '' ? null : event.currentTarget.value })}
          >
            <option value="">{say('codes.noParent')}</option>
            {parents.map(({ use, depth }) => (
              <option key={use.code.name} value={use.code.name}>
                {'\u2003'.repeat(depth)}
                {use.code.name}
              </option>
            ))}
          </select>
        </label>
        <label class="field key-field">
          <span>{say('codes.key')}</span>
          <input
            maxLength={1}
            autocomplete="off"
            aria-describedby={`${id}-key`}
            value={draft.key}
            onInput={(event) => set({ key: event.currentTarget.value })}
          />
        </label>
      </div>
      <p class="small" id={`${id}-key`}>
        {say('codes.keyHint')}
      </p>
      <ColourField colour={draft.colour} onColour={(colour) => set({ colour })} />
      <div class="actions">
        <button type="submit" class="button primary" disabled={!props.isChanged}>
          {props.action}
        </button>
        {props.isChanged && (
          <button type="button" class="button" onClick={props.onCancel}>
            {say('panel.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
