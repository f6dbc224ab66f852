import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FormatName } from '../../lib/exchange/file-formats';
import type { ClippingId } from '../../lib/model/ids';
import { say } from '../../lib/platform/words';

export const SCOPES = ['one', 'selected', 'shown', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** Clippings of each scope that there is; the first of these is offered first. */
export type ScopeIds = Readonly<Partial<Record<Scope, readonly ClippingId[]>>>;

const FORMATS: readonly FormatName[] = [
  'markdown',
  'digest',
  'report',
  'claims',
  'notes',
  'annotations',
  'ris',
  'biblatex',
  'csl',
  'qdpx',
];

/** What to export, and as what. */
export function ExportDialog(props: {
  readonly scopes: ScopeIds;
  readonly onExport: (ids: readonly ClippingId[], format: FormatName) => void;
  readonly onClose: () => void;
}) {
  const { scopes, onExport, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const offered = SCOPES.filter((scope) => (scopes[scope]?.length ?? 0) > 0);
  const [scope, setScope] = useState<Scope>(offered[0] ?? 'all');
  const [format, setFormat] = useState<FormatName>('markdown');
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="library-dialog" ref={dialog} aria-labelledby="export-title" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onExport(scopes[scope] ?? [], format);
          onClose();
        }}
      >
        <h2 id="export-title">{say('library.export')}</h2>
        <fieldset class="choices">
          <legend>{say('library.exportWhat')}</legend>
          {offered.map((each) => (
            <label key={each} class="choice">
              <input type="radio" name="scope" checked={each === scope} onChange={() => setScope(each)} />
              <span>
                {say(`library.scope.${each}`)}
                {each !== 'one' && <span class="count"> {scopes[each]?.length}</span>}
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset class="choices">
          <legend>{say('library.exportAs')}</legend>
          {FORMATS.map((each) => (
            <label key={each} class="choice">
              <input type="radio" name="format" checked={each === format} onChange={() => setFormat(each)} />
              <span>
                {say(`library.format.${each}`)} <span class="small">{say(`library.formatFor.${each}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div class="actions">
          <button type="submit" class="button primary">
            {say('library.download')}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {say('panel.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
