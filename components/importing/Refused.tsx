import type { RefusedEntry } from '../../lib/model/opened-file';
import { say } from '../../lib/platform/words';

/** Entries that are named; of more only the number is told. */
const MAX_NAMED = 50;

/** The entries of a file that cannot be read, each with its place and why; nothing where there are none. */
export function Refused({ refused }: { readonly refused: readonly RefusedEntry[] }) {
  if (refused.length === 0) return null;
  return (
    <details class="import-refused">
      <summary>{say('import.refused', refused.length)}</summary>
      <ol class="rows small">
        {refused.slice(0, MAX_NAMED).map(({ record, why }) => (
          <li key={record} dir="auto">
            {record}: {why}
          </li>
        ))}
        {refused.length > MAX_NAMED && <li>…</li>}
      </ol>
    </details>
  );
}
