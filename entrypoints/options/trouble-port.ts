import type { TroublePort } from '../../components/trouble/port';
import { newestBackup } from '../../lib/background/rolling-backup';
import { libraryMark } from '../../lib/platform/library-mark';
import { isPrivateWindow } from '../../lib/platform/private-window';
import { acceptEmptied, followTrouble, startAnew } from '../../lib/store/trouble';

/** What is wrong with the database of this browser, for any page of ours. */
export function troublePort(): TroublePort {
  return {
    follow: (onTrouble) => followTrouble(onTrouble, libraryMark),
    newestBackup,
    accept: () => acceptEmptied(libraryMark),
    startAnew: () => startAnew(libraryMark),
    reload: () => location.reload(),
    isPrivate: isPrivateWindow(),
  };
}
