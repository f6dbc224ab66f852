import { writeFailureWords } from '../../lib/platform/failure-words';
import { say } from '../../lib/platform/words';
import { CodesProvider } from '../hooks/use-codes';
import { Busy, Notice } from '../panel/Notice';
import { Voice } from '../panel/Voice';
import { Library } from './Library';
import type { LibraryPort } from './port';
import { useRows } from './use-rows';

/** The whole library page. */
export function LibraryApp({ port }: { readonly port: LibraryPort }) {
  return (
    <Voice>
      <CodesProvider follow={port.codes.follow}>
        <Shown port={port} />
      </CodesProvider>
    </Voice>
  );
}

function Shown({ port }: { readonly port: LibraryPort }) {
  const rows = useRows(port);
  const again = { label: say('panel.tryAgain'), onPress: () => location.reload() };
  if (rows.state === 'found') return <Library port={port} kept={rows.kept} trashed={rows.trashed} />;
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
