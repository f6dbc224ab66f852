import type { Transaction } from 'dexie';
import type { Description } from '../../search/description';
import { type DescriptionRow, toRow } from './description-row';

/**
 * Empties the index and tells it of every stored article, whose description gets its new shape; runs in the transaction
 * of an upgrade. The texts are not read: that would take minutes, and the browser stops a worker that takes so long.
 */
export async function packAgain(transaction: Transaction): Promise<void> {
  await transaction.table('segments').clear();
  await transaction.table('indexLog').clear();
  const descriptions = transaction.table<Description | DescriptionRow>('descriptions');
  await descriptions.toCollection().modify((row, { value }) => {
    if (isOld(row)) Object.assign(value, toRow(row));
  });
  const ids = await descriptions.toCollection().primaryKeys();
  await transaction.table('indexLog').bulkPut(ids.map((clippingId) => ({ clippingId, change: 'added' })));
}

function isOld(row: Description | DescriptionRow): row is Description {
  return typeof row.words !== 'string';
}
