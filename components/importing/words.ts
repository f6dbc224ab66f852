import { VERSION } from '../../lib/exchange/backup/format';
import type { WriteFailure } from '../../lib/messages/protocol';
import { COUNT_NAMES, type Counts, type FileRefusal } from '../../lib/model/opened-file';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { say } from '../../lib/platform/words';

const REFUSAL_KEYS = {
  'not-recognised': 'import.failure.notRecognised',
  'nothing-in-it': 'import.failure.nothingInIt',
  'too-large': 'import.failure.tooLarge',
  'not-a-backup': 'import.failure.notABackup',
  'cut-off': 'import.failure.cutOff',
  cancelled: 'import.failure.cancelled',
} as const;

const isPlain = (reason: string): reason is keyof typeof REFUSAL_KEYS => reason in REFUSAL_KEYS;

/** One sentence on why nothing was imported; `version` is the file's own where that is too new. */
export function importFailureWords(reason: WriteFailure | FileRefusal, version: number | null = null): string {
  if (reason === 'newer-version')
    return say('import.failure.newerVersion', { version: String(version ?? '?'), known: VERSION });
  return isPlain(reason) ? say(REFUSAL_KEYS[reason]) : writeFailureWords(reason);
}

/** What a file holds, one line a count, those of nothing left out. */
export function countLines(counts: Counts): readonly string[] {
  return linesOf(counts, (name, count) => say(`import.count.${name}`, count));
}

/** What an import did, in the same way. */
export function doneLines(counts: Counts): readonly string[] {
  const lines = linesOf(counts, (name, count) => say(`import.done.${name}`, count));
  return lines.length > 0 ? lines : [say('import.doneNothing')];
}

function linesOf(counts: Counts, words: (name: (typeof COUNT_NAMES)[number], count: number) => string) {
  return COUNT_NAMES.flatMap((name) => {
    const count = counts[name] ?? 0;
    return count > 0 ? [words(name, count)] : [];
  });
}
