import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../lib/platform/words';

/** A form over the page, with one way to do what it asks for and one to leave; both close it, and closing is told. */
export function FormDialog(props: {
  readonly title: string;
  /** What the button that sends the form says. */
  readonly action: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="library-dialog" ref={dialog} aria-labelledby={title} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
          dialog.current?.close();
        }}
      >
        <h2 id={title}>{props.title}</h2>
        {props.children}
        <div class="actions">
          <button type="submit" class="button primary">
            {props.action}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {say('panel.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
