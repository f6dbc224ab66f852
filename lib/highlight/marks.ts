import type { ClaimKind, ActorType } from '../model/analysis';
import type { NoteColour } from '../model/note';

/** A way to paint a stretch of text; each has one look in each palette. */
export type Mark =
  | `claim-${ClaimKind}`
  | `actor-${ActorType}`
  | `note-${NoteColour}`
  | 'pointed-content'
  | 'pointed-cue'
  | 'pointed-speaker'
  | 'pointed-actor'
  | 'flash';

/** All marks, the quietest first: where two meet, the later one is painted on top. */
export const MARKS = [
  'claim-indirect',
  'claim-mixed',
  'claim-direct',
  'actor-place',
  'actor-organization',
  'actor-person',
  'note-grey',
  'note-blue',
  'note-green',
  'note-rose',
  'note-amber',
  'pointed-content',
  'pointed-actor',
  'pointed-speaker',
  'pointed-cue',
  'flash',
] as const satisfies readonly Mark[];
