import { useEffect, useState } from 'preact/hooks';
import { say } from '../../lib/platform/words';
import type { JobProgress } from './use-jobs';

/** Shorter work shows nothing. */
const SHOW_AFTER_MS = 300;

/** How far long work has come, and a way to stop it. */
export function JobStatus({ progress, onStop }: { readonly progress: JobProgress; readonly onStop: () => void }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  const { words, done, all } = progress;
  return (
    <section class="job-status" aria-label={say('library.progress')}>
      <span>{words}</span>
      <progress aria-label={say('library.progress')} {...(all === null ? {} : { max: all, value: done })} />
      <button type="button" class="link" onClick={onStop}>
        {say('panel.stop')}
      </button>
    </section>
  );
}
