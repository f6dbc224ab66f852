import { say } from '../../lib/platform/words';

const KINDS = ['backup', 'annotations', 'codebook', 'addresses'] as const;

/** Where a file is chosen, and what can be read; it may be dropped anywhere on the page. */
export function ChooseFile(props: { readonly failure: string | null; readonly onFile: (file: File) => void }) {
  return (
    <>
      {props.failure !== null && (
        <p class="import-failure" role="alert">
          {props.failure}
        </p>
      )}
      <p class="import-how">{say('import.how')}</p>
      <label class="drop-zone">
        <span class="drop-words">{say('import.drop')}</span>
        <input
          type="file"
          aria-label={say('import.file')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) props.onFile(file);
            // The same file can be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </label>
      <h3>{say('import.readable')}</h3>
      <dl class="facts import-kinds">
        {KINDS.map((kind) => (
          <div key={kind}>
            <dt>{say(`import.kind.${kind}`)}</dt>
            <dd>{say(`import.kindNote.${kind}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
