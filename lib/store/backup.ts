import type { Clipping } from '../model/clipping';
import type { Code } from '../model/code';
import type { ClippingId } from '../model/ids';
import type { KeptWhole } from '../model/kept';
import type { SameActor } from '../model/known-actor';
import type { Result } from '../model/result';
import { mergeDecisions } from './actors/decisions';
import { putActors } from './actors/put-actors';
import { addRows, readKept } from './clippings';
import { joinCodes } from './codes/join-codes';
import { type Database, database } from './database';
import { hashOfText } from './text-hash';
import { type StoreFailure, write } from './write';

/** Articles read or written in one go: few enough to be held in memory, many enough to be quick. */
const BATCH = 50;

/** merge: what is here stays, the file adds to it. replace: what is here goes, the file takes its place. */
export type ImportMode = 'merge' | 'replace';

/** What an import did, in articles and notes. */
export interface ImportCounts {
  readonly added: number;
  /** Articles that were here already; only notes and corrections that were missing or newer were taken. */
  readonly known: number;
  readonly notes: number;
}

/** Every kept article with its notes, the trash too, batch by batch, so that memory stays bounded. */
export async function* eachKept(db: Database = database): AsyncGenerator<KeptWhole> {
  const ids = await db.clippings.toCollection().primaryKeys();
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    yield* await db.transaction('r', db.tables, async () => readBatch(db, batch));
  }
}

/** How many articles `eachKept` gives. */
export async function countEveryKept(db: Database = database): Promise<number> {
  return db.clippings.count();
}

/** Takes away what an earlier, unfinished import has left behind. */
export async function clearIncoming(db: Database = database): Promise<Result<null, StoreFailure>> {
  return write(async (tables) => {
    await tables.incoming.clear();
    return null;
  }, db);
}

/** Puts articles of a file aside; the store itself is not touched before `takeIncoming`. */
export async function addIncoming(
  kept: readonly KeptWhole[],
  db: Database = database,
): Promise<Result<null, StoreFailure>> {
  // The file's own hash is not trusted: articles are told apart by it.
  const rows = await Promise.all(
    kept.map(async (one) => ({
      kept: { ...one, clipping: { ...one.clipping, textHash: await hashOfText(one.text.text) } },
    })),
  );
  return write(async (tables) => {
    await tables.incoming.bulkAdd(rows);
    return null;
  }, db);
}

/** Makes all that was put aside part of the store, and what the file holds beside them, in one transaction: all of it or nothing. */
export async function takeIncoming(
  mode: ImportMode,
  { codes, sameActors }: { readonly codes: readonly Code[]; readonly sameActors: readonly SameActor[] },
  db: Database = database,
): Promise<Result<ImportCounts, StoreFailure>> {
  return write(async (tables) => {
    if (mode === 'replace') await clearKept(tables);
    await tables.codes.bulkPut(joinCodes(await tables.codes.toArray(), codes));
    const counts = { added: 0, known: 0, notes: 0 };
    const idHere = new Map<ClippingId, ClippingId>();
    for (let last = 0; ;) {
      const rows = await tables.incoming.where(':id').above(last).limit(BATCH).toArray();
      if (!rows.length) break;
      for (const { number, kept } of rows) {
        last = number;
        const known = await findKnown(tables, kept.clipping);
        if (known) idHere.set(kept.clipping.id, known.id);
        await takeOne(tables, kept, known, counts);
        counts[known ? 'known' : 'added']++;
      }
    }
    await mergeDecisions(tables, sameActors, idHere);
    await tables.incoming.clear();
    return counts;
  }, db);
}

async function takeOne(
  db: Database,
  kept: KeptWhole,
  known: Clipping | undefined,
  counts: { notes: number },
): Promise<void> {
  const clippingId = known?.id ?? kept.clipping.id;
  if (!known) await addRows(db, kept.clipping, kept.text);
  for (const note of kept.notes) {
    const here = await db.notes.get(note.id);
    if (here && here.revision >= note.revision) continue;
    await db.notes.put({ ...note, clippingId });
    counts.notes++;
  }
  for (const correction of kept.corrections) {
    const here = await db.corrections.get(correction.id);
    if (!here) await db.corrections.put({ ...correction, clippingId });
  }
  // Of one text there is one version: a version that is here already is the same.
  for (const version of kept.versions) await db.versions.put({ ...version, clippingId });
  if (kept.corrections.length > 0) await putActors(db, clippingId);
}

async function findKnown(db: Database, { id, textHash }: Clipping): Promise<Clipping | undefined> {
  return (await db.clippings.get(id)) ?? (await db.clippings.where('textHash').equals(textHash).first());
}

async function clearKept(db: Database): Promise<void> {
  for (const table of db.tables) if (table.name !== 'incoming') await table.clear();
}

async function readBatch(db: Database, ids: readonly ClippingId[]): Promise<KeptWhole[]> {
  const clippings = await db.clippings.bulkGet([...ids]);
  const kept: KeptWhole[] = [];
  for (const clipping of clippings)
    if (clipping) {
      const versions = await db.versions.where('clippingId').equals(clipping.id).sortBy('foundAt');
      kept.push({ ...(await readKept(db, clipping)), versions });
    }
  return kept;
}
