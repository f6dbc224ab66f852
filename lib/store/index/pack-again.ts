import type { Transaction } from 'dexie';
import type { Description, Quotation } from '../../search/description';
import { type DescriptionRow, toRow } from './description-row';

/**
 * Empties the index and tells it of every stored article, whose description gets its new shape; runs in the transaction
 * of an upgrade. The texts are not read: that would take minutes, and the browser stops a worker that takes so long.
 */
export async function packAgain(transaction: Transaction): Promise<void> {
  await transaction.table('segments').clear();
  await transaction.table('indexLog').clear();
  const descriptions = transaction.table<OldRow | DescriptionRow>('descriptions');
  await descriptions.toCollection().modify((row, found) => {
    if (isOld(row)) found.value = toRow({ ...row, quotations: row.quotations.map(withoutSpeaker) });
  });
  const ids = await descriptions.toCollection().primaryKeys();
  await transaction.table('indexLog').bulkPut(ids.map((clippingId) => ({ clippingId, change: 'added' })));
}

/** As it was before this step. */
interface OldRow extends Omit<Description, 'quotations'> {
  readonly quotations: readonly (string | Quotation)[];
}

/** A step before this one may have described the article anew just now, in the new way. */
function isOld(row: OldRow | DescriptionRow): row is OldRow {
  return typeof row.words !== 'string';
}

function withoutSpeaker(quotation: string | Quotation): Quotation {
  return typeof quotation === 'string' ? { text: quotation, speaker: '' } : quotation;
}
