import type { ClippingId } from '../model/ids';
import type { Result } from '../model/result';
import { parseQuery } from '../search/query/parse-query';
import { type SnippetPiece, snippetOf, soughtWords } from '../search/snippet';
import type { Database } from './database';
import { type StoreFailure, read } from './write';

/** Of each of these clippings a passage with the words of the query; those without one are left out. */
export function findSnippets(
  query: string,
  ids: readonly ClippingId[],
  db?: Database,
): Promise<Result<ReadonlyMap<ClippingId, readonly SnippetPiece[]>, StoreFailure>> {
  // Days do not show in a text, so that it does not matter which is today.
  const sought = soughtWords(parseQuery(query, 0));
  return read(async (tables) => {
    const texts = sought.length ? await tables.texts.bulkGet([...ids]) : [];
    return new Map(
      texts.flatMap((text) => {
        const pieces = text ? snippetOf(text.text, sought) : [];
        return text && pieces.length ? [[text.clippingId, pieces] as const] : [];
      }),
    );
  }, db);
}
