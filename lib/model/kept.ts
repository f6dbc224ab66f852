import type { Clipping, ClippingText } from './clipping';
import type { Code } from './code';
import type { ToRead, WaitingNote } from './elsewhere';
import type { SameActor } from './known-actor';
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

/** A row of what is kept beside the articles, as a backup holds it. */
export type KeptAside =
  | { readonly kind: 'to-read'; readonly row: ToRead }
  | { readonly kind: 'waiting'; readonly row: WaitingNote }
  | { readonly kind: 'code'; readonly row: Code }
  | { readonly kind: 'same-actor'; readonly row: SameActor };

/** What a backup consists of. */
export type KeptRecord = { readonly kept: KeptWhole } | { readonly aside: KeptAside };
