import { liveQuery } from 'dexie';
import { type Code, type CodeRefusal, type CodeUse, undefinedCode } from '../../model/code';
import type { CodingChange } from '../../model/coding';
import type { NoteId } from '../../model/ids';
import type { Note } from '../../model/note';
import { type Result, ok } from '../../model/result';
import { type Database, database } from '../database';
import { Refusal, type StoreFailure, read, write } from '../write';
import { apply, isSameCode, revert } from './apply';
import { type Coded, planDelete, planMerge, planSave, planSplit } from './plan';

/** Why nothing was changed. */
export type CodeFailure = StoreFailure | CodeRefusal;

/**
 * Gives every code of the codebook and every tag in use, by name, at once and after every change in whichever context.
 * Gives the function that ends it.
 */
export function followCodes(
  onCodes: (found: Result<readonly CodeUse[], StoreFailure>) => void,
  db: Database = database,
): () => void {
  const subscription = liveQuery(() => read(listUses, db)).subscribe(onCodes);
  return () => subscription.unsubscribe();
}

/** Every code of the codebook as it is stored, by name; without tags that nobody defined. */
export function listCodes(db?: Database): Promise<Result<readonly Code[], StoreFailure>> {
  return read((tables) => tables.codes.orderBy('name').toArray(), db);
}

/** The notes that bear this tag outside the trash, oldest first. */
export function notesCoded(name: string, db?: Database): Promise<Result<readonly Note[], StoreFailure>> {
  return read(async (tables) => {
    const trashed = await trashedIds(tables);
    const notes = await tables.notes.where('tags').equals(name).sortBy('createdAt');
    return notes.filter(({ clippingId }) => !trashed.has(clippingId));
  }, db);
}

/**
 * Adds a code (`was` null), or changes the one that was read as `was`: with another name all notes get it, those in
 * the trash too. Refuses with 'conflict' when it was changed elsewhere since.
 */
export function saveCode(was: Code | null, code: Code, db?: Database): Promise<Result<CodingChange, CodeFailure>> {
  return writeChange(async (tables) => {
    const coded = await codedWith(tables, was?.name ?? null);
    if (was) {
      const now = coded.codes.find(({ name }) => name === was.name) ?? null;
      const isAsRead = now ? isSameCode(now, was) : isSameCode(was, undefinedCode(was.name));
      if (!isAsRead) throw new Refusal('conflict');
    }
    return planSave(coded, await namesOf(tables), was?.name ?? null, code);
  }, db);
}

/** Joins a code with another: all that was coded with it, and the codes below it. */
export function mergeCodes(from: string, into: string, db?: Database): Promise<Result<CodingChange, CodeFailure>> {
  return writeChange(async (tables) => {
    const names = await namesOf(tables);
    if (from === into || !names.includes(from) || !names.includes(into)) throw new Refusal('not-found');
    return ok(planMerge(await codedWith(tables, from), from, into));
  }, db);
}

/** Takes these notes out of a code into a new one; those that no longer bear it are left as they are. */
export function splitCode(
  from: string,
  code: Code,
  notes: readonly NoteId[],
  db?: Database,
): Promise<Result<CodingChange, CodeFailure>> {
  return writeChange(async (tables) => {
    const coded = await codedWith(tables, from);
    const chosen = { ...coded, notes: coded.notes.filter(({ id }) => notes.includes(id)) };
    return planSplit(chosen, await namesOf(tables), from, code);
  }, db);
}

/** Deletes a code and takes its tag from all notes. */
export function deleteCode(name: string, db?: Database): Promise<Result<CodingChange, CodeFailure>> {
  return writeChange(async (tables) => ok(planDelete(await codedWith(tables, name), name)), db);
}

/** Takes a change of codes or tags back; 'conflict' when a code of it was changed since. */
export function takeBack(done: CodingChange, db?: Database): Promise<Result<null, StoreFailure>> {
  return write(async (tables) => {
    await revert(tables, done, Date.now());
    return null;
  }, db);
}

/** Plans and writes in one transaction; a plan that is refused writes nothing. */
export async function writeChange(
  plan: (db: Database) => Promise<Result<CodingChange, CodeRefusal>>,
  db?: Database,
): Promise<Result<CodingChange, CodeFailure>> {
  const written = await write(async (tables) => {
    const planned = await plan(tables);
    if (planned.ok) await apply(tables, planned.value);
    return planned;
  }, db);
  return written.ok ? written.value : written;
}

async function codedWith(db: Database, name: string | null): Promise<Coded> {
  return {
    codes: await db.codes.toArray(),
    notes: name === null ? [] : await db.notes.where('tags').equals(name).toArray(),
    now: Date.now(),
  };
}

/** Names of codes and tags; a tag that is only in the trash is taken too, for it may come back. */
async function namesOf(db: Database): Promise<readonly string[]> {
  const tags = (await db.notes.orderBy('tags').uniqueKeys()).map(String);
  return [...new Set([...(await db.codes.toCollection().primaryKeys()), ...tags])];
}

async function listUses(db: Database): Promise<readonly CodeUse[]> {
  const trashed = await trashedIds(db);
  const uses = new Map<string, { notes: number; articles: Set<string> }>();
  await db.notes.each(({ clippingId, tags }) => {
    if (trashed.has(clippingId)) return;
    for (const tag of tags) {
      const use = uses.get(tag) ?? { notes: 0, articles: new Set() };
      use.notes += 1;
      use.articles.add(clippingId);
      uses.set(tag, use);
    }
  });
  const codes = await db.codes.toArray();
  const defined = new Set(codes.map(({ name }) => name));
  const tags = [...uses.keys()].filter((tag) => !defined.has(tag)).map(undefinedCode);
  return [...codes, ...tags]
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((code) => ({
      code,
      isDefined: defined.has(code.name),
      notes: uses.get(code.name)?.notes ?? 0,
      articles: uses.get(code.name)?.articles.size ?? 0,
    }));
}

async function trashedIds(db: Database): Promise<ReadonlySet<string>> {
  return new Set(await db.clippings.where('trashedAt').above(0).primaryKeys());
}
