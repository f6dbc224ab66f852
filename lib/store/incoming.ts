/** A backup on its way in: records are put aside while the file is read, and become part of the store all at once. */
import type { Clipping } from '../model/clipping';
import type { ClippingId } from '../model/ids';
import type { KeptAside, KeptRecord, KeptWhole } from '../model/kept';
import type { ImportMode, LongWork } from '../model/opened-file';
import { fail, type Result } from '../model/result';
import { describeActors } from '../search/actors/appearances';
import { putActors } from './actors/put-actors';
import type { Database, Incoming } from './database';
import { settle } from './elsewhere';
import { emptyReceipt, type ImportReceipt } from './import-receipt';
import { describeClipping } from './index/describe-clipping';
import { toRow } from './index/description-row';
import { takeBeside } from './take-beside';
import { hashOfText } from './text-hash';
import { Refusal, type StoreFailure, read, write } from './write';

/** Records taken in one go: few enough to be held in memory, many enough to be quick. */
const BATCH = 50;

/** What an import did, in articles and notes. */
export interface ImportCounts {
  readonly added: number;
  /** Articles that were here already; only notes and corrections that were missing or newer were taken. */
  readonly known: number;
  readonly notes: number;
}

/** The same with what is needed to take it back. */
export interface Taken {
  readonly counts: ImportCounts;
  readonly receipt: ImportReceipt;
}

/** Takes away what was put aside, of all files. */
export function clearIncoming(db?: Database): Promise<Result<null, StoreFailure>> {
  return write(async (tables) => {
    await tables.incoming.clear();
    return null;
  }, db);
}

/** Puts records of a file aside; the store itself is not touched before `takeIncoming`. */
export async function addIncoming(
  file: string,
  records: readonly KeptRecord[],
  db?: Database,
): Promise<Result<null, StoreFailure>> {
  const rows = await Promise.all(records.map(async (record) => ({ file, record: await hashed(record) })));
  return write(async (tables) => {
    await tables.incoming.bulkAdd(rows);
    return null;
  }, db);
}

/** How many of the articles put aside are in the store already. */
export function countKnown(file: string, db?: Database): Promise<Result<number, StoreFailure>> {
  return read(async (tables) => {
    let known = 0;
    const numbers = await numbersOf(tables, file);
    for (let at = 0; at < numbers.length; at += BATCH) {
      const kept = articlesOf(await readRows(tables, numbers.slice(at, at + BATCH)));
      const found = await findKnown(tables, kept);
      known += kept.filter(({ clipping }) => found(clipping)).length;
    }
    return known;
  }, db);
}

/**
 * Makes all that was put aside of a file part of the store, in one transaction: all of it or nothing. `expected` is how
 * many records there must be: when another page has opened a file meanwhile the answer is 'conflict'.
 */
export async function takeIncoming(
  { file, expected, mode }: { readonly file: string; readonly expected: number; readonly mode: ImportMode },
  { signal, onTaken }: { readonly signal?: LongWork['signal']; readonly onTaken?: (records: number) => void } = {},
  db?: Database,
): Promise<Result<Taken, StoreFailure | 'cancelled'>> {
  const taken = await write(async (tables) => {
    const numbers = await numbersOf(tables, file);
    if (numbers.length !== expected) throw new Refusal('conflict');
    if (mode === 'replace') await clearKept(tables);
    const counts = { added: 0, known: 0, notes: 0 };
    const receipt = emptyReceipt();
    const idHere = new Map<ClippingId, ClippingId>();
    const beside: KeptAside[] = [];
    for (let at = 0; at < numbers.length; at += BATCH) {
      // Whatever the reason is called: it gives the transaction up as a whole.
      if (signal?.aborted) throw new Refusal('conflict');
      const rows = await readRows(tables, numbers.slice(at, at + BATCH));
      await takeArticles(tables, articlesOf(rows), { counts, receipt, idHere });
      beside.push(...asidesOf(rows));
      onTaken?.(at + rows.length);
    }
    await takeBeside(tables, beside, idHere, receipt);
    await tables.incoming.clear();
    return { counts, receipt };
  }, db);
  return !taken.ok && signal?.aborted ? fail('cancelled') : taken;
}

interface Taking {
  readonly counts: { added: number; known: number; notes: number };
  readonly receipt: ImportReceipt;
  /** Articles of the file that are here under another id. */
  readonly idHere: Map<ClippingId, ClippingId>;
}

async function takeArticles(db: Database, all: readonly KeptWhole[], taking: Taking): Promise<void> {
  const { counts, receipt, idHere } = taking;
  const find = await findKnown(db, all);
  const fresh = new Map<ClippingId, KeptWhole>();
  const freshByText = new Map<string, ClippingId>();
  const corrected = new Set<ClippingId>();
  for (const kept of all) {
    const { id, textHash } = kept.clipping;
    const known = find(kept.clipping)?.id ?? freshByText.get(textHash) ?? (fresh.has(id) ? id : undefined);
    counts[known === undefined ? 'added' : 'known']++;
    if (known === undefined) {
      fresh.set(id, kept);
      freshByText.set(textHash, id);
    } else idHere.set(id, known);
    await takeNotes(db, kept, known ?? id, taking);
    if (await takeCorrections(db, kept, known ?? id, receipt)) corrected.add(known ?? id);
    await takeVersions(db, kept, known ?? id, receipt);
  }
  await addArticles(db, [...fresh.values()]);
  for (const id of corrected) await putActors(db, id);
  receipt.clippings.push(...fresh.keys());
  receipt.corrected.push(...[...corrected].filter((id) => !fresh.has(id)));
}

/** As `addRows` does for one article, with far fewer calls to the database. */
async function addArticles(db: Database, all: readonly KeptWhole[]): Promise<void> {
  await db.clippings.bulkAdd(all.map(({ clipping }) => clipping));
  await db.texts.bulkAdd(all.map(({ text }) => text));
  await db.descriptions.bulkPut(all.map(({ clipping, text }) => toRow(describeClipping(clipping, text))));
  const actors = all.map(({ clipping, text }) => describeActors({ clipping, text, corrections: [] }));
  await db.appearances.bulkPut(actors.map(({ appearances }) => appearances));
  await db.spoken.bulkPut(actors.map(({ spoken }) => spoken));
  const ids = all.map(({ clipping }) => clipping.id);
  // Those that were erased a moment ago still stand in the index.
  const logged = await db.indexLog.bulkGet(ids);
  const change = (i: number) => (logged[i] ? ('replaced' as const) : ('added' as const));
  await db.indexLog.bulkPut(ids.map((clippingId, i) => ({ clippingId, change: change(i) })));
  for (const { clipping } of all) await settle(db, clipping);
}

async function takeNotes(
  db: Database,
  { notes }: KeptWhole,
  clippingId: ClippingId,
  { counts, receipt }: Taking,
): Promise<void> {
  if (!notes.length) return;
  const here = await db.notes.bulkGet(notes.map(({ id }) => id));
  const newer = notes.filter((note, i) => (here[i]?.revision ?? -1) < note.revision);
  await db.notes.bulkPut(newer.map((note) => ({ ...note, clippingId })));
  counts.notes += newer.length;
  const ids = new Set(newer.map(({ id }) => id));
  receipt.notes.push(...newer.map(({ id, revision }) => ({ id, revision })));
  receipt.replaced.push(...here.filter((note) => note !== undefined).filter(({ id }) => ids.has(id)));
}

/** Gives whether there were any that are new here. */
async function takeCorrections(
  db: Database,
  { corrections }: KeptWhole,
  clippingId: ClippingId,
  receipt: ImportReceipt,
): Promise<boolean> {
  if (!corrections.length) return false;
  const here = await db.corrections.bulkGet(corrections.map(({ id }) => id));
  const missing = corrections.filter((_, i) => !here[i]);
  await db.corrections.bulkPut(missing.map((correction) => ({ ...correction, clippingId })));
  receipt.corrections.push(...missing.map(({ id }) => id));
  return missing.length > 0;
}

async function takeVersions(
  db: Database,
  { versions }: KeptWhole,
  clippingId: ClippingId,
  receipt: ImportReceipt,
): Promise<void> {
  if (!versions.length) return;
  // Of one text there is one version: a version that is here already is the same.
  const keys = versions.map(({ textHash }): [ClippingId, string] => [clippingId, textHash]);
  const here = await db.versions.bulkGet(keys);
  await db.versions.bulkPut(versions.filter((_, i) => !here[i]).map((version) => ({ ...version, clippingId })));
  receipt.versions.push(...keys.filter((_, i) => !here[i]));
}

/** Finds which clipping of the store an article of a file is: by its id, then by its text. */
async function findKnown(
  db: Database,
  all: readonly KeptWhole[],
): Promise<(clipping: Clipping) => Clipping | undefined> {
  const ids = await db.clippings.bulkGet(all.map(({ clipping }) => clipping.id));
  const hashes = all.map(({ clipping }) => clipping.textHash);
  const sameText = await db.clippings.where('textHash').anyOf(hashes).toArray();
  const byId = new Map(ids.filter((one) => one !== undefined).map((one) => [one.id, one]));
  const byText = new Map(sameText.map((one) => [one.textHash, one]));
  return ({ id, textHash }) => byId.get(id) ?? byText.get(textHash);
}

async function clearKept(db: Database): Promise<void> {
  for (const table of db.tables) if (table.name !== 'incoming') await table.clear();
}

// Plain loops over these two: Dexie keeps a transaction open over `await`, but not over a generator.

function numbersOf(db: Database, file: string): Promise<number[]> {
  return db.incoming.where('file').equals(file).primaryKeys();
}

async function readRows(db: Database, numbers: number[]): Promise<readonly Incoming[]> {
  return (await db.incoming.bulkGet(numbers)).filter((row) => row !== undefined);
}

function articlesOf(rows: readonly Incoming[]): KeptWhole[] {
  return rows.flatMap(({ record }) => ('kept' in record ? [record.kept] : []));
}

function asidesOf(rows: readonly Incoming[]): KeptAside[] {
  return rows.flatMap(({ record }) => ('aside' in record ? [record.aside] : []));
}

/** The file's own hash is not trusted: articles are told apart by it. */
async function hashed(record: KeptRecord): Promise<KeptRecord> {
  if (!('kept' in record)) return record;
  const { kept } = record;
  return { kept: { ...kept, clipping: { ...kept.clipping, textHash: await hashOfText(kept.text.text) } } };
}
