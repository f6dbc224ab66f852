import { Dexie } from 'dexie';
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
    const hits = await evaluate(parsed, { library, notes, phrases });
    return new Set(numbersOf(hits).map((number) => library.idOf(number)));
  }, db);
}

function numbersOf(hits: Hits): number[] {
  const numbers: number[] = [];
  for (let number = 0; number < hits.length; number++) if (hits[number] === 1) numbers.push(number);
  return numbers;
}

interface ReadNotes {
  /** How many there were, and when the last was changed. */
  readonly state: string;
  readonly byClipping: ReadonlyMap<ClippingId, NoteWords>;
  /** The same as this library counts its articles. */
  readonly library: PackedLibrary;
  readonly byNumber: ReadonlyMap<number, NoteWords>;
}

/** The notes as they were read last, which takes longer than the rest of most queries. */
const notesRead = new Map<string, ReadNotes>();

// A change that leaves the state as it was (one note deleted, an older one put back) is told, whoever made it.
Dexie.on('storagemutated', (changed) => {
  for (const part of Object.keys(changed)) {
    const [, name, table] = /^idb:\/\/(.*)\/([^/]*)\/[^/]*$/s.exec(part) ?? [];
    if (name !== undefined && table === 'notes') notesRead.delete(name);
  }
});

async function readNotes(db: Database, library: PackedLibrary): Promise<ReadonlyMap<number, NoteWords>> {
  const [count, newest] = await Promise.all([db.notes.count(), db.notes.orderBy('updatedAt').last()]);
  const state = `${count} ${newest?.updatedAt} ${newest?.id}`;
  const before = notesRead.get(db.name);
  if (before?.state === state && before.library === library) return before.byNumber;
  const byClipping = before?.state === state ? before.byClipping : await wordsByClipping(db);
  const byNumber = new Map<number, NoteWords>();
  for (const [id, number] of library.numbersOf(byClipping)) {
    const words = byClipping.get(asId(id));
    if (words) byNumber.set(number, words);
  }
  notesRead.set(db.name, { state, byClipping, library, byNumber });
  return byNumber;
}

async function wordsByClipping(db: Database): Promise<ReadonlyMap<ClippingId, NoteWords>> {
  const notes = Map.groupBy(await db.notes.toArray(), ({ clippingId }) => clippingId);
  return new Map([...notes].map(([id, all]) => [id, noteWords(all)]));
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
  const candidates = await phraseCandidates(phrase, library);
  const wanted = spaced(phrase);
  const numbers = numbersOf(candidates);
  for (let from = 0; from < numbers.length; from += BATCH) {
    const batch = numbers.slice(from, from + BATCH);
    const ids = batch.map((number) => library.idOf(number));
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
