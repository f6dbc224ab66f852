import type { TroublePort } from '../../components/trouble/port';
import { careForLibrary } from '../../lib/background/library-care';
import { newestBackup } from '../../lib/background/rolling-backup';
import { libraryMark } from '../../lib/platform/library-mark';
import { isPrivateWindow } from '../../lib/platform/private-window';
import { acceptLoss, followTrouble, startAnew } from '../../lib/store/trouble';

/** What is wrong with the database of this browser, for any page of ours, which takes care of it too. */
export function troublePort(): TroublePort {
  careForLibrary();
  return {
    follow: (onTrouble) => followTrouble(onTrouble, libraryMark),
    newestBackup,
    missing: async () => (await libraryMark.read())?.missing ?? 0,
    accept: () => acceptLoss(libraryMark),
    startAnew: () => startAnew(libraryMark),
    reload: () => location.reload(),
    isPrivate: isPrivateWindow(),
  };
}
