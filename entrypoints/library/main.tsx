import '../../components/styles/index';
import '../../components/styles/library';
import { render } from 'preact';
import { LibraryApp } from '../../components/library/LibraryApp';
import { asId, type ClippingId } from '../../lib/model/ids';
import { say } from '../../lib/platform/words';
import { purgeTrash } from '../../lib/store/trash';
import { libraryPort } from './library-port';

const SHOWN = 'clipping';

/** Keeps the clipping on show in the address, so that reloading shows it again. */
function remember(id: ClippingId | null): void {
  const url = new URL(location.href);
  if (id === null) url.searchParams.delete(SHOWN);
  else url.searchParams.set(SHOWN, id);
  history.replaceState(null, '', url);
}

document.documentElement.lang = say('language');
document.documentElement.dir = say('@@bidi_dir');
document.title = `${say('panel.title')}: ${say('library.title')}`;
void purgeTrash(Date.now());

const root = document.querySelector('#library');
const asked = new URLSearchParams(location.search).get(SHOWN);
const opens = asked === null ? null : asId<ClippingId>(asked);
if (root) render(<LibraryApp port={libraryPort()} opens={opens} onOpened={remember} />, root);
