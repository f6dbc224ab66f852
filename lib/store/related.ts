import type { Analysis } from '../model/analysis';
import type { Article } from '../model/article';
import type { Clipping } from '../model/clipping';
import { type ClippingId, asId } from '../model/ids';
import type { Related, SaidBefore } from '../model/related';
import { type Result, ok } from '../model/result';
import { describeArticle } from '../search/description';
import type { PackedLibrary } from '../search/packed/packed-library';
import { SPEAKER } from '../search/packed/terms-of';
import { CANDIDATES, rankRelated } from '../search/related';
import { saidBy } from '../search/said-before';
import { wordForms, wordsOf } from '../search/terms';
import { readKept } from './clippings';
import type { Database } from './database';
import { fromRow } from './index/description-row';
import { readIndex } from './index/read-index';
import type { StoreFailure } from './write';

const MAX_RELATED = 20;
const MAX_SAID_BEFORE = 50;

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

/** What stored articles have this actor saying, newest first, at most 50, without the clipping `not` and the trash. */
export async function findSaidBefore(
  actorName: string,
  not: ClippingId | null,
  db?: Database,
): Promise<Result<readonly SaidBefore[], StoreFailure>> {
  const found = await readIndex(async (tables, library) => {
    const spoken = await speakingIn(library, actorName);
    const corrected = await tables.corrections.filter(({ verdict }) => verdict.kind === 'speaker').toArray();
    const ids = [...new Set([...spoken, ...corrected.map((one) => one.clippingId)])].filter((id) => id !== not);
    const said: SaidBefore[] = [];
    for (const clipping of (await shown(tables, ids)).toSorted(newestFirst)) {
      said.push(...saidBy(actorName, await readKept(tables, clipping)));
      if (said.length >= MAX_SAID_BEFORE) break;
    }
    return said;
  }, db);
  return found.ok ? ok(found.value.slice(0, MAX_SAID_BEFORE)) : found;
}

/** Articles in which someone speaks who has the first and the last word of this name. */
async function speakingIn(library: PackedLibrary, actorName: string): Promise<ClippingId[]> {
  const words = wordsOf(actorName);
  const wanted = [...new Set([words[0], words.at(-1)])].filter((word) => word !== undefined);
  const hits = new Uint8Array(library.size);
  for (const occurrences of await library.occurrences(wanted.map((word) => SPEAKER + word)))
    occurrences.each((number) => (hits[number] = (hits[number] ?? 0) + 1));
  return [...hits.keys()]
    .filter((number) => wanted.length > 0 && hits[number] === wanted.length && library.isLive(number))
    .map((number) => library.idOf(number));
}

/** The clippings with these ids, in this order, that are there and not in the trash. */
async function shown(db: Database, ids: readonly ClippingId[]): Promise<Clipping[]> {
  const found = await db.clippings.bulkGet([...ids]);
  return found.flatMap((clipping) => (clipping && !clipping.trashedAt ? [clipping] : []));
}

function newestFirst(a: Clipping, b: Clipping): number {
  return (b.meta.published ?? '').localeCompare(a.meta.published ?? '');
}
