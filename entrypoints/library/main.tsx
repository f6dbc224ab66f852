import '../../components/styles/index';
import '../../components/styles/library';
import { render } from 'preact';
import { TroubleNotice } from '../../components/trouble/TroubleNotice';
import { LibraryApp } from '../../components/library/LibraryApp';
import { backUpSoon } from '../../lib/background/rolling-backup';
import { inChosenLanguage } from '../../lib/platform/language';
import { nameLanguage, say, wordsLanguage } from '../../lib/platform/words';
import { purgeTrash } from '../../lib/store/trash';
import { troublePort } from '../options/trouble-port';
import { libraryPort } from './library-port';

const root = document.querySelector('#library');
const port = libraryPort();
const trouble = troublePort();

inChosenLanguage(() => {
  nameLanguage(document);
  document.title = `${say('panel.title')}: ${say('library.title')}`;
  if (!root) return;
  // What is shown already is only drawn anew where its own data changes: another language makes all of it anew.
  render(
    <>
      <TroubleNotice key={`trouble ${wordsLanguage()}`} port={trouble} />
      <LibraryApp key={wordsLanguage()} port={port} />
    </>,
    root,
  );
});
backUpSoon();
void purgeTrash(Date.now());
