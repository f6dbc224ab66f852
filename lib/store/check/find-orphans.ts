import { asId, type ClippingId } from '../../model/ids';
import type { Database } from '../database';
import type { Fault } from './fault';

/** Parts of articles that are not there, in the transaction of the caller; of each kind one fault an article. */
export async function findOrphans(db: Database, kept: readonly ClippingId[]): Promise<Fault[]> {
  const isKept = new Set<ClippingId>(kept);
  const without = (kind: Fault['kind'], ids: Iterable<ClippingId>): Fault[] =>
    [...new Set(ids)].filter((id) => !isKept.has(id)).map((clippingId) => ({ kind, clippingId, title: '' }));
  const written = await Promise.all(
    [db.texts, db.notes, db.corrections, db.versions].map((table) => table.orderBy('clippingId').uniqueKeys()),
  );
  const actors = await Promise.all([db.appearances, db.spoken].map((table) => table.toCollection().primaryKeys()));
  return [
    ...without(
      'article-missing',
      written.flat().flatMap((id) => (typeof id === 'string' ? [asId<ClippingId>(id)] : [])),
    ),
    ...without('index', await db.descriptions.toCollection().primaryKeys()),
    ...without('actors', actors.flat()),
  ];
}
