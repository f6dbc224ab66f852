import '../../components/styles/index';
import '../../components/styles/library';
import { render } from 'preact';
import { TroubleNotice } from '../../components/trouble/TroubleNotice';
import { LibraryApp } from '../../components/library/LibraryApp';
import { backUpSoon } from '../../lib/background/rolling-backup';
import { say } from '../../lib/platform/words';
import { purgeTrash } from '../../lib/store/trash';
import { troublePort } from '../options/trouble-port';
import { libraryPort } from './library-port';

document.documentElement.lang = say('language');
document.documentElement.dir = say('@@bidi_dir');
backUpSoon();
document.title = `${say('panel.title')}: ${say('library.title')}`;
void purgeTrash(Date.now());

const root = document.querySelector('#library');
if (root)
  render(
    <>
      <TroubleNotice port={troublePort()} />
      <LibraryApp port={libraryPort()} />
    </>,
    root,
  );
