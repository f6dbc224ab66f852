import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../lib/platform/words';

/** A question before something that cannot be taken back; "cancel" has the focus. */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly question: string;
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    cancel.current?.focus();
  }, []);
  return (
    <dialog
      class="library-dialog"
      ref={dialog}
      role="alertdialog"
      aria-labelledby="confirm-title"
      onClose={props.onClose}
    >
      <h2 id="confirm-title">{props.title}</h2>
      <p>{props.question}</p>
      <div class="actions">
        <button
          type="button"
          class="button danger"
          onClick={() => {
            props.onConfirm();
            dialog.current?.close();
          }}
        >
          {props.action}
        </button>
        <button type="button" class="button" ref={cancel} onClick={() => dialog.current?.close()}>
          {say('panel.cancel')}
        </button>
      </div>
    </dialog>
  );
}
