import { useState } from 'preact/hooks';
import type { ImportMode, Preview } from '../../lib/model/opened-file';
import { isolate, say } from '../../lib/platform/words';
import { Refused } from './Refused';
import { countLines } from './words';

const MODES = ['merge', 'replace'] as const;

/** What is in a file, before anything of it is stored, and how to take it. */
export function ImportPreview(props: {
  readonly name: string;
  readonly preview: Preview;
  /** Whether anything is kept that could be replaced. */
  readonly empty: boolean;
  readonly onTake: (mode: ImportMode) => void;
  readonly onCancel: () => void;
}) {
  const { preview, name } = props;
  const [mode, setMode] = useState<ImportMode>('merge');
  const [more = 0] = [preview.counts.articles, preview.counts.codes, preview.counts.addresses].filter(
    (count) => count !== undefined,
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        props.onTake(mode);
      }}
    >
      <p class="small">{say('import.inFile', { name: isolate(name) })}</p>
      <ul class="import-counts">
        {countLines(preview.counts).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {preview.titles.length > 0 && (
        <>
          <h3>{say('import.first')}</h3>
          <ul class="import-titles">
            {preview.titles.map((title, i) => (
              <li key={i} dir="auto">
                {title}
              </li>
            ))}
            {more > preview.titles.length && <li aria-hidden="true">…</li>}
          </ul>
        </>
      )}
      <Refused refused={preview.refused} />
      {preview.canReplace && !props.empty && (
        <fieldset class="choices">
          <legend>{say('import.whatStays')}</legend>
          {MODES.map((each) => (
            <label key={each} class="choice">
              <input type="radio" name="mode" checked={each === mode} onChange={() => setMode(each)} />
              <span>
                {say(`import.mode.${each}`)} <span class="small">{say(`import.modeNote.${each}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <div class="actions">
        <button type="submit" class={mode === 'replace' ? 'button danger' : 'button primary'}>
          {say(mode === 'replace' ? 'import.replace' : 'import.take')}
        </button>
        <button type="button" class="button" onClick={props.onCancel}>
          {say('panel.cancel')}
        </button>
      </div>
    </form>
  );
}
