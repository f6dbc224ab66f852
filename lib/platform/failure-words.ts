import { say } from './words';

/**
 * Which text says why something failed. Keys of texts are letters and digits alone: Chromium refuses to load an
 * extension that has any other key.
 */
const WRITE_KEYS = {
  'storage-full': 'write.storageFull',
  conflict: 'write.conflict',
  'not-found': 'write.notFound',
  'storage-failed': 'write.storageFailed',
  'newer-data': 'write.newerData',
} as const;

const PAGE_KEYS = {
  'not-an-article': 'page.notAnArticle',
  'not-english': 'page.notEnglish',
  'too-large': 'page.tooLarge',
  'no-text': 'page.noText',
  pdf: 'page.pdf',
  'browser-page': 'page.browserPage',
  frame: 'page.frame',
  failed: 'page.failed',
} as const;

/** One sentence on why something was not saved. */
export function writeFailureWords(reason: keyof typeof WRITE_KEYS): string {
  return say(WRITE_KEYS[reason]);
}

/** One sentence on why a page shows no claims. */
export function notReadWords(reason: keyof typeof PAGE_KEYS): string {
  return say(PAGE_KEYS[reason]);
}
