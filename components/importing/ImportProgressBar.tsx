import { say, wordsLanguage } from '../../lib/platform/words';
import type { ImportProgress } from './use-import';

/** How far an import, or taking it back, has come, and a way to stop it; nothing is changed by one that is stopped. */
export function ImportProgressBar(props: {
  readonly progress: ImportProgress | null;
  /** While a file is read its bytes are counted, which say nothing to a reader: they are told as a share. */
  readonly what: 'read' | 'stored' | 'takenBack';
  readonly onStop: () => void;
}) {
  const { progress } = props;
  return (
    <div class="import-progress" aria-busy="true">
      <progress
        class="progress"
        aria-label={say('library.progress')}
        {...(progress?.all ? { max: progress.all, value: progress.done } : {})}
      />
      {progress?.all ? <p class="count">{progressWords(progress.done, progress.all, props.what)}</p> : null}
      <button type="button" class="button" onClick={props.onStop}>
        {say('panel.stop')}
      </button>
    </div>
  );
}

function progressWords(done: number, all: number, what: 'read' | 'stored' | 'takenBack'): string {
  if (what !== 'read') return say(`import.${what}`, { done, all });
  const percent = new Intl.NumberFormat(wordsLanguage(), { style: 'percent' }).format(done / all);
  return say('import.read', { percent });
}
