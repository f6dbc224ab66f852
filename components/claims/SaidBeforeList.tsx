import type { SaidBefore } from '../../lib/model/related';
import { isolate, say } from '../../lib/platform/words';
import { useIsInLibrary } from '../hooks/use-port';
import { addressOfClaim } from '../library/address';
import { Day } from '../text/dates';
import { PageText, Passage, WebLink } from '../text/words';

export type SaidBeforeState = 'busy' | 'failed' | readonly SaidBefore[];

/**
 * What kept articles have one actor saying, newest first, each with a link: in the library to where it stands in the kept
 * text, which is there when the page is gone; beside a page to the article on the web.
 */
export function SaidBeforeList({ name, found }: { readonly name: string; readonly found: SaidBeforeState }) {
  const isInLibrary = useIsInLibrary();
  if (found === 'busy') return <p class="small busy">{say('saidBefore.busy')}</p>;
  if (found === 'failed') return <p class="small">{say('saidBefore.failed')}</p>;
  if (found.length === 0) return <p class="small">{say('saidBefore.none', { name: isolate(name) })}</p>;
  return (
    <div class="said-before">
      <p class="said-heading">{say('saidBefore.of', { name: isolate(name) })}</p>
      <ul class="rows" aria-label={say('saidBefore.of', { name: isolate(name) })}>
        {found.map((said, at) => (
          <li key={at} class={`said ${said.kind}`}>
            <p class="small outlet">
              <PageText>{said.outlet}</PageText> <Day when={said.published} />
              <span aria-hidden="true"> · </span>
              {say(`kind.${said.kind}`)}
            </p>
            <Passage text={said.content} />
            <p class="small">
              {isInLibrary ? (
                <a href={addressOfClaim(said.clippingId, said.claim)}>
                  <PageText>{said.title}</PageText>
                </a>
              ) : (
                <WebLink url={said.url}>
                  <PageText>{said.title}</PageText>
                </WebLink>
              )}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
