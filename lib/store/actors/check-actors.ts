import { KEY_RULES } from '../../search/actors/name-key';
import type { Result } from '../../model/result';
import type { Database } from '../database';
import { type StoreFailure, write } from '../write';
import { putActors } from './put-actors';

/** What was wrong; both zero when nothing was. */
export interface ActorRepairs {
  /** Articles of which nothing, or only what older rules made, was stored. */
  readonly missing: number;
  /** Entries of articles that are not there. */
  readonly ghosts: number;
}

/** Compares what is stored of actors with the clippings and repairs what disagrees; the clippings are always right. */
export function checkActors(db?: Database): Promise<Result<ActorRepairs, StoreFailure>> {
  return write(async (tables) => {
    const kept = new Set(await tables.clippings.toCollection().primaryKeys());
    const spoken = new Set(await tables.spoken.toCollection().primaryKeys());
    const current = new Set<string>();
    await tables.appearances.each(({ clippingId, rules }) => {
      if (rules === KEY_RULES && spoken.has(clippingId)) current.add(clippingId);
    });
    const missing = [...kept].filter((id) => !current.has(id));
    for (const id of missing) await putActors(tables, id);
    const all = await tables.appearances.toCollection().primaryKeys();
    const ghosts = [...new Set([...all, ...spoken])].filter((id) => !kept.has(id));
    await tables.appearances.bulkDelete(ghosts);
    await tables.spoken.bulkDelete(ghosts);
    return { missing: missing.length, ghosts: ghosts.length };
  }, db);
}
