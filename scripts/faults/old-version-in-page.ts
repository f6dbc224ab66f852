/** Runs in a page of the extension: a library as older versions left it, its upgrade by the shipped steps, and its rows. */
import type { Version } from '../../lib/model/version';
import { checkLibrary } from '../../lib/store/check/check-library';
import { Database } from '../../lib/store/database';
import { describeClipping } from '../../lib/store/index/describe-clipping';
import { SCHEMA } from '../../lib/store/schema';
import { inventedLibrary, rowsOf } from '../../tests/library/invented';
import { inOrder } from './draft';

/** Of each table what readers and pages wrote, row by row, as text with its keys in order. */
export type Rows = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Tables whose rows no upgrade may change. */
const WRITTEN = ['clippings', 'texts', 'notes', 'corrections', 'versions'] as const;

/** Fills the database as the schema of `version` has it, and gives the rows. */
export async function fillOld(version: number, articles: number): Promise<Rows> {
  const db = new Database(
    'hearsay',
    SCHEMA.filter((step) => step.version <= version),
  );
  const library = inventedLibrary(articles);
  const { clippings, texts, notes, corrections } = rowsOf(library);
  await db.table('clippings').bulkAdd([...clippings]);
  await db.table('texts').bulkAdd([...texts]);
  await db.table('notes').bulkAdd([...notes]);
  await db.table('corrections').bulkAdd([...corrections]);
  await db.table('versions').bulkAdd(
    library.slice(0, 100).map(({ clipping, text }): Version => ({
      clippingId: clipping.id,
      textHash: `later ${clipping.textHash}`,
      foundAt: clipping.savedAt + 1,
      title: clipping.meta.title,
      text: `${text.text} Later.`,
      blocks: text.blocks,
    })),
  );
  const described = library.map(({ clipping, text }) => {
    const description = describeClipping(clipping, text);
    return { ...description, quotations: description.quotations.map((quotation) => quotation.text) };
  });
  await db.table('descriptions').bulkAdd(described);
  if (version >= 2) {
    await db.table('segments').add({ number: 1, articles, bytes: new Uint8Array(4000) });
    await db.table('indexLog').bulkAdd(clippings.slice(0, 10).map(({ id }) => ({ clippingId: id, change: 'added' })));
  }
  const rows = await rowsIn(db);
  db.close();
  return rows;
}

/** Opens the database with all steps, which brings it up to date. */
export async function upgrade(): Promise<string> {
  const db = new Database();
  await db.open();
  db.close();
  return 'done';
}

/** The rows as they are now. */
export async function readRows(): Promise<Rows> {
  const db = new Database();
  const rows = await rowsIn(db);
  db.close();
  return rows;
}

/** What the check of the library finds. */
export async function faults(): Promise<string[]> {
  const db = new Database();
  const checked = await checkLibrary({}, db);
  db.close();
  return checked.ok ? checked.value.faults.map(({ kind, clippingId }) => `${kind} ${clippingId}`) : [checked.reason];
}

async function rowsIn(db: Database): Promise<Rows> {
  const tables: Record<string, Record<string, string>> = {};
  for (const name of WRITTEN) {
    const rows: Record<string, string> = {};
    await db.table(name).each((row, { primaryKey }) => {
      rows[JSON.stringify(primaryKey)] = inOrder(row);
    });
    tables[name] = rows;
  }
  return tables;
}
