import type { ClippingId } from '../model/ids';
import type { KeptAside, KeptWhole } from '../model/kept';
import { readKept } from './clippings';
import { type Database, database } from './database';

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
