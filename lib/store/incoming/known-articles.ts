import type { Clipping } from '../../model/clipping';
import type { ClippingId } from '../../model/ids';
import type { Database } from '../database';

/**
 * Finds which clipping of the store each of these is: by its id, then by its text; inside a transaction of the caller.
 */
export async function findKnown(
  db: Database,
  clippings: readonly Clipping[],
): Promise<(clipping: Clipping) => ClippingId | undefined> {
  if ((await db.clippings.count()) === 0) return () => undefined;
  const byId = new Set<ClippingId>();
  const byText = new Map<string, ClippingId>();
  // One call each, all under way at once: walking along the index takes a way to the disk and back for every step.
  await Promise.all(
    clippings.map(async ({ id, textHash }) => {
      const [here, same] = await Promise.all([
        db.clippings.where(':id').equals(id).count(),
        db.clippings.where('textHash').equals(textHash).primaryKeys(),
      ]);
      if (here > 0) byId.add(id);
      if (same[0] !== undefined) byText.set(textHash, same[0]);
    }),
  );
  return ({ id, textHash }) => (byId.has(id) ? id : byText.get(textHash));
}
