import '../../components/styles/index';
import { render } from 'preact';
import { TroubleNotice } from '../../components/trouble/TroubleNotice';
import { OptionsApp } from '../../components/options/OptionsApp';
import { backUpSoon } from '../../lib/background/rolling-backup';
import { say } from '../../lib/platform/words';
import { optionsPort } from './options-port';
import { troublePort } from './trouble-port';

document.documentElement.lang = say('language');
document.documentElement.dir = say('@@bidi_dir');
document.title = `${say('panel.title')}: ${say('options.title')}`;
backUpSoon();

const root = document.querySelector('#options');
if (root)
  render(
    <>
      <TroubleNotice port={troublePort()} />
      <OptionsApp port={optionsPort()} />
    </>,
    root,
  );
