import { useMemo } from 'preact/hooks';
import type { NotReadReason } from '../../lib/model/page-view';
import { unreachable } from '../../lib/model/result';
import { notReadWords } from '../../lib/platform/failure-words';
import { say } from '../../lib/platform/words';
import { type Page, usePage } from '../hooks/use-page';
import { CodesProvider } from '../hooks/use-codes';
import { PortContext } from '../hooks/use-port';
import type { PanelState } from '../panel-state';
import type { StartFailure } from '../../lib/platform/read-tab';
import type { PanelPort } from '../port';
import { LibraryLink } from './LibraryLink';
import { Busy, Notice } from './Notice';
import { ReadPage } from './ReadPage';
import { Voice } from './Voice';

/** The whole panel for one tab. */
export function PanelApp({ port, state }: { readonly port: PanelPort; readonly state: PanelState }) {
  return (
    <PortContext.Provider value={port}>
      <Voice>
        <CodesProvider follow={port.followCodes}>
          <Shown port={port} state={state} page={usePage(port)} />
        </CodesProvider>
      </Voice>
    </PortContext.Provider>
  );
}

interface ShownProps {
  readonly port: PanelPort;
  readonly state: PanelState;
  readonly page: Page;
}

function Shown({ port, state, page }: ShownProps) {
  const start = useMemo(() => ({ label: say('page.readThis'), onPress: () => void page.start() }), [page]);
  const again = { label: say('panel.tryAgain'), onPress: () => void page.start() };

  if (page.state.kind === 'asking') return <Alone>{<Busy sentence={say('page.asking')} />}</Alone>;
  if (page.state.kind === 'not-started') return <Alone>{notStarted(page.state.refused, start, again)}</Alone>;

  const { view } = page.state;
  if (view.state === 'reading')
    return <Alone>{<Busy sentence={say('page.reading')} onStop={() => void port.leave()} />}</Alone>;
  if (view.state === 'not-read') {
    const anyway = { label: say('page.readAnyway'), onPress: () => void port.readAnyway().then(page.refresh) };
    return <Alone>{refusal(view.reason, view.canReadAnyway ? anyway : undefined, again)}</Alone>;
  }
  // Another article in the same tab starts with a panel of its own.
  return <ReadPage key={view.article.meta.canonicalUrl} view={view} state={state} />;
}

function Alone({ children }: { readonly children: preact.ComponentChildren }) {
  return (
    <main class="alone">
      <h1 class="visually-hidden">{say('panel.title')}</h1>
      {children}
      <p class="alone-link">
        <LibraryLink />
      </p>
    </main>
  );
}

type Way = { readonly label: string; readonly onPress: () => void };

function notStarted(refused: StartFailure | null, start: Way, again: Way) {
  switch (refused) {
    case null:
      return <Notice sentence={say('page.notStarted')} action={start} />;
    case 'no-access':
      return <Notice sentence={say('page.noAccess')} action={again} />;
    case 'failed':
      return <Notice sentence={say('page.failed')} action={again} />;
    case 'browser-page':
    case 'pdf':
      return <Notice sentence={notReadWords(refused)} />;
    default:
      return unreachable(refused);
  }
}

function refusal(reason: NotReadReason, anyway: Way | undefined, again: Way) {
  return <Notice sentence={notReadWords(reason)} action={anyway ?? (reason === 'failed' ? again : undefined)} />;
}
