import { useState } from 'preact/hooks';
import type { WriteFailure } from '../../lib/messages/protocol';
import type { ImportOutcome } from '../../lib/model/opened-file';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import { Refused } from './Refused';
import { doneLines } from './words';

/** What an import did, with the way back. */
export function ImportDone(props: {
  readonly outcome: ImportOutcome<WriteFailure>;
  /** Links to where the imported things lie. */
  readonly links: readonly { readonly words: string; readonly href: string }[];
  readonly onAgain: () => void;
}) {
  const { outcome } = props;
  const announce = useAnnounce();
  const [undone, setUndone] = useState(false);
  const undo = async (run: NonNullable<typeof outcome.undo>) => {
    const back = await run();
    if (!back.ok) return announce.warn(writeFailureWords(back.reason));
    setUndone(true);
    announce.say(say('import.undone'));
  };
  const { undo: run } = outcome;
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
        {!undone && run && (
          <button type="button" class="link" onClick={() => void undo(run)}>
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
