import { useRef, useState } from 'preact/hooks';
import type { FileWords, FormatName } from '../../lib/exchange/file-formats';
import type { ClippingId } from '../../lib/model/ids';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { say, wordsLanguage } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import { runExport } from './export-run';
import type { LibraryPort } from './port';

export interface ExportProgress {
  readonly done: number;
  readonly all: number;
}

/** Exporting: the one that runs, null while none does, and ways to start and stop it. */
export function useExport(port: LibraryPort) {
  const announce = useAnnounce();
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const running = useRef<AbortController | null>(null);

  const start = async (ids: readonly ClippingId[], format: FormatName) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setProgress({ done: 0, all: ids.length });
    const result = await runExport(port, {
      ids,
      format,
      words: fileWords(),
      at: Date.now(),
      signal: controller.signal,
      onProgress: (done) => setProgress({ done, all: ids.length }),
    });
    if (running.current !== controller) return;
    running.current = null;
    setProgress(null);
    if (result.ok) announce.say(say('library.exported', result.value));
    else if (result.reason !== 'stopped') announce.warn(writeFailureWords(result.reason));
  };
  const stop = () => {
    running.current?.abort();
    running.current = null;
    setProgress(null);
  };
  return { progress, start, stop };
}

function fileWords(): FileWords {
  return {
    title: say('library.fileTitle'),
    language: wordsLanguage(),
    coder: say('library.coder'),
    claims: say('tab.claims'),
    notes: say('tab.notes'),
    article: say('library.article'),
    kinds: { direct: say('kind.direct'), mixed: say('kind.mixed'), indirect: say('kind.indirect') },
    unknownSpeaker: say('speaker.unknown'),
  };
}
