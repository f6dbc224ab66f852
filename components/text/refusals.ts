import type { WriteFailure } from '../../lib/messages/protocol';
import type { NotReadReason } from '../../lib/model/page-view';
import { say } from '../../lib/platform/words';

// Keys of interface texts may hold letters, digits and "_" only, so the reasons are not used as keys.

const WRITE = {
  'storage-full': 'write.storageFull',
  conflict: 'write.conflict',
  'not-found': 'write.notFound',
  'storage-failed': 'write.storageFailed',
  'newer-data': 'write.newerData',
} as const satisfies Record<WriteFailure, string>;

const NOT_READ = {
  'not-an-article': 'page.notAnArticle',
  'not-english': 'page.notEnglish',
  'too-large': 'page.tooLarge',
  'no-text': 'page.noText',
  pdf: 'page.pdf',
  'browser-page': 'page.browserPage',
  frame: 'page.frame',
  failed: 'page.failed',
} as const satisfies Record<NotReadReason, string>;

/** The sentence for why something was not written. */
export function writeFailureWords(reason: WriteFailure): string {
  return say(WRITE[reason]);
}

/** The sentence for why a page was not read. */
export function notReadWords(reason: NotReadReason): string {
  return say(NOT_READ[reason]);
}
