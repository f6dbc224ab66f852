import type { ClippingId } from '../model/ids';
import type { Result } from '../model/result';
import type { Database } from './database';
import { openSegments } from './index/open-index';
import { type StoreFailure, read } from './write';

/** What is stored, counted anew, and what does not belong together. */
export interface LibraryCheck {
  readonly articles: number;
  readonly claims: number;
  readonly notes: number;
  /** Articles that the index of words knows. */
  readonly indexed: number;
  /** One line for each thing that is wrong; empty for a sound library. */
  readonly faults: readonly string[];
}

/** Counts everything that is kept, and finds articles that are not whole, parts without an article and gaps of the index. */
export function checkLibrary(db?: Database): Promise<Result<LibraryCheck, StoreFailure>> {
  return read(async (tables) => {
    const clippings = await tables.clippings.toArray();
    const ids = new Set<ClippingId>(clippings.map(({ id }) => id));
    const faults = [...(await findOrphans(tables, ids)), ...(await findIndexGaps(tables, ids))];
    let claims = 0;
    for (const { id, claims: counted } of clippings) {
      const text = await tables.texts.get(id);
      claims += text?.analysis.claims.length ?? 0;
      if (!text) faults.push(`article ${id} has no text`);
      else if (text.analysis.claims.length !== counted) faults.push(`article ${id} counts ${counted} claims`);
      if (!(await tables.descriptions.get(id))) faults.push(`article ${id} is not described for the index`);
    }
    return {
      articles: clippings.length,
      claims,
      notes: await tables.notes.count(),
      indexed: (await indexedIds(tables)).size,
      faults,
    };
  }, db);
}

async function findOrphans(db: Database, ids: ReadonlySet<ClippingId>): Promise<string[]> {
  const faults: string[] = [];
  for (const table of [db.texts, db.descriptions, db.notes, db.corrections, db.versions]) {
    await table.each(({ clippingId }: { readonly clippingId: ClippingId }) => {
      if (!ids.has(clippingId)) faults.push(`${table.name} of ${clippingId}, which is not there`);
    });
  }
  return faults;
}

async function findIndexGaps(db: Database, ids: ReadonlySet<ClippingId>): Promise<string[]> {
  const indexed = await indexedIds(db);
  const known = new Set<string>(ids);
  return [
    ...[...ids].filter((id) => !indexed.has(id)).map((id) => `article ${id} is not in the index`),
    ...[...indexed].filter((id) => !known.has(id)).map((id) => `the index knows ${id}, which is not there`),
  ];
}

/** Articles in the packed segments and in the log, without those that were erased. */
async function indexedIds(db: Database): Promise<ReadonlySet<string>> {
  const segments = await openSegments(db, await db.segments.toCollection().primaryKeys());
  const indexed = new Set<string>();
  for (const segment of segments.values()) for (let i = 0; i < segment.size; i++) indexed.add(segment.idOf(i));
  await db.indexLog.each(({ clippingId, change }) => {
    if (change === 'erased') indexed.delete(clippingId);
    else indexed.add(clippingId);
  });
  return indexed;
}
