import type { Analysis } from '../model/analysis';
import type { Article } from '../model/article';
import { type ClippingId, asId } from '../model/ids';
import type { Related } from '../model/related';
import type { Result } from '../model/result';
import { describeArticle } from '../search/description';
import { CANDIDATES, rankRelated } from '../search/related';
import { wordForms } from '../search/terms';
import type { Database } from './database';
import { fromRow } from './index/description-row';
import { readIndex } from './index/read-index';
import type { StoreFailure } from './write';

const MAX_RELATED = 20;

/** Candidates asked for besides at most, in the place of those that lie in the trash. */
const MAX_TRASHED = 200;

/** Stored articles related to this one, best first, at most 20, without the clipping `not` and without the trash. */
export function findRelated(
  { meta, text }: Article,
  analysis: Analysis,
  not: ClippingId | null,
  db?: Database,
): Promise<Result<readonly Related[], StoreFailure>> {
  const description = describeArticle(not ?? asId<ClippingId>(''), { title: meta.title, text }, analysis);
  const query = { description, forms: wordForms(`${meta.title}\n${text}`) };
  return readIndex(async (tables, library) => {
    const trashed = new Set(await tables.clippings.where('trashedAt').above(0).primaryKeys());
    const near = await library.nearest(description, CANDIDATES + Math.min(trashed.size, MAX_TRASHED));
    const ids = near.map(({ clippingId }) => clippingId).filter((id) => !trashed.has(id));
    const rows = await tables.descriptions.bulkGet(ids.slice(0, CANDIDATES));
    const candidates = rows.filter((row) => row !== undefined).map(fromRow);
    const ranked = rankRelated(query, candidates, library, MAX_RELATED);
    const clippings = await tables.clippings.bulkGet(ranked.map(({ clippingId }) => clippingId));
    return ranked.flatMap((each, i): Related[] => {
      const clipping = clippings[i];
      if (!clipping) return [];
      const { title, outlet, published, canonicalUrl } = clipping.meta;
      return [{ ...each, title, outlet, published, url: canonicalUrl }];
    });
  }, db);
}
