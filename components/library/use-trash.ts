import type { ClippingId } from '../../lib/model/ids';
import { writeFailureWords } from '../../lib/platform/failure-words';
import { say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import type { LibraryPort } from './port';

/** Into the trash (with a way back), out of it, and gone for good; `onMoved` is told what left the list. */
export function useTrash(port: LibraryPort, onMoved: (ids: readonly ClippingId[]) => void) {
  const announce = useAnnounce();

  const takeOut = async (ids: readonly ClippingId[]) => {
    const back = await port.restore(ids);
    if (!back.ok) return announce.warn(writeFailureWords(back.reason));
    // Deleted for good in the meantime.
    if (back.value === 0) return announce.warn(writeFailureWords('not-found'));
    onMoved(ids);
    announce.say(say('library.restored', back.value));
  };
  const put = async (ids: readonly ClippingId[]) => {
    const gone = await port.trash(ids);
    if (!gone.ok) return announce.warn(writeFailureWords(gone.reason));
    onMoved(ids);
    announce.offerUndo({ said: say('library.trashedNow', gone.value), undo: () => takeOut(ids) });
  };
  const erase = async (ids: readonly ClippingId[]) => {
    const erased = await port.erase(ids);
    if (!erased.ok) return announce.warn(writeFailureWords(erased.reason));
    onMoved(ids);
    announce.say(say('library.erased', erased.value));
  };
  return { put, takeOut, erase };
}
