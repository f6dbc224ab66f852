import type { ActorId, ChangeId, ClaimId, NoteId } from './ids';

/** Something that can be pointed at, in the page as in the panel. */
export type PanelTarget =
  | { readonly kind: 'claim'; readonly id: ClaimId }
  | { readonly kind: 'note'; readonly id: NoteId }
  | { readonly kind: 'actor'; readonly id: ActorId }
  | { readonly kind: 'change'; readonly id: ChangeId };

/** Whether both are the same thing, or both nothing. */
export function isSameTarget(a: PanelTarget | null, b: PanelTarget | null): boolean {
  return a?.kind === b?.kind && a?.id === b?.id;
}
