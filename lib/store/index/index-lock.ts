import type { Database } from '../database';

/** Runs `work` while no other context of this browser changes the segments of the index; never call it inside a transaction. */
export async function aloneOnIndex<Value>(db: Database, work: () => Promise<Value>): Promise<Value> {
  // Missing in some test environments alone.
  const locks = typeof navigator === 'object' && 'locks' in navigator ? navigator.locks : null;
  return locks ? locks.request(`${db.name} index`, work) : work();
}
