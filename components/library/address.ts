/** The places of the library page, in the order of its navigation. */
export const PLACES = ['articles', 'toRead', 'codebook', 'compare', 'trash', 'import'] as const;
export type PlaceName = (typeof PLACES)[number];

/** What the library page shows: a place, and what is open there by its id (a clipping, a code), null for the place itself. */
export interface Address {
  readonly place: PlaceName;
  readonly item: string | null;
}

/** The address a fragment ("#articles/k12") stands for; what is no address is the first place. */
export function readAddress(hash: string): Address {
  const [name, item = ''] = hash.replace(/^#/, '').split('/');
  const place = PLACES.find((each) => each === name) ?? PLACES[0];
  return { place, item: decode(item) || null };
}

/** The fragment that stands for an address. */
export function hashOf({ place, item }: Address): string {
  return item === null ? `#${place}` : `#${place}/${encodeURIComponent(item)}`;
}

/** A fragment typed by hand may hold a "%" that encodes nothing. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
