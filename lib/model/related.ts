import type { ClaimId, ClippingId } from './ids';

/** Why a stored article is related; `words` are shown to the reader. */
export type RelatedReason =
  | { readonly kind: 'actors'; readonly words: readonly string[] }
  /** The same or nearly the same quotation, as it stands here and there. */
  | { readonly kind: 'quotation'; readonly here: string; readonly there: string }
  | { readonly kind: 'words'; readonly words: readonly string[] };

/** One stored article that is related to the one being read; best first in every list. */
export interface Related {
  readonly clippingId: ClippingId;
  readonly title: string;
  readonly outlet: string;
  /** Where it was read. */
  readonly url: string;
  readonly published: string | null;
  /** 0 to 1; nothing below the calibrated floor is ever given. */
  readonly score: number;
  readonly reasons: readonly RelatedReason[];
}

/** Something an actor said in a stored article. */
export interface SaidBefore {
  readonly clippingId: ClippingId;
  readonly claim: ClaimId;
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly published: string | null;
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly content: string;
}

/** A stretch of a quotation as it stands there, seen from here: the same, left out there, or only there. */
export interface QuotePiece {
  readonly kind: 'same' | 'cut' | 'added';
  readonly text: string;
}

/** A stored article that quotes the same words. */
export interface QuotedThere {
  readonly clippingId: ClippingId;
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly published: string | null;
  /** Who says it there, empty where the article does not name anyone. */
  readonly speaker: string;
  /** Of all stored articles that quote it the one kept first. */
  readonly isFirst: boolean;
  readonly pieces: readonly QuotePiece[];
}

/** A quotation of the article being read that stored articles have too, in order of the keeping. */
export interface QuotedElsewhere {
  readonly words: string;
  readonly there: readonly QuotedThere[];
}
