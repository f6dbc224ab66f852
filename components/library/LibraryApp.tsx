import { useMemo } from 'preact/hooks';
import type { ClippingId } from '../../lib/model/ids';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { say } from '../../lib/platform/words';
import { Busy, Notice } from '../panel/Notice';
import { Voice } from '../panel/Voice';
import { Library } from './Library';
import type { LibraryPort } from './port';
import { useRows } from './use-rows';

/** The whole library page; `opens` is the clipping to show first, `onOpened` is told which one is on show. */
export function LibraryApp(props: {
  readonly port: LibraryPort;
  readonly opens: ClippingId | null;
  readonly onOpened: (id: ClippingId | null) => void;
}) {
  return (
    <Voice>
      <Shown {...props} />
    </Voice>
  );
}

function Shown({ port, opens, onOpened }: Parameters<typeof LibraryApp>[0]) {
  const rows = useRows(port);
  const again = useMemo(() => ({ label: say('panel.tryAgain'), onPress: () => location.reload() }), []);
  if (rows.state === 'found')
    return <Library port={port} kept={rows.kept} trashed={rows.trashed} opens={opens} onOpened={onOpened} />;
  return (
    <main class="alone">
      <h1 class="visually-hidden">{say('library.title')}</h1>
      {rows.state === 'busy' ? (
        <Busy sentence={say('library.busy')} />
      ) : (
        <Notice sentence={writeFailureWords(rows.reason)} action={again} />
      )}
    </main>
  );
}
