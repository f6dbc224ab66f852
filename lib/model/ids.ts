/**
 * Branded ids: strings that cannot be mixed up. Ids of claims, actors and changes are local to one analysis of one
 * article ("c1", "a1"); all others are unique on this device.
 */
export type Brand<Name extends string> = string & { readonly __brand: Name };

export type ClippingId = Brand<'ClippingId'>;
export type NoteId = Brand<'NoteId'>;
export type CorrectionId = Brand<'CorrectionId'>;
export type ClaimId = Brand<'ClaimId'>;
export type ActorId = Brand<'ActorId'>;
export type ChangeId = Brand<'ChangeId'>;

/** Takes a string that is known to be an id of this kind; the one place where the brand is put on. */
export function asId<Id extends Brand<string>>(text: string): Id {
  return text as Id;
}
