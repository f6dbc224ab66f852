import { say } from '../../lib/platform/words';
import { NOTE_COLOURS } from '../notes/NoteEditor';

const KINDS = ['direct', 'mixed', 'indirect'] as const;

/** What each line in the page stands for, and with `colours` each colour. */
export function Legend({ colours = false }: { readonly colours?: boolean }) {
  return (
    <dl class="facts legend">
      {KINDS.map((kind) => (
        <div key={kind}>
          <dt>
            <span class={`kind-line ${kind}`}>
              <span class="chip-word">{say(`kind.${kind}`)}</span>
            </span>
          </dt>
          <dd>{say(`options.legend.${kind}`)}</dd>
        </div>
      ))}
      {colours && (
        <div>
          <dt>{say('tab.notes')}</dt>
          <dd class="colours">
            {NOTE_COLOURS.map((colour) => (
              <span key={colour} class={`colour ${colour}`}>
                <span>{say(`colour.${colour}`)}</span>
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}
