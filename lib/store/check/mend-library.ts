import type { ClippingId } from '../../model/ids';
import { type Result, ok } from '../../model/result';
import { putActors } from '../actors/put-actors';
import { checkActors } from '../actors/check-actors';
import type { Database } from '../database';
import { checkIndex } from '../index/check-index';
import { describeClipping } from '../index/describe-clipping';
import { toRow } from '../index/description-row';
import { mergeIndex } from '../index/merge-index';
import { type StoreFailure, write } from '../write';
import type { Fault } from './fault';

/**
 * Makes anew, out of the articles, whatever of these faults can be: index, actors, counts. What was written by the reader
 * or came from a page is not touched.
 */
export async function mendLibrary(faults: readonly Fault[], db?: Database): Promise<Result<null, StoreFailure>> {
  const idsOf = (kind: Fault['kind']): ReadonlySet<ClippingId> =>
    new Set(faults.flatMap((fault) => (fault.kind === kind && fault.clippingId !== null ? [fault.clippingId] : [])));
  const written = await write(async (tables) => {
    for (const id of idsOf('miscounted')) {
      const text = await tables.texts.get(id);
      if (text) await tables.clippings.update(id, { claims: text.analysis.claims.length });
    }
    for (const id of idsOf('actors')) await putActors(tables, id);
    for (const id of idsOf('index')) await describeAnew(tables, id);
    return null;
  }, db);
  if (!written.ok) return written;
  const repaired = await checkIndex(db);
  if (!repaired.ok) return repaired;
  const actors = await checkActors(db);
  if (!actors.ok) return actors;
  await mergeIndex(db);
  return ok(null);
}

/** The index takes the new description in the place of whatever it has. */
async function describeAnew(db: Database, id: ClippingId): Promise<void> {
  const [clipping, text] = await Promise.all([db.clippings.get(id), db.texts.get(id)]);
  if (clipping && text) {
    await db.descriptions.put(toRow(describeClipping(clipping, text)));
    await db.indexLog.put({ clippingId: id, change: 'replaced' });
  } else if (!clipping) await db.descriptions.delete(id);
}
