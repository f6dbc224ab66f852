/** What was put aside of a backup becomes part of the store, all at once. */
import type { KeptAside, KeptRecord } from '../../model/kept';
import type { ImportMode, LongWork } from '../../model/opened-file';
import type { Result } from '../../model/result';
import { type Database, database } from '../database';
import type { ImportReceipt } from '../import-receipt';
import { aloneOnIndex } from '../index/index-lock';
import { freeNumber } from '../index/segments';
import { longWrite, type Step } from '../long-write';
import { Refusal, type StoreFailure } from '../write';
import { beginTaking, type ImportCounts, takeArticles } from './take-articles';
import { takeBeside } from './take-beside';

/** What an import did, with what is needed to take it back. */
export interface Taken {
  readonly counts: ImportCounts;
  readonly receipt: ImportReceipt;
}

/**
 * Makes all that was put aside of a file part of the store, in one transaction: all of it or nothing. `expected` is how
 * many times records were put aside: when another page has opened a file meanwhile the answer is 'conflict'. `records`: how
 * many there are.
 */
export async function takeIncoming(
  {
    file,
    expected,
    records: all,
    mode,
  }: { readonly file: string; readonly expected: number; readonly records: number; readonly mode: ImportMode },
  work: LongWork = {},
  db: Database = database,
): Promise<Result<Taken, StoreFailure | 'cancelled'>> {
  const takeAll = async (tables: Database, step: Step): Promise<Taken> => {
    const numbers = await tables.incoming.where('file').equals(file).primaryKeys();
    if (numbers.length !== expected) throw new Refusal('conflict');
    // Before anything is cleared: a context that knows a segment by its number must not take another one for it.
    const segment = await freeNumber(tables);
    if (mode === 'replace') await clearKept(tables);
    const taking = await beginTaking(tables, segment);
    const beside: KeptAside[] = [];
    let done = 0;
    for (const number of numbers) {
      const records = await readRecords(tables, number);
      await takeArticles(
        tables,
        records.flatMap((record) => ('kept' in record ? [record.kept] : [])),
        taking,
      );
      beside.push(...records.flatMap((record) => ('aside' in record ? [record.aside] : [])));
      done += records.length;
      step(done, all);
    }
    await taking.segments.end();
    await takeBeside(tables, beside, taking.idHere, taking.receipt);
    await tables.incoming.clear();
    return { counts: taking.counts, receipt: taking.receipt };
  };
  return aloneOnIndex(db, () => longWrite(takeAll, work, db));
}

/** They were checked when they were put aside. */
async function readRecords(db: Database, number: number): Promise<readonly KeptRecord[]> {
  const row = await db.incoming.get(number);
  const records: readonly KeptRecord[] = JSON.parse(row?.records ?? '[]');
  return records;
}

/** What is on its way in, and the mark of the database itself, are not what a reader keeps. */
const NOT_KEPT: readonly string[] = ['incoming', 'about'];

async function clearKept(db: Database): Promise<void> {
  for (const table of db.tables) if (!NOT_KEPT.includes(table.name)) await table.clear();
}
