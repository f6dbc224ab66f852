/** How far the database has come: compared with what is remembered apart from it, it tells that the end of it was lost. */
import type { LibraryState } from '../model/remembered';
import type { Database } from './database';

/** Counts one more write, inside a transaction of the caller. */
export async function countChange({ about }: Database): Promise<void> {
  await about.put({ key: 'changes', value: (await changesOf(about)) + 1 });
  await markOf(about);
}

/** How far the database has come by now; one that has no mark yet gets it. */
export function stateOf(db: Database): Promise<LibraryState> {
  return db.transaction('rw', db.about, db.clippings, async () => ({
    mark: await markOf(db.about),
    changes: await changesOf(db.about),
    articles: await db.clippings.count(),
  }));
}

async function changesOf(about: Database['about']): Promise<number> {
  const row = await about.get('changes');
  return row?.key === 'changes' ? row.value : 0;
}

async function markOf(about: Database['about']): Promise<string> {
  const row = await about.get('mark');
  if (row?.key === 'mark') return row.value;
  const value = crypto.randomUUID();
  await about.put({ key: 'mark', value });
  return value;
}
