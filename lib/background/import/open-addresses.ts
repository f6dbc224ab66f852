import { readAddresses } from '../../exchange/addresses/read-addresses';
import { fail, ok } from '../../model/result';
import type { Database } from '../../store/database';
import type { StoreFailure } from '../../store/write';
import { normalisedToRead } from '../../store/elsewhere';
import { undoImport } from '../../store/import-receipt';
import { addToRead, knownAddresses } from '../../store/to-read';
import { type Opening } from '../../model/opened-file';
import { MAX_TITLES } from './max-titles';

/** A list of addresses, for the list of what is to be read. */
export async function openAddresses(text: string, db?: Database): Promise<Opening<StoreFailure>> {
  const addedAt = Date.now();
  const { addresses, refused } = readAddresses(text);
  const found = normalisedToRead(addresses.map((one) => ({ ...one, addedAt })));
  if (!found.length) return fail('nothing-in-it');
  const known = await knownAddresses(
    found.map(({ url }) => url),
    db,
  );
  if (!known.ok) return known;
  const here = found.filter(({ url }) => known.value.has(url)).length;
  return ok({
    preview: {
      kind: 'addresses',
      counts: { addresses: found.length, known: here },
      titles: found.slice(0, MAX_TITLES).map(({ title, url }) => title || url),
      refused,
      canReplace: false,
    },
    take: async (_, work = {}) => {
      const added = await addToRead(found, work, db);
      if (!added.ok) return added;
      const count = added.value.toRead.length;
      return ok({
        counts: { addresses: count, known: found.length - count },
        refused,
        undo: (undoing) => undoImport(added.value, undoing, db),
      });
    },
    drop: () => Promise.resolve(),
  });
}
