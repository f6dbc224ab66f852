import '../../components/styles/index';
import '../../components/styles/welcome.css';
import '../../lib/highlight/highlights.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { type Found, WelcomeApp } from '../../components/welcome/WelcomeApp';
import { getEngine } from '../../lib/background/engine';
import { sampleWorker } from '../../lib/foreground/sample-worker';
import { type PageServer, startPage } from '../../lib/foreground/start-page';
import { inChosenLanguage } from '../../lib/platform/language';
import { nameLanguage, say, wordsLanguage } from '../../lib/platform/words';

const root = document.querySelector('#welcome');
let found: Found = null;
let keys = '';

function show(): void {
  if (root)
    render(
      <WelcomeApp
        key={wordsLanguage()}
        found={found}
        keys={keys}
        browser={import.meta.env.FIREFOX ? 'firefox' : 'chromium'}
      />,
      root,
    );
}

/** Reads this page as any article is read: the same engine, the same paint, the same card. */
function readSample(): void {
  const worker = sampleWorker(async (text) => (await getEngine()).analyse(text));
  // The first change is told before there is anything to ask.
  const tell = { viewChanged: () => queueMicrotask(() => void look()), pointedAt: () => {} };
  const page: PageServer = startPage(document, window, { worker, tell }, new AbortController().signal);
  const look = async () => {
    const view = await page.view();
    if (view.state === 'not-read') found = 'failed';
    if (view.state === 'read') found = { claims: view.analysis.claims.length, actors: view.analysis.actors.length };
    show();
  };
}

inChosenLanguage(() => {
  nameLanguage(document);
  document.title = `${say('panel.title')}: ${say('welcome.title')}`;
  show();
});
readSample();
void browser.commands.getAll().then((commands) => {
  keys = commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '';
  show();
});
