import { asId, type ClippingId } from '../model/ids';
import type { Note } from '../model/note';
import { ok, type Result } from '../model/result';
import type { PackedLibrary } from '../search/packed/packed-library';
import { evaluate, type Hits, type NoteWords, phraseCandidates } from '../search/query/evaluate';
import { parseQuery } from '../search/query/parse-query';
import { phrasesOf } from '../search/query/query';
import { stem } from '../search/stem';
import { fold, wordsOf } from '../search/terms';
import type { Database } from './database';
import { readIndex } from './index/read-index';
import type { StoreFailure } from './write';

/** Texts held in memory at a time while a phrase is looked for in them. */
const BATCH = 100;

const DAY_MS = 86_400_000;

/**
 * The clippings that a query means (see `parse-query.ts`), those in the trash too; all when it asks for nothing.
 * Titles, texts, notes and tags are searched. `now` in epoch milliseconds, for "yesterday".
 */
export function searchClippings(
  query: string,
  now: number,
  db?: Database,
): Promise<Result<ReadonlySet<ClippingId>, StoreFailure>> {
  const parsed = parseQuery(query, Math.floor(now / DAY_MS));
  return readIndex(async (tables, library) => {
    if (!parsed) return new Set(await tables.clippings.toCollection().primaryKeys());
    const notes = await readNotes(tables, library);
    const phrases = new Map<string, Hits>();
    for (const phrase of phrasesOf(parsed)) phrases.set(phrase, await findPhrase(tables, library, phrase));
    const hits = evaluate(parsed, { library, notes, phrases });
    return new Set(library.ids.filter((_id, number) => hits[number] === 1).map((id) => asId<ClippingId>(id)));
  }, db);
}

async function readNotes(db: Database, library: PackedLibrary): Promise<Map<number, NoteWords>> {
  const numbers = new Map(library.ids.map((id, number) => [id, number]));
  const byArticle = Map.groupBy(await db.notes.toArray(), ({ clippingId }) => numbers.get(clippingId) ?? -1);
  byArticle.delete(-1);
  return new Map([...byArticle].map(([number, notes]) => [number, noteWords(notes)]));
}

function noteWords(notes: readonly Note[]): NoteWords {
  const written = notes.flatMap(({ body, tags }) => [body, ...tags]);
  return {
    words: new Set(written.flatMap(wordsOf).map(stem)),
    tags: new Set(notes.flatMap(({ tags }) => tags).map(fold)),
  };
}

/** Looks for a phrase in the texts and titles that have all its words. */
async function findPhrase(db: Database, library: PackedLibrary, phrase: string): Promise<Hits> {
  const candidates = phraseCandidates(phrase, library);
  const wanted = spaced(phrase);
  const numbers = [...candidates.keys()].filter((number) => candidates[number] === 1);
  for (let from = 0; from < numbers.length; from += BATCH) {
    const batch = numbers.slice(from, from + BATCH);
    const ids = batch.map((number) => asId<ClippingId>(library.ids[number] ?? ''));
    const [clippings, texts] = await Promise.all([db.clippings.bulkGet(ids), db.texts.bulkGet(ids)]);
    for (const [i, number] of batch.entries()) {
      const has = [clippings[i]?.meta.title, texts[i]?.text].some((text) => spaced(text ?? '').includes(wanted));
      candidates[number] = has ? 1 : 0;
    }
  }
  return candidates;
}

/** The words of a text with one space around each, as the index knows them. */
function spaced(text: string): string {
  return ` ${wordsOf(text).map(stem).join(' ')} `;
}

/** For the library page: tells of the clippings found, unless it is stopped before. */
export async function tellFound(
  query: string,
  signal: AbortSignal,
  onFound: (ids: ReadonlySet<ClippingId>) => void,
): Promise<Result<null, StoreFailure>> {
  const found = await searchClippings(query, Date.now());
  if (!found.ok) return found;
  if (!signal.aborted) onFound(found.value);
  return ok(null);
}
