import type { Analysis } from '../../lib/model/analysis';
import type { NoteId } from '../../lib/model/ids';
import type { Note, NoteSubject } from '../../lib/model/note';
import type { Selectors } from '../../lib/model/selectors';
import { cover, type Span } from '../../lib/model/span';
import type { Draft, Drafts } from '../port';

/** The place of the draft of a new note on the article itself. */
export const ARTICLE_PLACE = 'article';
const NOTE_PREFIX = 'note:';

/** The place of the draft that changes this note. */
export function placeOfNote(id: NoteId): string {
  return `${NOTE_PREFIX}${id}`;
}

/** The place of the draft of a new note on a passage. */
export function placeOfPassage({ start, end }: Span): string {
  return `passage:${start}-${end}`;
}

/** The place of the draft of a new note on an actor. */
export function placeOfActor(name: string): string {
  return `actor:${name}`;
}

/** An empty draft of a new note; `selectors` null for the article itself, or an actor of it. */
export function newDraft(selectors: Selectors | null, about?: NoteSubject): Draft {
  return { selectors, ...(about ? { about } : {}), revision: 0, body: '', tags: [], colour: 'amber' };
}

/** A draft that begins as the note is now. */
export function draftOf({ selectors, about, revision, body, tags, colour }: Note): Draft {
  return { selectors, ...(about ? { about } : {}), revision, body, tags, colour };
}

/** Drafts of new notes on passages, and drafts whose note is gone: [place, draft], by place in the text. */
export function looseDrafts(drafts: Drafts, notes: readonly Note[]) {
  const known = new Set([ARTICLE_PLACE, ...notes.map(({ id }) => placeOfNote(id))]);
  return Object.entries(drafts)
    .filter(([place]) => !known.has(place))
    .toSorted(([, a], [, b]) => (a.selectors?.start ?? 0) - (b.selectors?.start ?? 0));
}

/** Whether the draft changes a note, rather than being a new one. */
export function changesNote(place: string): boolean {
  return place.startsWith(NOTE_PREFIX);
}

/** What a note on these words is about: the claim, when they are the words of one. */
export function subjectAt({ claims }: Analysis, { start, end }: Selectors): NoteSubject | undefined {
  const isThis = claims.some(({ content }) => cover(content).start === start && cover(content).end === end);
  return isThis ? { kind: 'claim' } : undefined;
}
