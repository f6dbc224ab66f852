/** Runs in a page of the extension: what lies in its database, counted by the shipped check, and row by row for comparing. */
import type { Result } from '../../lib/model/result';
import { checkLibrary, type LibraryCheck } from '../../lib/store/check/check-library';
import { Database } from '../../lib/store/database';
import { inOrder } from './draft';

/** Everything stored that a run compares with what it saved. */
export interface Stored {
  readonly check: Result<LibraryCheck>;
  /** Of each article by id, what it was saved as: meta, text, blocks and analysis in one. */
  readonly articles: Readonly<Record<string, string>>;
  /** Words of each note by id. */
  readonly notes: Readonly<Record<string, string>>;
}

/** Reads the database as it is. `asText` false leaves out what the articles say, which is much. */
export async function readStored(): Promise<Stored> {
  const db = new Database();
  try {
    const check = await checkLibrary({}, db);
    const articles: Record<string, string> = {};
    for (const { id, meta } of await db.clippings.toArray()) {
      const text = await db.texts.get(id);
      articles[id] = await digest(
        inOrder({ article: { meta, text: text?.text, blocks: text?.blocks }, analysis: text?.analysis }),
      );
    }
    const notes = Object.fromEntries((await db.notes.toArray()).map(({ id, body }) => [id, body]));
    return { check, articles, notes };
  } finally {
    db.close();
  }
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
