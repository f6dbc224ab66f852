import { liveQuery } from 'dexie';
import type { ClippingId } from '../model/ids';
import { type Database, database } from './database';

/**
 * Calls back whenever the clipping, its notes or its corrections have changed, whoever changed them, in whichever
 * context; not for the state it begins with. Gives the function that ends it.
 */
export function watchClipping(id: ClippingId, onChange: () => void, db: Database = database): () => void {
  let isFirst = true;
  const subscription = liveQuery(() =>
    Promise.all([
      db.clippings.get(id),
      db.notes.where('clippingId').equals(id).toArray(),
      db.corrections.where('clippingId').equals(id).toArray(),
    ]),
  ).subscribe({
    next: () => {
      if (!isFirst) onChange();
      isFirst = false;
    },
    // A store that cannot be read says so at the next call that needs it.
    error: () => {},
  });
  return () => subscription.unsubscribe();
}
