import type { Analysis } from '../model/analysis';
import type { Article } from '../model/article';
import { type ClippingId, asId } from '../model/ids';
import type { Related, SaidBefore } from '../model/related';
import { type Result, ok } from '../model/result';
import { describeArticle } from '../search/description';
import { Library } from '../search/library';
import { rankRelated } from '../search/related';
import { isSameActor, saidBy } from '../search/said-before';
import { readKept } from './clippings';
import type { Database } from './database';
import { type StoreFailure, read } from './write';

const MAX_RELATED = 20;
const MAX_SAID_BEFORE = 50;

/** Stored articles related to this one, best first, at most 20, without the clipping `not` and without the trash. */
export function findRelated(
  article: Article,
  analysis: Analysis,
  not: ClippingId | null,
  db?: Database,
): Promise<Result<readonly Related[], StoreFailure>> {
  const query = describeArticle(
    not ?? asId<ClippingId>(''),
    { title: article.meta.title, text: article.text },
    analysis,
  );
  return read(async (tables) => {
    const ranked = rankRelated(query, new Library(await tables.descriptions.toArray()), MAX_RELATED);
    const clippings = await tables.clippings.bulkGet(ranked.map((one) => one.clippingId));
    return ranked.flatMap(({ clippingId, score, reasons }, i): Related[] => {
      const clipping = clippings[i];
      if (!clipping || clipping.trashedAt) return [];
      const { title, outlet, published, canonicalUrl } = clipping.meta;
      return [{ clippingId, title, outlet, published, url: canonicalUrl, score, reasons }];
    });
  }, db);
}

/** What stored articles have this actor saying, newest first, at most 50, without the clipping `not` and the trash. */
export async function findSaidBefore(
  actorName: string,
  not: ClippingId | null,
  db?: Database,
): Promise<Result<readonly SaidBefore[], StoreFailure>> {
  const found = await read(async (tables) => {
    const named = await tables.descriptions
      .filter(({ actors }) => actors.some((a) => isSameActor(a, actorName)))
      .primaryKeys();
    const corrected = await tables.corrections.filter(({ verdict }) => verdict.kind === 'speaker').toArray();
    const ids = [...new Set([...named, ...corrected.map((one) => one.clippingId)])].filter((id) => id !== not);
    const clippings = await tables.clippings.bulkGet(ids);
    const shown = clippings.flatMap((one) => (one && !one.trashedAt ? [one] : []));
    return Promise.all(shown.map(async (one) => saidBy(actorName, await readKept(tables, one))));
  }, db);
  if (!found.ok) return found;
  const newestFirst = found.value.flat().toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
  return ok(newestFirst.slice(0, MAX_SAID_BEFORE));
}
