import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../lib/platform/words';
import type { ImportMode } from './port';

const MODES = ['merge', 'replace'] as const;

/** Which backup to read, and whether it adds to what is kept or takes its place. */
export function ImportDialog(props: {
  /** Whether anything is kept that could be replaced. */
  readonly empty: boolean;
  readonly onImport: (file: File, mode: ImportMode) => void;
  readonly onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<ImportMode>('merge');
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="library-dialog" ref={dialog} aria-labelledby="import-title" onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!file) return;
          props.onImport(file, mode);
          dialog.current?.close();
        }}
      >
        <h2 id="import-title">{say('library.import')}</h2>
        <label class="file-field">
          <span>{say('library.importFile')}</span>
          <input
            type="file"
            accept=".json,application/json"
            required
            onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
          />
        </label>
        {!props.empty && (
          <fieldset class="choices">
            <legend>{say('library.importHow')}</legend>
            {MODES.map((each) => (
              <label key={each} class="choice">
                <input type="radio" name="mode" checked={each === mode} onChange={() => setMode(each)} />
                <span>
                  {say(`library.importMode.${each}`)} <span class="small">{say(`library.importModeNote.${each}`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <div class="actions">
          <button type="submit" class={mode === 'replace' ? 'button danger' : 'button primary'}>
            {say(mode === 'replace' ? 'library.importReplace' : 'library.import')}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {say('panel.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
