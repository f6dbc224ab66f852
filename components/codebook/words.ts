import type { CodeRefusal } from '../../lib/model/code';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { say } from '../../lib/platform/words';
import type { CodeFailure } from './port';

const REFUSALS = {
  'no-name': 'codes.refused.noName',
  'name-taken': 'codes.refused.nameTaken',
  'key-taken': 'codes.refused.keyTaken',
  'key-unfit': 'codes.refused.keyUnfit',
  cycle: 'codes.refused.cycle',
} as const satisfies Record<CodeRefusal, string>;

const isRefusal = (reason: CodeFailure): reason is CodeRefusal => reason in REFUSALS;

/** One sentence on why nothing was changed. */
export function codeFailureWords(reason: CodeFailure): string {
  return isRefusal(reason) ? say(REFUSALS[reason]) : writeFailureWords(reason);
}

/** "12 notes on 7 articles". */
export function usesWords({ notes, articles }: { readonly notes: number; readonly articles: number }): string {
  return say('codes.uses', { notes: say('library.notes', notes), articles: say('codes.articles', articles) });
}
