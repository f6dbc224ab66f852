import { useEffect, useState } from 'preact/hooks';
import { say } from '../../lib/platform/words';
import type { ExportProgress } from './use-export';

/** A shorter export shows nothing. */
const SHOW_AFTER_MS = 300;

/** How far an export has come, and a way to stop it. */
export function ExportStatus({ progress, onStop }: { readonly progress: ExportProgress; readonly onStop: () => void }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  const { done, all } = progress;
  return (
    <section class="export-status" aria-label={say('library.export')}>
      <span>{say('library.exporting', { done, all })}</span>
      <progress max={all} value={done} aria-label={say('library.export')} />
      <button type="button" class="link" onClick={onStop}>
        {say('panel.stop')}
      </button>
    </section>
  );
}
