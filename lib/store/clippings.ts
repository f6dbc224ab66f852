import type { Article } from '../model/article';
import type { Clipping, ClippingDraft, ClippingText } from '../model/clipping';
import { type ClippingId, asId } from '../model/ids';
import type { Kept } from '../model/kept';
import type { Result } from '../model/result';
import { describeActors } from '../search/actors/appearances';
import { putAppearances } from './actors/put-appearances';
import type { Database } from './database';
import { settle } from './elsewhere';
import { describeClipping } from './index/describe-clipping';
import { toRow } from './index/description-row';
import { hashOfText } from './text-hash';
import { Refusal, type StoreFailure, read, write } from './write';

/** What is stored about an article, found by its addresses, then by its text; null when nothing is, or only in the trash. */
export async function findMemory(article: Article, db?: Database): Promise<Result<Kept | null, StoreFailure>> {
  const textHash = await hashOfText(article.text);
  return read(async (tables) => {
    const clipping = await findStored(tables, article, textHash);
    return clipping && !clipping.trashedAt ? readKept(tables, clipping) : null;
  }, db);
}

/**
 * Stores the article. One that is stored already stays as it was (its text is the copy the notes were made on); it
 * learns the new address, and comes back from the trash. Notes that waited for it are placed in it.
 */
export async function keepClipping(draft: ClippingDraft, db?: Database): Promise<Result<Clipping, StoreFailure>> {
  const textHash = await hashOfText(draft.article.text);
  return write((tables) => keepInTransaction(tables, draft, textHash), db);
}

/** The part of `keepClipping` that runs inside a transaction of the caller; `textHash` must be made before it begins. */
export async function keepInTransaction(db: Database, draft: ClippingDraft, textHash: string): Promise<Clipping> {
  const urls = addressesOf(draft.article);
  const now = Date.now();
  const stored = await findStored(db, draft.article, textHash);
  if (stored) {
    const isKnown = urls.every((url) => stored.urls.includes(url));
    if (isKnown && !stored.trashedAt) {
      await settle(db, stored);
      return stored;
    }
    const clipping = { ...stored, urls: [...new Set([...stored.urls, ...urls])], updatedAt: now, trashedAt: 0 };
    await db.clippings.put(clipping);
    await settle(db, clipping);
    return clipping;
  }
  const id = asId<ClippingId>(crypto.randomUUID());
  const { article, analysis } = draft;
  const clipping: Clipping = {
    id,
    meta: article.meta,
    urls,
    textHash,
    savedAt: now,
    updatedAt: now,
    words: article.text.split(/\s+/).filter(Boolean).length,
    claims: analysis.claims.length,
    actors: analysis.actors.length,
    trashedAt: 0,
  };
  const text: ClippingText = { clippingId: id, text: article.text, blocks: article.blocks, analysis };
  await addRows(db, clipping, text);
  await settle(db, clipping);
  return clipping;
}

/** Adds a new clipping with its text and what is searched of it, inside a transaction of the caller. */
export async function addRows(db: Database, clipping: Clipping, text: ClippingText): Promise<void> {
  await db.clippings.add(clipping);
  await db.texts.add(text);
  await db.descriptions.put(toRow(describeClipping(clipping, text)));
  const { appearances, spoken } = describeActors({ clipping, text, corrections: [] });
  await putAppearances(db.appearances, [appearances]);
  await db.spoken.put(spoken);
  // One that was erased a moment ago still stands in the index.
  const isNew = (await db.indexLog.get(clipping.id)) === undefined;
  await db.indexLog.put({ clippingId: clipping.id, change: isNew ? 'added' : 'replaced' });
}

/** Puts a clipping in the trash, with its notes; `restoreClipping` takes it out again. */
export function removeClipping(id: ClippingId, db?: Database): Promise<Result<null, StoreFailure>> {
  return write((tables) => setTrashed(tables, id, Date.now()), db);
}

/** Takes a clipping out of the trash. */
export function restoreClipping(id: ClippingId, db?: Database): Promise<Result<null, StoreFailure>> {
  return write((tables) => setTrashed(tables, id, 0), db);
}

/** Everything kept about one article; null when there is no such clipping. */
export function getKept(id: ClippingId, db?: Database): Promise<Result<Kept | null, StoreFailure>> {
  return read(async (tables) => {
    const clipping = await tables.clippings.get(id);
    return clipping ? readKept(tables, clipping) : null;
  }, db);
}

/** The clippings outside the trash, newest first. */
export function listClippings(db?: Database): Promise<Result<readonly Clipping[], StoreFailure>> {
  return read(async (tables) => {
    const oldestFirst = await tables.clippings
      .orderBy('savedAt')
      .filter((c) => !c.trashedAt)
      .toArray();
    return oldestFirst.toReversed();
  }, db);
}

/** The clippings with these ids, in this order; those that are gone are left out. */
export function findClippings(
  ids: readonly ClippingId[],
  db?: Database,
): Promise<Result<readonly Clipping[], StoreFailure>> {
  return read(async (tables) => {
    const found = await tables.clippings.bulkGet([...ids]);
    return found.filter((clipping) => clipping !== undefined);
  }, db);
}

/** The addresses an article is known by: the canonical one first, each without its fragment. */
export function addressesOf({ meta }: Article): string[] {
  const plain = [meta.canonicalUrl, meta.url].filter(Boolean).map((url) => url.replace(/#.*$/s, ''));
  return [...new Set(plain)];
}

/** Everything kept about a clipping, inside a transaction of the caller; refuses with 'not-found' without its text. */
export async function readKept(db: Database, clipping: Clipping): Promise<Kept> {
  const text = await db.texts.get(clipping.id);
  if (!text) throw new Refusal('not-found');
  const notes = await db.notes.where('clippingId').equals(clipping.id).sortBy('createdAt');
  const corrections = await db.corrections.where('clippingId').equals(clipping.id).sortBy('createdAt');
  return { clipping, text, notes, corrections };
}

/**
 * The clipping of an article, also in the trash, inside a transaction of the caller; null when there is none. Of several
 * that share an address the one kept first; `rel=canonical` sometimes merges articles wrongly, so a canonical address
 * alone is not enough when the page's own address differs and the text does too.
 */
export async function findStored(db: Database, article: Article, textHash: string): Promise<Clipping | null> {
  const byText = await db.clippings.where('textHash').equals(textHash).first();
  if (byText) return byText;
  const urls = addressesOf(article);
  const own = urls.at(-1);
  const byUrl = await db.clippings.where('urls').anyOf(urls).distinct().sortBy('savedAt');
  return byUrl.find((clipping) => own !== undefined && clipping.urls.includes(own)) ?? byUrl[0] ?? null;
}

async function setTrashed(db: Database, id: ClippingId, trashedAt: number): Promise<null> {
  const changed = await db.clippings.update(id, { trashedAt });
  if (changed === 0 && !(await db.clippings.get(id))) throw new Refusal('not-found');
  return null;
}
