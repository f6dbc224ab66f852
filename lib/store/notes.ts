import type { ClippingDraft } from '../model/clipping';
import { type CorrectionId, type NoteId, asId } from '../model/ids';
import type { Correction, Note, NoteDraft, Verdict } from '../model/note';
import type { Result } from '../model/result';
import type { Selectors } from '../model/selectors';
import { putActors } from './actors/put-actors';
import { findStored, keepInTransaction } from './clippings';
import type { Database } from './database';
import { hashOfText } from './text-hash';
import { Refusal, type StoreFailure, read, write } from './write';

const MAX_COMPLETIONS = 8;

/**
 * Stores the article if need be, and the note, in one transaction. An article in the trash comes back from it, with all
 * that was noted on it before: whoever writes on an article wants to keep it.
 */
export async function addNote(
  article: ClippingDraft,
  draft: NoteDraft,
  db?: Database,
): Promise<Result<Note, StoreFailure>> {
  const textHash = await hashOfText(article.article.text);
  return write(async (tables) => {
    const clipping = await keepInTransaction(tables, article, textHash);
    const now = Date.now();
    const id = asId<NoteId>(crypto.randomUUID());
    const note: Note = { ...clean(draft), id, clippingId: clipping.id, createdAt: now, updatedAt: now, revision: 1 };
    await tables.notes.add(note);
    return note;
  }, db);
}

/** Changes a note. `revision` is the one that was read: when another writer was faster the answer is 'conflict'. */
export function editNote(
  id: NoteId,
  revision: number,
  draft: NoteDraft,
  db?: Database,
): Promise<Result<Note, StoreFailure>> {
  return write(async (tables) => {
    const stored = await tables.notes.get(id);
    if (!stored) throw new Refusal('not-found');
    if (stored.revision !== revision) throw new Refusal('conflict');
    const note: Note = { ...stored, ...clean(draft), updatedAt: Date.now(), revision: revision + 1 };
    await tables.notes.put(note);
    return note;
  }, db);
}

/** Deletes a note; one that is gone already is no failure. */
export function deleteNote(id: NoteId, db?: Database): Promise<Result<null, StoreFailure>> {
  return write(async (tables) => {
    await tables.notes.delete(id);
    return null;
  }, db);
}

/** Puts a deleted note back as it was; its clipping must still be there. */
export function restoreNote(note: Note, db?: Database): Promise<Result<null, StoreFailure>> {
  return write(async (tables) => {
    if (!(await tables.clippings.get(note.clippingId))) throw new Refusal('not-found');
    await tables.notes.put(note);
    return null;
  }, db);
}

/**
 * Stores the reader's verdict on the claim with this content, in place of an earlier one, and the article if need be;
 * null takes the verdict back, and stores no article for it.
 */
export async function correct(
  article: ClippingDraft,
  content: Selectors,
  verdict: Verdict | null,
  db?: Database,
): Promise<Result<null, StoreFailure>> {
  const textHash = await hashOfText(article.article.text);
  return write(async (tables) => {
    const kept = verdict
      ? await keepInTransaction(tables, article, textHash)
      : await findStored(tables, article.article, textHash);
    if (!kept) return null;
    const clippingId = kept.id;
    const isSame = (c: Correction) => c.content.exact === content.exact && c.content.prefix === content.prefix;
    await tables.corrections.where('clippingId').equals(clippingId).filter(isSame).delete();
    if (verdict) {
      const id = asId<CorrectionId>(crypto.randomUUID());
      await tables.corrections.add({ id, clippingId, content, verdict, createdAt: Date.now() });
    }
    await putActors(tables, clippingId);
    return null;
  }, db);
}

/** Codes, and tags in use outside the trash, that begin with `prefix` (in any case), most used first, at most 8. */
export function tagsBeginningWith(prefix: string, db?: Database): Promise<Result<readonly string[], StoreFailure>> {
  return read(async (tables) => {
    const uses = new Map<string, number>();
    const trashed = await tables.clippings.where('trashedAt').above(0).primaryKeys();
    const hidden = new Set(await tables.notes.where('clippingId').anyOf(trashed).primaryKeys());
    const count = (tag: unknown, { primaryKey }: { readonly primaryKey: NoteId }) => {
      if (!hidden.has(primaryKey)) uses.set(String(tag), (uses.get(String(tag)) ?? 0) + 1);
    };
    const matching = prefix ? tables.notes.where('tags').startsWithIgnoreCase(prefix) : tables.notes.orderBy('tags');
    await matching.eachKey(count);
    const codes = prefix ? tables.codes.where('name').startsWithIgnoreCase(prefix) : tables.codes.toCollection();
    for (const name of await codes.primaryKeys()) uses.set(name, uses.get(name) ?? 0);
    const byUse = [...uses].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b));
    return byUse.slice(0, MAX_COMPLETIONS).map(([tag]) => tag);
  }, db);
}

function clean(draft: NoteDraft): NoteDraft {
  const tags = [...new Set(draft.tags.map((tag) => tag.trim().replace(/\s+/g, ' ')).filter(Boolean))];
  const about = draft.about ? { about: draft.about } : {};
  return { selectors: draft.selectors, ...about, colour: draft.colour, body: draft.body, tags };
}
