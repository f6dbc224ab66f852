import type { Table } from 'dexie';
import type { ClippingId } from '../../model/ids';
import type { Appearances } from '../../search/actors/appearances';

/** A row of who appears in an article, as it is stored. */
export interface StoredAppearances extends Appearances {
  /** Higher than that of every row stored before it, also of those that are gone: who has read up to here needs only what is above. */
  readonly revision: number;
}

/** Stores rows inside a transaction of the caller; they replace older ones of the same articles. */
export async function putAppearances(
  table: Table<StoredAppearances, ClippingId>,
  rows: readonly Appearances[],
): Promise<void> {
  const last = await table.orderBy('revision').lastKey();
  const from = Math.max(typeof last === 'number' ? last + 1 : 1, Date.now());
  await table.bulkPut(rows.map((row, at) => ({ ...row, revision: from + at })));
}
