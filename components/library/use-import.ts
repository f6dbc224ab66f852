import { useState } from 'preact/hooks';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import type { ImportFailure, ImportMode, ImportReport, LibraryPort } from './port';
import type { useJobs } from './use-jobs';

const REFUSAL_KEYS = {
  'not-a-backup': 'library.refused.notABackup',
  'cut-off': 'library.refused.cutOff',
  'newer-version': 'library.refused.newerVersion',
  cancelled: 'library.refused.cancelled',
} as const;

const isRefusal = (reason: ImportFailure): reason is keyof typeof REFUSAL_KEYS => reason in REFUSAL_KEYS;

/** One sentence on why nothing was imported. */
function importFailureWords(reason: ImportFailure): string {
  return isRefusal(reason) ? say(REFUSAL_KEYS[reason]) : writeFailureWords(reason);
}

/** Importing a backup: what the last one did, null once that was read. */
export function useImport(port: LibraryPort, jobs: ReturnType<typeof useJobs>) {
  const announce = useAnnounce();
  const [report, setReport] = useState<ImportReport | null>(null);
  const start = async (file: File, mode: ImportMode) => {
    const result = await jobs.run((job) => port.importFile(file, mode, job));
    if (result?.ok) setReport(result.value);
    else announce.warn(importFailureWords(result?.reason ?? 'cancelled'));
  };
  return { report, start, close: () => setReport(null) };
}
