import { useRef, useState } from 'preact/hooks';
import type { WriteFailure } from '../../lib/messages/protocol';
import type { ImportOutcome } from '../../lib/model/opened-file';
import { say } from '../../lib/platform/words';
import { nowAndThen } from '../hooks/now-and-then';
import { useAnnounce } from '../hooks/use-announce';
import { ImportProgressBar } from './ImportProgressBar';
import { Refused } from './Refused';
import type { ImportProgress } from './use-import';
import { doneLines, importFailureWords } from './words';

/** What an import did, with the way back. */
export function ImportDone(props: {
  readonly outcome: ImportOutcome<WriteFailure>;
  /** Links to where the imported things lie. */
  readonly links: readonly { readonly words: string; readonly href: string }[];
  readonly onAgain: () => void;
}) {
  const { outcome } = props;
  const { undo } = outcome;
  const taking = useTakeBack(undo);
  if (taking.step === 'running')
    return <ImportProgressBar progress={taking.progress} what="takenBack" onStop={taking.stop} />;
  const undone = taking.step === 'done';
  return (
    <>
      {undone ? (
        <p>{say('import.undone')}</p>
      ) : (
        <>
          <ul class="import-counts">
            {doneLines(outcome.counts).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Refused refused={outcome.refused} />
        </>
      )}
      <div class="actions">
        {!undone &&
          props.links.map(({ words, href }) => (
            <a key={href} href={href}>
              {words}
            </a>
          ))}
        {!undone && undo && (
          <button type="button" class="link" onClick={() => void taking.start()}>
            {say('panel.undo')}
          </button>
        )}
        <button type="button" class="link" onClick={props.onAgain}>
          {say('import.another')}
        </button>
      </div>
    </>
  );
}

/** Taking an import back: how far that has come. */
type TakingBack =
  | { readonly step: 'not-begun' | 'done' }
  | { readonly step: 'running'; readonly progress: ImportProgress | null };

function useTakeBack(undo: ImportOutcome<WriteFailure>['undo']) {
  const announce = useAnnounce();
  const [state, setState] = useState<TakingBack>({ step: 'not-begun' });
  const running = useRef<AbortController | null>(null);
  const start = async () => {
    if (!undo) return;
    const { signal } = (running.current = new AbortController());
    setState({ step: 'running', progress: null });
    const onProgress = nowAndThen((done: number, all: number | null) =>
      setState({ step: 'running', progress: { done, all } }),
    );
    const back = await undo({ signal, onProgress });
    setState({ step: back.ok ? 'done' : 'not-begun' });
    if (back.ok) announce.say(say('import.undone'));
    else announce.warn(importFailureWords(back.reason));
  };
  return { ...state, start, stop: () => running.current?.abort() };
}
