import type { Clipping, ClippingText } from './clipping';
import type { Correction, Note } from './note';

/** Everything that is kept about one article. */
export interface Kept {
  readonly clipping: Clipping;
  readonly text: ClippingText;
  readonly notes: readonly Note[];
  readonly corrections: readonly Correction[];
}
