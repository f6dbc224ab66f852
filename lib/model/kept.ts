import type { Clipping, ClippingText } from './clipping';
import type { Correction, Note } from './note';
import type { Version } from './version';

/** Everything that is kept about one article. */
export interface Kept {
  readonly clipping: Clipping;
  readonly text: ClippingText;
  readonly notes: readonly Note[];
  readonly corrections: readonly Correction[];
}

/** The same with the later versions of the article, oldest first: what a backup holds. */
export interface KeptWhole extends Kept {
  readonly versions: readonly Version[];
}
