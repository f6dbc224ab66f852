import type { CodingChange, Replaced } from '../../model/coding';
import { type ClippingId, type NoteId, asId } from '../../model/ids';
import type { Note, NoteDraft, NoteSubject } from '../../model/note';
import { type Result, fail, ok } from '../../model/result';
import type { Selectors } from '../../model/selectors';
import { cleanTag } from '../../model/tag';
import type { Database } from '../database';
import { Refusal } from '../write';
import { type CodeFailure, writeChange } from './codebook';
import { changed, untag } from './plan';

/** A place that bears tags: a passage, or the claim in it. */
export interface TagPlace {
  readonly selectors: Selectors;
  readonly about?: NoteSubject;
  /** Notes that stand there by another wording of the place: where the text has changed, offsets have too. */
  readonly notes?: readonly NoteId[];
}

/**
 * Gives the tag to these clippings, as a note on the article, or takes it from their notes on the article; notes on
 * passages are left alone. Clippings that are gone are left out, those that have it already (or have it not) too.
 */
export function tagClippings(
  ids: readonly ClippingId[],
  tag: string,
  on: boolean,
  db?: Database,
): Promise<Result<CodingChange, CodeFailure>> {
  return writeChange(async (tables) => {
    const clippings = await tables.clippings.bulkGet([...ids]);
    const name = cleanTag(tag);
    if (name === '') return fail('no-name');
    const now = Date.now();
    const notes: Replaced<Note>[] = [];
    for (const clipping of clippings) {
      if (!clipping) continue;
      const here = await notesOf(tables, clipping.id);
      const onArticle = here.filter(({ selectors, about }) => selectors === null && about === undefined);
      notes.push(...(on ? given(onArticle, name, now, clipping.id, null) : taken(onArticle, name, now)));
    }
    return ok({ codes: [], notes });
  }, db);
}

/** The same for places in one article; a place that has no note yet gets one. */
export function tagPlaces(
  clippingId: ClippingId,
  places: readonly TagPlace[],
  tag: string,
  on: boolean,
  db?: Database,
): Promise<Result<CodingChange, CodeFailure>> {
  return writeChange(async (tables) => {
    if (!(await tables.clippings.get(clippingId))) throw new Refusal('not-found');
    const name = cleanTag(tag);
    if (name === '') return fail('no-name');
    const here = await notesOf(tables, clippingId);
    return ok({ codes: [], notes: planPlaces(here, clippingId, places, name, on, Date.now()) });
  }, db);
}

/** What giving or taking a tag does to the notes of an article. */
export function planPlaces(
  here: readonly Note[],
  clippingId: ClippingId,
  places: readonly TagPlace[],
  tag: string,
  on: boolean,
  now: number,
): Replaced<Note>[] {
  return places.flatMap((place) => {
    const there = here.filter((note) => place.notes?.includes(note.id) || standsAt(note, place));
    return on ? given(there, tag, now, clippingId, place) : taken(there, tag, now);
  });
}

/** Whether the note is one on this place: about the claim there, or on exactly these words. */
function standsAt(note: Pick<NoteDraft, 'selectors' | 'about'>, { selectors, about }: TagPlace): boolean {
  const { selectors: own } = note;
  if (own === null || note.about?.kind === 'actor') return false;
  if (note.about?.kind !== about?.kind && note.about !== undefined) return false;
  return own.start === selectors.start && own.end === selectors.end && own.exact === selectors.exact;
}

function given(
  there: readonly Note[],
  tag: string,
  now: number,
  clippingId: ClippingId,
  place: TagPlace | null,
): Replaced<Note>[] {
  if (there.some(({ tags }) => tags.includes(tag))) return [];
  const note = there[0];
  if (note) return [{ before: note, after: changed(note, [...note.tags, tag], now) }];
  const after: Note = {
    id: asId<NoteId>(crypto.randomUUID()),
    clippingId,
    selectors: place?.selectors ?? null,
    ...(place?.about ? { about: place.about } : {}),
    colour: 'grey',
    body: '',
    tags: [tag],
    createdAt: now,
    updatedAt: now,
    revision: 1,
  };
  return [{ before: null, after }];
}

function taken(there: readonly Note[], tag: string, now: number): Replaced<Note>[] {
  return there.filter(({ tags }) => tags.includes(tag)).map((note) => untag(note, tag, now));
}

function notesOf(db: Database, clippingId: ClippingId): Promise<readonly Note[]> {
  return db.notes.where('clippingId').equals(clippingId).sortBy('createdAt');
}
