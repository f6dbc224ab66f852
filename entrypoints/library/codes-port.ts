import type { CodesPort } from '../../components/codebook/port';
import {
  deleteCode,
  followCodes,
  mergeCodes,
  notesCoded,
  saveCode,
  splitCode,
  takeBack,
} from '../../lib/store/codes/codebook';
import { tagClippings } from '../../lib/store/codes/tag-many';

/** The library page's way to the codebook. */
export function codesPort(): CodesPort {
  return {
    follow: (onFound) => followCodes(onFound),
    notes: (name) => notesCoded(name),
    save: (was, code) => saveCode(was, code),
    merge: (from, into) => mergeCodes(from, into),
    split: (from, code, notes) => splitCode(from, code, notes),
    remove: (name) => deleteCode(name),
    tagClippings: (ids, tag, on) => tagClippings(ids, tag, on),
    takeBack: (change) => takeBack(change),
  };
}
