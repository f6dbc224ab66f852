import '../../components/styles/index';
import { render } from 'preact';
import { TroubleNotice } from '../../components/trouble/TroubleNotice';
import { OptionsApp } from '../../components/options/OptionsApp';
import { backUpSoon } from '../../lib/background/rolling-backup';
import { inChosenLanguage } from '../../lib/platform/language';
import { nameLanguage, say, wordsLanguage } from '../../lib/platform/words';
import { optionsPort } from './options-port';
import { troublePort } from './trouble-port';

const root = document.querySelector('#options');
const port = optionsPort();
const trouble = troublePort();

inChosenLanguage(() => {
  nameLanguage(document);
  document.title = `${say('panel.title')}: ${say('options.title')}`;
  if (!root) return;
  // What is shown already is only drawn anew where its own data changes: another language makes all of it anew.
  render(
    <>
      <TroubleNotice key={`trouble ${wordsLanguage()}`} port={trouble} />
      <OptionsApp key={wordsLanguage()} port={port} />
    </>,
    root,
  );
});
backUpSoon();
