import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../lib/platform/words';

const KEYS = [
  ['j ↓', 'next'],
  ['k ↑', 'back'],
  ['a … 9', 'code'],
  ['/', 'find'],
  ['Enter', 'note'],
  ['u', 'undo'],
  ['Esc', 'leave'],
] as const;

/** The keys of coding mode. */
export function CodingHelp({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="library-dialog" ref={dialog} aria-labelledby="coding-help" onClose={onClose}>
      <h2 id="coding-help">{say('coding.help')}</h2>
      <dl class="key-list">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(`coding.keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => dialog.current?.close()}>
          {say('panel.close')}
        </button>
      </div>
    </dialog>
  );
}
