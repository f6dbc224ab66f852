import type { ClaimId, ClippingId } from '../../lib/model/ids';

/** The places of the library page, in the order of its navigation. */
export const PLACES = ['articles', 'actors', 'toRead', 'codebook', 'compare', 'trash', 'import'] as const;
export type PlaceName = (typeof PLACES)[number];

/** What the library page shows: a place, and what is open there by its id (a clipping, an actor, a code), null for the place itself. */
export interface Address {
  readonly place: PlaceName;
  readonly item: string | null;
  /** What to show of it at first: a claim of a clipping. */
  readonly part?: string;
}

/** The address a fragment ("#articles/k12") stands for; what is no address is the first place. */
export function readAddress(hash: string): Address {
  const [name, item = '', part = ''] = hash.replace(/^#/, '').split('/').map(decode);
  const place = PLACES.find((each) => each === name) ?? PLACES[0];
  return { place, item: item || null, ...(part === '' ? {} : { part }) };
}

/** The fragment that stands for an address. */
export function hashOf({ place, item, part }: Address): string {
  const parts = item === null ? [] : part === undefined ? [item] : [item, part];
  return [`#${place}`, ...parts.map(encodeURIComponent)].join('/');
}

/** The fragment of a claim in the text of its clipping. */
export function addressOfClaim(clippingId: ClippingId, claim: ClaimId): string {
  return hashOf({ place: 'articles', item: clippingId, part: claim });
}

/** A fragment typed by hand may hold a "%" that encodes nothing. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
