import type { ClippingId } from '../../lib/model/ids';
import type { Result } from '../../lib/model/result';
import type { WriteFailure } from '../../lib/messages/protocol';
import type { SpokenClaims } from '../../lib/search/actors/appearances';
import type { DecisionChange } from '../../lib/search/actors/decide';
import type { StoredActors } from '../../lib/store/actors/follow-actors';

/** What the place of actors needs from the store. */
export interface KnownActorsPort {
  /** Who appears where, and what was decided, at once and after every change. Gives the end of it. */
  follow(onFound: (found: Result<StoredActors, WriteFailure>) => void): () => void;
  /** The claims of these articles whose speaker is named. */
  spoken(ids: readonly ClippingId[]): Promise<Result<readonly SpokenClaims[], WriteFailure>>;
  /** Stores decisions and takes others back; gives the change as it was really made. */
  change(change: DecisionChange): Promise<Result<DecisionChange, WriteFailure>>;
}
