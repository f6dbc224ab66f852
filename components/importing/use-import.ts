import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { WriteFailure } from '../../lib/messages/protocol';
import type { FileKind, ImportMode, ImportOutcome, OpenedFile } from '../../lib/model/opened-file';
import { nowAndThen } from '../hooks/now-and-then';
import { useLatest } from '../hooks/use-latest';
import type { ImportPort } from './port';
import { importFailureWords } from './words';

type Opened = OpenedFile<WriteFailure>;

export interface ImportProgress {
  readonly done: number;
  /** Null where it is not known how much there is to do. */
  readonly all: number | null;
}

/** Where an import stands. */
export type ImportState =
  | { readonly step: 'choose'; readonly failure: string | null }
  | { readonly step: 'reading'; readonly name: string; readonly progress: ImportProgress | null }
  | { readonly step: 'preview'; readonly name: string; readonly opened: Opened }
  | { readonly step: 'taking'; readonly name: string; readonly progress: ImportProgress | null }
  | { readonly step: 'done'; readonly kind: FileKind; readonly outcome: ImportOutcome<WriteFailure> };

const CHOOSE: ImportState = { step: 'choose', failure: null };

/** An import from the choice of a file to its end. A file that is not taken is forgotten when the page is left. */
export function useImport(port: ImportPort) {
  const [state, setState] = useState<ImportState>(CHOOSE);
  const latest = useLatest(state);
  const running = useRef<AbortController | null>(null);

  const begin = () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    return controller.signal;
  };
  const open = useCallback(
    async (file: File) => {
      const signal = begin();
      const { name } = file;
      setState({ step: 'reading', name, progress: null });
      const onProgress = nowAndThen((done: number, all: number | null) => {
        if (!signal.aborted) setState({ step: 'reading', name, progress: { done, all } });
      });
      const opening = await port.openFile(file, { signal, onProgress });
      if (signal.aborted) {
        if (opening.ok) await opening.value.drop();
        return;
      }
      if (opening.ok) setState({ step: 'preview', name, opened: opening.value });
      else setState({ step: 'choose', failure: importFailureWords(opening.reason, opening.version) });
    },
    [port],
  );
  const take = async ({ name, opened }: Extract<ImportState, { step: 'preview' }>, mode: ImportMode) => {
    const signal = begin();
    setState({ step: 'taking', name, progress: null });
    const onProgress = nowAndThen((done: number, all: number | null) => {
      if (!signal.aborted) setState({ step: 'taking', name, progress: { done, all } });
    });
    const taken = await opened.take(mode, { signal, onProgress });
    if (taken.ok) setState({ step: 'done', kind: opened.preview.kind, outcome: taken.value });
    else {
      await opened.drop();
      setState({ step: 'choose', failure: importFailureWords(taken.reason) });
    }
  };
  const stop = () => {
    running.current?.abort();
    if (state.step === 'reading') setState({ step: 'choose', failure: importFailureWords('cancelled') });
  };
  const again = () => {
    if (state.step === 'preview') void state.opened.drop();
    setState(CHOOSE);
  };

  useEffect(
    () => () => {
      const { current } = latest;
      if (current?.step === 'reading') running.current?.abort();
      // What is being taken is finished; what waits for a word gets none any more.
      if (current?.step === 'preview') void current.opened.drop();
    },
    [latest],
  );
  return { state, open, take, stop, again };
}
