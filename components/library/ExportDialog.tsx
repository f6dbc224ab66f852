import { useState } from 'preact/hooks';
import type { FormatName } from '../../lib/exchange/file-formats';
import type { ClippingId } from '../../lib/model/ids';
import { say } from '../../lib/platform/words';
import { FormDialog } from './FormDialog';

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
  const offered = SCOPES.filter((scope) => (scopes[scope]?.length ?? 0) > 0);
  const [scope, setScope] = useState<Scope>(offered[0] ?? 'all');
  const [format, setFormat] = useState<FormatName>('markdown');
  return (
    <FormDialog
      title={say('library.export')}
      action={say('library.download')}
      onSubmit={() => onExport(scopes[scope] ?? [], format)}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
