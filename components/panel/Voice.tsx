import type { ComponentChildren } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../../lib/platform/words';
import { type Announce, AnnounceContext, type Undo } from '../hooks/use-announce';

/** How long an undo is offered, in milliseconds; the time stands still while the pointer or focus is on it. */
const OFFERED_MS = 10_000;

type Shown = { readonly kind: 'undo'; readonly undo: Undo } | { readonly kind: 'warning'; readonly sentence: string };

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select');

/**
 * Gives everything below it a voice: a polite live region, errors that stay until closed, and undo, which Ctrl+Z
 * (Cmd+Z) takes as well as its button.
 */
export function Voice({ children }: { readonly children: ComponentChildren }) {
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState<Shown | null>(null);
  const held = useRef(false);

  const announce = useMemo<Announce>(
    () => ({
      // A sentence that is said twice must differ, or the second is not read.
      say: (sentence) => setSaid((before) => (before === sentence ? `${sentence}\u00a0` : sentence)),
      warn: (sentence) => setShown({ kind: 'warning', sentence }),
      offerUndo: (undo) => {
        setShown({ kind: 'undo', undo });
        setSaid(undo.said);
      },
    }),
    [],
  );

  const takeBack = useCallback(() => {
    if (shown?.kind !== 'undo') return;
    setShown(null);
    void shown.undo.undo();
  }, [shown]);

  useLayoutEffect(() => {
    if (shown?.kind !== 'undo') return undefined;
    const timer = setInterval(() => held.current || setShown(null), OFFERED_MS);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping(event.target)) return;
      event.preventDefault();
      takeBack();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearInterval(timer);
      document.removeEventListener('keydown', onKey);
    };
  }, [shown, takeBack]);

  const hold = (holds: boolean) => () => {
    held.current = holds;
  };
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <output class="visually-hidden" aria-live="polite">
        {said}
      </output>
      <div class="toasts">
        {shown && (
          <div
            class={`toast ${shown.kind}`}
            role={shown.kind === 'warning' ? 'alert' : 'region'}
            aria-label={say(shown.kind === 'warning' ? 'panel.title' : 'panel.undo')}
            onPointerEnter={hold(true)}
            onPointerLeave={hold(false)}
            onFocusIn={hold(true)}
            onFocusOut={hold(false)}
          >
            <span>{shown.kind === 'undo' ? shown.undo.said : shown.sentence}</span>
            <button type="button" class="link" onClick={shown.kind === 'undo' ? takeBack : () => setShown(null)}>
              {say(shown.kind === 'undo' ? 'panel.undo' : 'panel.close')}
            </button>
          </div>
        )}
      </div>
    </AnnounceContext.Provider>
  );
}
