/** The bar at a selection, or at a note that was clicked: colours, note, tag. */
import type { NoteColour } from '../../model/note';
import { say } from '../../platform/words';
import { trusted } from '../trusted';

export const NOTE_COLOURS = ['amber', 'green', 'blue', 'rose', 'grey'] as const satisfies readonly NoteColour[];

/** What the reader can do on the bar. */
export type BarAction =
  | { readonly kind: 'colour'; readonly colour: NoteColour }
  | { readonly kind: 'note' }
  | { readonly kind: 'tag' }
  | { readonly kind: 'remove' };

export interface BarProps {
  readonly label: string;
  /** The colour it has already; null for a fresh selection. */
  readonly colour: NoteColour | null;
  /** A bare highlight can be removed here; a note with words only in the panel, where that can be undone. */
  readonly canRemove: boolean;
  /** One sentence on what just happened; empty for nothing. */
  readonly status: string;
  readonly act: (action: BarAction) => void;
}

export function Bar({ label, colour, canRemove, status, act }: BarProps) {
  return (
    <div class="bar" role="toolbar" aria-label={label}>
      {NOTE_COLOURS.map((each) => (
        <button
          key={each}
          class="colour"
          data-colour={each}
          aria-label={say(`bar.highlight.${each}`)}
          title={say(`bar.highlight.${each}`)}
          aria-pressed={colour === null ? undefined : colour === each}
          onClick={trusted(() => act({ kind: 'colour', colour: each }))}
        />
      ))}
      <span class="gap" />
      <button onClick={trusted(() => act({ kind: 'note' }))}>{say('card.note')}</button>
      <button onClick={trusted(() => act({ kind: 'tag' }))}>{say('card.tag')}</button>
      {canRemove && <button onClick={trusted(() => act({ kind: 'remove' }))}>{say('bar.remove')}</button>}
      <output class="status">{status}</output>
    </div>
  );
}
