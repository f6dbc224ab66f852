import { isolate, say } from '../../lib/platform/words';
import type { ToReadEntry } from '../../lib/store/to-read';
import { PageText, WebLink } from '../text/words';

/** One address: its title as a link, the site, how many notes wait for it, and the way off the list. */
export function ToReadRow({ entry, onRemove }: { readonly entry: ToReadEntry; readonly onRemove: () => void }) {
  const { url, title, notes } = entry;
  const name = title || url;
  return (
    <li class="to-read-row">
      <div class="grow">
        <WebLink url={url} class="to-read-title">
          <PageText>{name}</PageText>
        </WebLink>
        <p class="small">
          <bdi>{hostOf(url)}</bdi>
          {notes > 0 && <> · {say('toRead.notes', notes)}</>}
        </p>
      </div>
      <button
        type="button"
        class="link"
        aria-label={say('toRead.removeOne', { title: isolate(name) })}
        onClick={onRemove}
      >
        {say('header.remove')}
      </button>
    </li>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
