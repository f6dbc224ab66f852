import type { Code } from '../../model/code';
import type { CodingChange, Replaced } from '../../model/coding';
import type { Note } from '../../model/note';
import type { Database } from '../database';
import { Refusal } from '../write';
import { changed } from './plan';

/** Writes a planned change, inside a transaction of the caller. */
export async function apply(db: Database, { codes, notes }: CodingChange): Promise<void> {
  await writeRows(db.codes, codes, ({ name }) => name);
  await writeRows(db.notes, notes, ({ id }) => id);
}

/**
 * Takes a change back, inside a transaction of the caller. Refuses with 'conflict' when a code was changed since. Of
 * notes that were changed since only the tags are put back that the change took, and those taken that it gave.
 */
export async function revert(db: Database, { codes, notes }: CodingChange, now: number): Promise<void> {
  for (const { before, after } of codes) {
    const name = (after ?? before)?.name ?? '';
    if (!isSameCode((await db.codes.get(name)) ?? null, after)) throw new Refusal('conflict');
  }
  await writeRows(
    db.codes,
    codes.map(({ before, after }) => ({ before: after, after: before })),
    ({ name }) => name,
  );
  for (const { before, after } of notes) {
    const id = (after ?? before)?.id;
    const current = id === undefined ? undefined : await db.notes.get(id);
    if (before && !after) {
      if (!current && (await db.clippings.get(before.clippingId))) await db.notes.put(before);
    } else if (after && current) {
      const next = takenBack(current, before, after, now);
      if (next) await db.notes.put(next);
      else await db.notes.delete(current.id);
    }
  }
}

/** The note with the change undone, null when it was made by the change and nothing was added to it since. */
function takenBack(current: Note, before: Note | null, after: Note, now: number): Note | null {
  if (current.revision === after.revision)
    return before && { ...current, tags: before.tags, updatedAt: before.updatedAt, revision: current.revision + 1 };
  const had = before?.tags ?? [];
  const given = after.tags.filter((tag) => !had.includes(tag));
  const taken = had.filter((tag) => !after.tags.includes(tag));
  return changed(current, [...new Set([...current.tags.filter((tag) => !given.includes(tag)), ...taken])], now);
}

async function writeRows<Row, Key extends string>(
  table: { bulkDelete(keys: Key[]): PromiseLike<void>; bulkPut(rows: Row[]): PromiseLike<unknown> },
  rows: readonly Replaced<Row>[],
  keyOf: (row: Row) => Key,
): Promise<void> {
  await table.bulkDelete(rows.flatMap(({ before, after }) => (before && !after ? [keyOf(before)] : [])));
  await table.bulkPut(rows.flatMap(({ after }) => (after ? [after] : [])));
}

/** Whether both are the same row, or both none. */
export function isSameCode(a: Code | null, b: Code | null): boolean {
  if (!a || !b) return a === b;
  const fields = ['name', 'definition', 'example', 'parent', 'colour', 'key'] as const;
  return fields.every((field) => a[field] === b[field]);
}
