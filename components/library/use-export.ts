import type { FileWords, FormatName } from '../../lib/exchange/file-formats';
import type { Code } from '../../lib/model/code';
import type { ClippingId } from '../../lib/model/ids';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { say, wordsLanguage } from '../../lib/platform/words';
import { useCodes } from '../hooks/use-codes';
import { useAnnounce } from '../hooks/use-announce';
import { runExport } from './export-run';
import type { LibraryPort } from './port';
import type { useJobs } from './use-jobs';

/** Exporting clippings into a file, and everything into a backup. */
export function useExport(port: LibraryPort, jobs: ReturnType<typeof useJobs>) {
  const announce = useAnnounce();
  const codes = useCodes();

  const files = async (ids: readonly ClippingId[], format: FormatName) => {
    const result = await jobs.run(({ signal, onProgress }) =>
      runExport(port, {
        ids,
        format,
        words: fileWords(codes.filter(({ isDefined }) => isDefined).map(({ code }) => code)),
        at: Date.now(),
        signal,
        onProgress: (done) => onProgress(done, ids.length),
      }),
    );
    if (result?.ok) announce.say(say('library.exported', result.value));
    else if (result && result.reason !== 'stopped') announce.warn(writeFailureWords(result.reason));
  };
  const backup = async () => {
    const result = await jobs.run((job) => port.backup(job));
    if (result?.ok) announce.say(say('library.backedUp'));
    else if (result) announce.warn(writeFailureWords(result.reason));
  };
  return { files, backup };
}

function fileWords(codes: readonly Code[]): FileWords {
  return {
    codes,
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
