import type { WriteFailure } from '../../lib/messages/protocol';
import type { Result } from '../../lib/model/result';
import type { RemovedToRead, ToReadEntry } from '../../lib/store/to-read';

/** What the list of what is to be read needs from outside. */
export interface ToReadPort {
  /** Tells of the list at once and after every change. Gives the end of it. */
  follow(onList: (found: Result<readonly ToReadEntry[], WriteFailure>) => void): () => void;
  /** Takes addresses off the list, with the notes that wait there. */
  remove(urls: readonly string[]): Promise<Result<RemovedToRead, WriteFailure>>;
  restore(removed: RemovedToRead): Promise<Result<null, WriteFailure>>;
}
