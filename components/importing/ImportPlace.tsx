import { useEffect, useRef } from 'preact/hooks';
import type { FileKind } from '../../lib/model/opened-file';
import { isolate, say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import { hashOf, type PlaceName } from '../library/address';
import type { PlaceProps } from '../library/place';
import { ChooseFile } from './ChooseFile';
import { ImportDone } from './ImportDone';
import { ImportPreview } from './ImportPreview';
import { ImportProgressBar } from './ImportProgressBar';
import { type ImportState, useImport } from './use-import';

/** Where things of each kind lie once they are taken in. */
const LIES_IN: Readonly<Record<FileKind, readonly PlaceName[]>> = {
  backup: ['articles'],
  annotations: ['articles', 'toRead'],
  codebook: ['codebook'],
  addresses: ['toRead'],
};

/** Takes in files: choose or drop one, see what is in it, then take it. */
export function ImportPlace({ port, kept, trashed, dropped, onDropTaken }: PlaceProps) {
  const { state, open, take, stop, again } = useImport(port.importing);
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const { step } = state;
  const first = useRef(true);
  useEffect(() => {
    // What was pressed is gone: whoever listens is brought to what came in its place.
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [step]);

  useEffect(() => {
    if (dropped === null) return;
    onDropTaken();
    if (step === 'taking') announce.warn(say('import.busy'));
    else void open(dropped);
  }, [dropped, onDropTaken, step, open, announce]);
  return (
    <main class="place import">
      <h2 ref={heading} tabIndex={-1}>
        {titleOf(state)}
      </h2>
      {state.step === 'choose' && <ChooseFile failure={state.failure} onFile={(file) => void open(file)} />}
      {(state.step === 'reading' || state.step === 'taking') && (
        <ImportProgressBar
          progress={state.progress}
          what={state.step === 'reading' ? 'read' : 'stored'}
          onStop={stop}
        />
      )}
      {state.step === 'preview' && (
        <ImportPreview
          name={state.name}
          preview={state.opened.preview}
          empty={kept.length + trashed.length === 0}
          onTake={(mode) => void take(state, mode)}
          onCancel={again}
        />
      )}
      {state.step === 'done' && (
        <ImportDone
          outcome={state.outcome}
          links={LIES_IN[state.kind].map((place) => ({
            words: say(`library.place.${place}`),
            href: hashOf({ place, item: null }),
          }))}
          onAgain={again}
        />
      )}
    </main>
  );
}

function titleOf(state: ImportState): string {
  if (state.step === 'choose') return say('import.title');
  if (state.step === 'reading') return say('import.reading', { name: isolate(state.name) });
  if (state.step === 'taking') return say('import.taking', { name: isolate(state.name) });
  return state.step === 'preview' ? say(`import.kind.${state.opened.preview.kind}`) : say('import.imported');
}
