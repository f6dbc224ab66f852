import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../lib/platform/words';
import type { ImportReport } from './port';

/** Records that could not be read are named up to this many. */
const MAX_REFUSED = 5;

/** What an import did. */
export function ImportResult({ report, onClose }: { readonly report: ImportReport; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const { added, known, notes, refused } = report;
  return (
    <dialog class="library-dialog" ref={dialog} aria-labelledby="imported-title" onClose={onClose}>
      <h2 id="imported-title">{say('library.imported')}</h2>
      <ul class="rows">
        <li>{say('library.importedAdded', added)}</li>
        {known > 0 && <li>{say('library.importedKnown', known)}</li>}
        <li>{say('library.importedNotes', notes)}</li>
        {refused.length > 0 && <li>{say('library.importedRefused', refused.length)}</li>}
      </ul>
      {refused.length > 0 && (
        <ol class="rows small refused">
          {refused.slice(0, MAX_REFUSED).map(({ record, why }) => (
            <li key={record} dir="auto">
              {record}: {why}
            </li>
          ))}
          {refused.length > MAX_REFUSED && <li>…</li>}
        </ol>
      )}
      <div class="actions">
        <button type="button" class="button primary" onClick={() => dialog.current?.close()}>
          {say('panel.close')}
        </button>
      </div>
    </dialog>
  );
}
