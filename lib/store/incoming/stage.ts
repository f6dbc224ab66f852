/** Records of a backup are put aside in the database while the file is read, so that a file of any size needs little memory. */
import type { Clipping } from '../../model/clipping';
import type { KeptRecord } from '../../model/kept';
import type { Result } from '../../model/result';
import { type Database, database } from '../database';
import { hashOfText } from '../text-hash';
import { type StoreFailure, write } from '../write';
import { findKnown } from './known-articles';

/** Takes away what was put aside, of all files. */
export function clearIncoming(db?: Database): Promise<Result<null, StoreFailure>> {
  return write(async (tables) => {
    await tables.incoming.clear();
    return null;
  }, db);
}

/** Puts records of a file aside, and gives how many of the articles are in the store already; the store itself is not touched. */
export async function addIncoming(
  file: string,
  records: readonly KeptRecord[],
  db: Database = database,
): Promise<Result<number, StoreFailure>> {
  const checked = await Promise.all(records.map(hashed));
  const json = JSON.stringify(checked);
  return write(
    async (tables) => {
      await tables.incoming.add({ file, records: json });
      const clippings = checked.flatMap((record) => ('kept' in record ? [record.kept.clipping] : []));
      return countKnown(tables, clippings);
    },
    db,
    [db.incoming, db.clippings],
  );
}

async function countKnown(db: Database, clippings: readonly Clipping[]): Promise<number> {
  const find = await findKnown(db, clippings);
  return clippings.filter((clipping) => find(clipping) !== undefined).length;
}

/** The file's own hash is not trusted: articles are told apart by it. */
async function hashed(record: KeptRecord): Promise<KeptRecord> {
  if (!('kept' in record)) return record;
  const { kept } = record;
  return { kept: { ...kept, clipping: { ...kept.clipping, textHash: await hashOfText(kept.text.text) } } };
}
