import { qdcToCodes } from '../../exchange/refi-qda/codebook';
import { fail, ok } from '../../model/result';
import type { Opening } from '../../model/opened-file';
import { listCodes } from '../../store/codes/codebook';
import { addCodes, joinCodes } from '../../store/codes/join-codes';
import type { Database } from '../../store/database';
import { emptyReceipt, undoImport } from '../../store/import-receipt';
import type { StoreFailure } from '../../store/write';
import { MAX_TITLES } from './max-titles';

/** A REFI-QDA codebook, whose codes join those that are here. */
export async function openCodebook(text: string, db?: Database): Promise<Opening<StoreFailure>> {
  const codes = qdcToCodes(text);
  if (!codes) return fail('not-recognised');
  if (!codes.length) return fail('nothing-in-it');
  const here = await listCodes(db);
  if (!here.ok) return here;
  const fresh = joinCodes(here.value, codes).length;
  return ok({
    preview: {
      kind: 'codebook',
      counts: { codes: codes.length, known: codes.length - fresh },
      titles: codes.slice(0, MAX_TITLES).map(({ name }) => name),
      refused: [],
      canReplace: false,
    },
    take: async () => {
      const added = await addCodes(codes, db);
      if (!added.ok) return added;
      const receipt = { ...emptyReceipt(), codes: [...added.value] };
      return ok({
        counts: { codes: added.value.length, known: codes.length - added.value.length },
        refused: [],
        undo: (undoing) => undoImport(receipt, undoing, db),
      });
    },
    drop: () => Promise.resolve(),
  });
}
