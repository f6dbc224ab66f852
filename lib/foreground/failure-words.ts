import type { WriteFailure } from '../messages/protocol';
import { say } from '../platform/words';

/** One sentence for a write that failed in the page; the panel says more. */
export function failureWords(reason: WriteFailure): string {
  return say(reason === 'storage-full' ? 'card.storageFull' : 'card.notSaved');
}
