import type { ClippingId } from '../model/ids';
import type { KeptAside, KeptWhole } from '../model/kept';
import { type Database, database } from './database';
import { Refusal } from './write';

/** Articles read in one go: few enough to be held in memory, many enough to be quick. */
const BATCH = 50;

/** Every kept article with its notes, the trash too, batch by batch, so that memory stays bounded. */
export async function* eachKept(db: Database = database): AsyncGenerator<KeptWhole> {
  const ids = await db.clippings.toCollection().primaryKeys();
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    yield* await db.transaction('r', db.tables, async () => readBatch(db, batch));
  }
}

/** Every row of what is kept beside the articles. */
export async function* eachAside(db: Database = database): AsyncGenerator<KeptAside> {
  for (const row of await db.toRead.toArray()) yield { kind: 'to-read', row };
  for (const row of await db.waiting.toArray()) yield { kind: 'waiting', row };
  for (const row of await db.codes.toArray()) yield { kind: 'code', row };
  for (const row of await db.sameActors.toArray()) yield { kind: 'same-actor', row };
}

/** How many articles `eachKept` gives. */
export async function countEveryKept(db: Database = database): Promise<number> {
  return db.clippings.count();
}

/** `ids` in the order of the store: all that belongs to them then lies in one stretch of each table, read by one call. */
async function readBatch(db: Database, ids: readonly ClippingId[]): Promise<KeptWhole[]> {
  const [first] = ids;
  const last = ids.at(-1);
  if (first === undefined || last === undefined) return [];
  const [clippings, texts, notes, corrections, versions] = await Promise.all([
    db.clippings.where(':id').between(first, last, true, true).toArray(),
    db.texts.where(':id').between(first, last, true, true).toArray(),
    db.notes.where('clippingId').between(first, last, true, true).toArray(),
    db.corrections.where('clippingId').between(first, last, true, true).toArray(),
    db.versions.where('clippingId').between(first, last, true, true).toArray(),
  ]);
  const textOf = new Map(texts.map((text) => [text.clippingId, text]));
  const notesOf = byClipping(notes.toSorted(byCreation));
  const correctionsOf = byClipping(corrections.toSorted(byCreation));
  const versionsOf = byClipping(versions.toSorted((a, b) => a.foundAt - b.foundAt));
  return clippings.map((clipping) => {
    const { id } = clipping;
    const text = textOf.get(id);
    if (!text) throw new Refusal('not-found');
    const parts = { notes: notesOf(id), corrections: correctionsOf(id), versions: versionsOf(id) };
    return { clipping, text, ...parts };
  });
}

function byClipping<Part extends { readonly clippingId: ClippingId }>(
  parts: readonly Part[],
): (id: ClippingId) => readonly Part[] {
  const groups = Map.groupBy(parts, ({ clippingId }) => clippingId);
  return (id) => groups.get(id) ?? [];
}

function byCreation(a: { readonly createdAt: number }, b: { readonly createdAt: number }): number {
  return a.createdAt - b.createdAt;
}
