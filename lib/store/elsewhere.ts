/** Notes from elsewhere: they are placed in the kept article they are on, or wait for it at its address. */
import { anchor } from '../anchoring/anchor';
import { describe } from '../anchoring/describe';
import type { Article } from '../model/article';
import type { Clipping } from '../model/clipping';
import type { ToRead, WaitingNote } from '../model/elsewhere';
import type { Note } from '../model/note';
import type { Result } from '../model/result';
import type { Selectors } from '../model/selectors';
import { normaliseUrl } from '../page/canonical-url';
import type { Database } from './database';
import { type StoreFailure, read } from './write';

/** Whether notes wait for this article. */
export function isAwaited(article: Article, db?: Database): Promise<Result<boolean, StoreFailure>> {
  const urls = normalisedAddresses([article.meta.canonicalUrl, article.meta.url]);
  return read(async (tables) => (await tables.waiting.where('url').anyOf(urls).count()) > 0, db);
}

/**
 * Gives a kept article the notes that waited for it and takes it off the list of what is to be read, inside a transaction
 * of the caller. Gives how many notes came.
 */
export async function settle(db: Database, clipping: Clipping): Promise<number> {
  const urls = normalisedAddresses(clipping.urls);
  await db.toRead.bulkDelete(urls);
  const waiting = await db.waiting.where('url').anyOf(urls).toArray();
  if (!waiting.length) return 0;
  const known = new Set((await db.notes.where('clippingId').equals(clipping.id).toArray()).map(sameNoteKey));
  const text = (await db.texts.get(clipping.id))?.text ?? '';
  const fresh = waiting.filter((note) => !known.has(sameNoteKey(note)));
  await db.notes.bulkPut(fresh.map((note) => placeNote(note, clipping, text)));
  await db.waiting.bulkDelete(waiting.map(({ id }) => id));
  return fresh.length;
}

/** A note from elsewhere as a note on this clipping, its passage described anew where it is found in the kept text. */
export function placeNote(waiting: WaitingNote, { id: clippingId }: Clipping, text: string): Note {
  const { id, selectors, about, colour, body, tags, createdAt } = waiting;
  const subject = about ? { about } : {};
  const at = { createdAt, updatedAt: createdAt, revision: 1 };
  return { id, clippingId, selectors: placed(selectors, text), ...subject, colour, body, tags, ...at };
}

/** Positions of another program are counted in another text; a passage that is not found stays as it was described. */
function placed(selectors: Selectors | null, text: string): Selectors | null {
  const span = selectors && anchor(selectors, text);
  return span ? describe(text, span) : selectors;
}

/** Notes of one article with the same key are the same note: the passage, the words and the tags. */
export function sameNoteKey({ selectors, body, tags }: Pick<Note, 'selectors' | 'body' | 'tags'>): string {
  return JSON.stringify([selectors?.exact ?? null, body, tags.toSorted()]);
}

/** Addresses to read as the list wants them: normalised, each once, without those of no web page. */
export function normalisedToRead(all: readonly ToRead[]): ToRead[] {
  const unique = new Map<string, ToRead>();
  for (const one of all) {
    const url = normaliseUrl(one.url);
    if (url !== null && !unique.has(url)) unique.set(url, { ...one, url });
  }
  return [...unique.values()];
}

/** The addresses without what differs from visit to visit, each once. */
export function normalisedAddresses(urls: readonly string[]): string[] {
  return [...new Set(urls.map((url) => normaliseUrl(url)).filter((url) => url !== null))];
}
