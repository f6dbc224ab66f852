import type { Result } from '../model/result';
import type { Database } from './database';
import { type StoreFailure, read } from './write';

/** How many rows of each kind are kept. */
export interface KindCounts {
  /** Outside the trash. */
  readonly clippings: number;
  readonly trashed: number;
  readonly notes: number;
  readonly codes: number;
  readonly toRead: number;
}

/** Counts what is kept, by kind. */
export function countByKind(db?: Database): Promise<Result<KindCounts, StoreFailure>> {
  return read(async (tables) => {
    const trashed = await tables.clippings.where('trashedAt').above(0).count();
    return {
      clippings: (await tables.clippings.count()) - trashed,
      trashed,
      notes: await tables.notes.count(),
      codes: await tables.codes.count(),
      toRead: await tables.toRead.count(),
    };
  }, db);
}
