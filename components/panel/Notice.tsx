import { useEffect, useState } from 'preact/hooks';
import { say } from '../../lib/platform/words';

export interface Action {
  readonly label: string;
  readonly onPress: () => void;
}

/** One sentence and at most one action, where a page or a tab has nothing to list. */
export function Notice({ sentence, action }: { readonly sentence: string; readonly action?: Action | undefined }) {
  return (
    <div class="notice">
      <p>{sentence}</p>
      {action && (
        <button type="button" class="button primary" onClick={action.onPress}>
          {action.label}
        </button>
      )}
    </div>
  );
}

/** Work shorter than this shows nothing; longer work says so; work over a second can be stopped. */
const SHOW_AFTER_MS = 300;
const STOP_AFTER_MS = 1000;

/** What is being waited for: nothing at first, then a sentence with a moving line, then a way to stop it. */
export function Busy({ sentence, onStop }: { readonly sentence: string; readonly onStop?: (() => void) | undefined }) {
  const [step, setStep] = useState<'hidden' | 'shown' | 'stoppable'>('hidden');
  useEffect(() => {
    const show = setTimeout(() => setStep('shown'), SHOW_AFTER_MS);
    const stop = setTimeout(() => setStep('stoppable'), STOP_AFTER_MS);
    return () => {
      clearTimeout(show);
      clearTimeout(stop);
    };
  }, []);
  if (step === 'hidden') return null;
  return (
    <div class="notice" aria-busy="true">
      <p>{sentence}</p>
      <progress class="progress" aria-label={sentence} />
      {step === 'stoppable' && onStop && (
        <button type="button" class="button" onClick={onStop}>
          {say('panel.stop')}
        </button>
      )}
    </div>
  );
}
