import { isolate, say } from '../../lib/platform/words';
import { Legend } from '../options/Legend';
import { SampleArticle } from './SampleArticle';

/** What was found in the sample; null while it is being read, 'failed' when it could not be. */
export type Found = { readonly claims: number; readonly actors: number } | 'failed' | null;

export interface WelcomeProps {
  readonly found: Found;
  /** The keys that read a page, empty where none are set. */
  readonly keys: string;
  /** Where the button is found before it is pinned differs. */
  readonly browser: 'chromium' | 'firefox';
}

/** The first page a new reader sees: the sample that was just read, and how to read the first own article. */
export function WelcomeApp({ found, keys, browser }: WelcomeProps) {
  return (
    <div class="welcome">
      <main class="welcome-sample">
        <SampleArticle />
      </main>
      <aside class="welcome-how">
        <h1>{say('welcome.title')}</h1>
        <p aria-live="polite">{foundWords(found)}</p>
        <p>{say('welcome.try')}</p>
        <Legend />
        <h2>{say('welcome.own')}</h2>
        <ol class="welcome-steps">
          <li>{say(`welcome.pin.${browser}`)}</li>
          <li>{keys === '' ? say('welcome.pressButton') : say('welcome.press', { keys: isolate(keys) })}</li>
          <li>{say('welcome.save')}</li>
        </ol>
        <p class="small">{say('welcome.private')}</p>
        <p class="actions">
          <a href="/library.html">{say('library.open')}</a>
          <a href="/library.html#import">{say('library.place.import')}</a>
          <a href="/options.html">{say('options.title')}</a>
        </p>
      </aside>
    </div>
  );
}

function foundWords(found: Found): string {
  if (found === null) return say('page.reading');
  if (found === 'failed') return say('page.failed');
  return say('page.found', { claims: found.claims, actors: found.actors });
}
