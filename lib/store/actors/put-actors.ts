import type { Transaction } from 'dexie';
import type { Clipping, ClippingText } from '../../model/clipping';
import type { ClippingId } from '../../model/ids';
import type { Correction } from '../../model/note';
import { describeActors } from '../../search/actors/appearances';
import type { Database } from '../database';
import { putAppearances } from './put-appearances';

/**
 * Stores what an article says of its actors as its text and corrections have it now, inside a transaction of the caller,
 * who has just changed one of them.
 */
export async function putActors(db: Database, id: ClippingId): Promise<void> {
  const [clipping, text] = await Promise.all([db.clippings.get(id), db.texts.get(id)]);
  if (!clipping || !text) return;
  const corrections = await db.corrections.where('clippingId').equals(id).sortBy('createdAt');
  const { appearances, spoken } = describeActors({ clipping, text, corrections });
  await putAppearances(db.appearances, [appearances]);
  await db.spoken.put(spoken);
}

/** The same for every stored article; runs in the transaction of an upgrade. */
export async function putAllActors(transaction: Transaction): Promise<void> {
  const clippings = transaction.table<Clipping, ClippingId>('clippings');
  for (const id of await clippings.toCollection().primaryKeys()) {
    const clipping = await clippings.get(id);
    const text = await transaction.table<ClippingText, ClippingId>('texts').get(id);
    if (!clipping || !text) continue;
    const corrections = await transaction
      .table<Correction>('corrections')
      .where('clippingId')
      .equals(id)
      .sortBy('createdAt');
    const { appearances, spoken } = describeActors({ clipping, text, corrections });
    await putAppearances(transaction.table('appearances'), [appearances]);
    await transaction.table('spoken').put(spoken);
  }
}
