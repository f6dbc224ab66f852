import type { FileKind } from '../model/opened-file';
import { FORMAT } from './backup/format';

/** So much of a file's beginning is enough to recognise it. */
export const HEAD_CHARS = 100_000;

/**
 * Recognises a file by its content, whatever it is called: null when it is none of those that can be read.
 *
 *   {"format":"hearsay-backup",…         backup
 *   {"@context":…, [{"target":…          annotations (W3C, Hypothesis)
 *   <CodeBook xmlns="urn:QDA-XML:…       codebook
 *   <!DOCTYPE NETSCAPE-Bookmark-file-1>  addresses
 *   title,address⏎…,https://…            addresses
 */
export function recognise(head: string): FileKind | null {
  const text = head.replace(/^\uFEFF/, '').trimStart();
  if (/^[[{]/.test(text)) return text.includes(`"${FORMAT}"`) ? 'backup' : 'annotations';
  if (text.startsWith('<')) {
    if (/<(?:\w+:)?CodeBook[\s>]/.test(text)) return 'codebook';
    return /NETSCAPE-Bookmark|<a\s[^<>]{0,2000}href\s*=/i.test(text) ? 'addresses' : null;
  }
  // A zip, a picture and the like have NUL among their first bytes.
  return !text.includes('\0') && /https?:\/\/[^\s/]/i.test(text) ? 'addresses' : null;
}
