import type { Clipping } from '../../lib/model/clipping';
import type { ClippingId } from '../../lib/model/ids';
import type { Note } from '../../lib/model/note';
import { fold } from '../../lib/search/terms';

/** One clipping as the reading list shows and filters it. */
export interface Entry {
  readonly clipping: Clipping;
  readonly notes: number;
  /** Tags of its notes, each once. */
  readonly tags: readonly string[];
  /** People and organisations it names; empty until they were read. */
  readonly actors: readonly string[];
  /** The year it was published in, as four digits; empty where the page does not say. */
  readonly year: string;
  /** All that is searched in the list itself, folded. */
  readonly haystack: string;
}

export type ActorsByClipping = ReadonlyMap<ClippingId, readonly string[]>;

/** The clippings with what belongs to each, in the order given. */
export function entriesOf(
  clippings: readonly Clipping[],
  notes: readonly Note[],
  actors: ActorsByClipping,
): readonly Entry[] {
  const notesOf = Map.groupBy(notes, ({ clippingId }) => clippingId);
  return clippings.map((clipping) => entryOf(clipping, notesOf.get(clipping.id) ?? [], actors.get(clipping.id) ?? []));
}

function entryOf(clipping: Clipping, notes: readonly Note[], actors: readonly string[]): Entry {
  const { title, outlet, byline, published } = clipping.meta;
  const tags = [...new Set(notes.flatMap((note) => note.tags))];
  const written = notes.map(({ body, selectors }) => `${body} ${selectors?.exact ?? ''}`);
  return {
    clipping,
    notes: notes.length,
    tags,
    actors,
    year: /^\d{4}/.exec(published ?? '')?.[0] ?? '',
    haystack: fold([title, outlet, byline, ...tags, ...actors, ...written].join('\n')),
  };
}
