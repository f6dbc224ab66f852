import '../../components/styles/index';
import { render } from 'preact';
import { TroubleNotice } from '../../components/trouble/TroubleNotice';
import { OptionsApp } from '../../components/options/OptionsApp';
import { backUpSoon } from '../../lib/background/rolling-backup';
import { inChosenLanguage } from '../../lib/platform/language';
import { nameLanguage, say } from '../../lib/platform/words';
import { optionsPort } from './options-port';
import { troublePort } from './trouble-port';

const root = document.querySelector('#options');
const port = optionsPort();
const trouble = troublePort();

inChosenLanguage(() => {
  nameLanguage(document);
  document.title = `${say('panel.title')}: ${say('options.title')}`;
  if (!root) return;
  render(
    <>
      <TroubleNotice port={trouble} />
      <OptionsApp port={port} />
    </>,
    root,
  );
});
backUpSoon();
