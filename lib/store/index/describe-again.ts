import type { Transaction } from 'dexie';
import type { Clipping, ClippingText } from '../../model/clipping';
import type { ClippingId } from '../../model/ids';
import { describeClipping } from './describe-clipping';
import { toRow } from './description-row';

/** Describes every stored article anew and tells the index of it; runs in the transaction of an upgrade. */
export async function describeAgain(transaction: Transaction): Promise<void> {
  const ids = await transaction.table<Clipping, ClippingId>('clippings').toCollection().primaryKeys();
  for (const id of ids) {
    const clipping = await transaction.table<Clipping, ClippingId>('clippings').get(id);
    const text = await transaction.table<ClippingText, ClippingId>('texts').get(id);
    if (!clipping || !text) continue;
    await transaction.table('descriptions').put(toRow(describeClipping(clipping, text)));
    await transaction.table('indexLog').put({ clippingId: id, change: 'added' });
  }
}
