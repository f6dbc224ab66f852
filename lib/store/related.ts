import type { Analysis } from '../model/analysis';
import type { Article } from '../model/article';
import type { Clipping } from '../model/clipping';
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

/** Candidates asked for besides, in the place of those that lie in the trash. */
const SPARE = 20;

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
    const near = (await library.nearest(description, CANDIDATES + SPARE)).map(({ clippingId }) => clippingId);
    const [clippings, descriptions] = await Promise.all([shown(tables, near), tables.descriptions.bulkGet(near)]);
    const byId = new Map(clippings.map((one) => [one.id, one]));
    const candidates = descriptions
      .filter((one) => one !== undefined)
      .filter((one) => byId.has(one.clippingId))
      .slice(0, CANDIDATES);
    return rankRelated(query, candidates.map(fromRow), library, MAX_RELATED).flatMap((ranked): Related[] => {
      const clipping = byId.get(ranked.clippingId);
      if (!clipping) return [];
      const { title, outlet, published, canonicalUrl } = clipping.meta;
      return [{ ...ranked, title, outlet, published, url: canonicalUrl }];
    });
  }, db);
}

/** The clippings with these ids, in this order, that are there and not in the trash. */
async function shown(db: Database, ids: readonly ClippingId[]): Promise<Clipping[]> {
  const found = await db.clippings.bulkGet([...ids]);
  return found.flatMap((clipping) => (clipping && !clipping.trashedAt ? [clipping] : []));
}
