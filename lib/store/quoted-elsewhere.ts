import type { Analysis } from '../model/analysis';
import type { Article } from '../model/article';
import type { Clipping } from '../model/clipping';
import { asId, type ClippingId } from '../model/ids';
import type { QuotedElsewhere } from '../model/related';
import type { Result } from '../model/result';
import { describeArticle, type Quotation } from '../search/description';
import { rarity } from '../search/library';
import type { PackedLibrary } from '../search/packed/packed-library';
import { best } from '../search/packed/packed-library';
import { compareQuotations, isSameQuotation } from '../search/same-quotation';
import { stem } from '../search/stem';
import { wordsOf } from '../search/terms';
import type { Database } from './database';
import { readIndex } from './index/read-index';
import type { StoreFailure } from './write';

/** Words of a quotation that articles with it are looked for by, the rarest; one that is cut or changed lacks some. */
const RARE_WORDS = 5;
const MIN_FOUND = 3;

/** Articles looked at closely for one quotation. */
const MAX_CANDIDATES = 12;

/** More quotations are not asked for: an article of so many is a list of them. */
const MAX_QUOTATIONS = 40;

interface Match {
  readonly clipping: Clipping;
  readonly quotation: Quotation;
}

/**
 * The quotations of this article that stored ones have too, cut or slightly changed among them, in its order; without
 * the clipping `not` and the trash.
 */
export function findQuotedElsewhere(
  { meta, text }: Article,
  analysis: Analysis,
  not: ClippingId | null,
  db?: Database,
): Promise<Result<readonly QuotedElsewhere[], StoreFailure>> {
  const { quotations } = describeArticle(not ?? asId<ClippingId>(''), { title: meta.title, text }, analysis);
  return readIndex(async (tables, library) => {
    const asked = quotations.slice(0, MAX_QUOTATIONS);
    const holding = await articlesHolding(asked, library);
    const ids = [...new Set(holding.flat())].filter((id) => id !== not);
    const described = new Map(
      (await tables.descriptions.bulkGet(ids)).flatMap((row) => (row ? [[row.clippingId, row.quotations]] : [])),
    );
    const clippings = new Map((await shown(tables, ids)).map((one) => [one.id, one]));
    // Whatever is kept of the article being read, the first of all that have the words may be it.
    const own = not === null ? undefined : await tables.clippings.get(not);
    return asked.flatMap((quotation, i): QuotedElsewhere[] => {
      const matches = (holding[i] ?? []).flatMap((id): Match[] => {
        const clipping = clippings.get(id);
        const same = described.get(id)?.find((other) => isSameQuotation(quotation, other));
        return clipping && same ? [{ clipping, quotation: same }] : [];
      });
      return matches.length ? [{ words: quotation.text, there: tell(quotation, matches, own) }] : [];
    });
  }, db);
}

/** The matches as they are shown, in order of the keeping. */
function tell(here: Quotation, matches: readonly Match[], own: Clipping | undefined): QuotedElsewhere['there'] {
  const inOrder = matches.toSorted((a, b) => a.clipping.savedAt - b.clipping.savedAt);
  return inOrder.map(({ clipping, quotation }, i) => ({
    clippingId: clipping.id,
    title: clipping.meta.title,
    outlet: clipping.meta.outlet,
    url: clipping.meta.canonicalUrl || clipping.meta.url,
    published: clipping.meta.published,
    speaker: quotation.speaker,
    isFirst: i === 0 && (own === undefined || clipping.savedAt < own.savedAt),
    pieces: compareQuotations(here.text, quotation.text),
  }));
}

/** For each quotation the articles that have most of its rare words. */
async function articlesHolding(
  quotations: readonly Quotation[],
  library: PackedLibrary,
): Promise<readonly (readonly ClippingId[])[]> {
  const words = quotations.map(({ text }) => rarestWords(text, library));
  const distinct = [...new Set(words.flat())];
  const occurrences = new Map((await library.occurrences(distinct)).map((found, i) => [distinct[i] ?? '', found]));
  return words.map((rare) => {
    const found = new Uint8Array(library.size);
    for (const word of rare) occurrences.get(word)?.each((number) => (found[number] = (found[number] ?? 0) + 1));
    const least = Math.min(MIN_FOUND, rare.length);
    for (const [number, count] of found.entries()) if (count < least || !library.isLive(number)) found[number] = 0;
    return best(found, MAX_CANDIDATES).map((number) => library.idOf(number));
  });
}

function rarestWords(text: string, library: PackedLibrary): string[] {
  return [...new Set(wordsOf(text).map(stem))]
    .map((word) => ({ word, weight: rarity(library, word) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, RARE_WORDS)
    .map(({ word }) => word);
}

async function shown(db: Database, ids: readonly ClippingId[]): Promise<Clipping[]> {
  const found = await db.clippings.bulkGet([...ids]);
  return found.filter((clipping) => clipping !== undefined).filter(({ trashedAt }) => trashedAt === 0);
}
