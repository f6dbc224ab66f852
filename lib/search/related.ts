/**
 * Ranks stored articles by how close they are to the one being read, and says why.
 *
 * The index gives the nearest by their words; those are looked at closely, side by side (`profile.ts`). A quotation
 * that both have lifts the score. Below a floor nothing is shown: silence is better than a wrong neighbour. Dates are
 * left out, and shared actors are told as a reason but do not count: names are among the words already.
 */
import type { ClippingId } from '../model/ids';
import type { RelatedReason } from '../model/related';
import type { Description } from './description';
import { rarity, type RoughCounts } from './library';
import { Profile } from './profile';
import { type SameQuotation, sameQuotations } from './same-quotation';
import { fold } from './terms';

export interface Ranked {
  readonly clippingId: ClippingId;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly RelatedReason[];
}

/** The article that relatives are looked for. */
export interface Query {
  readonly description: Description;
  /** How the article writes its words, by stem (`wordForms`). */
  readonly forms: ReadonlyMap<string, string>;
}

/**
 * The least score that is shown, chosen on a set where most articles have no relative. Among thousands of articles some
 * stranger always comes near: with 0.28 in a library of 3,700, 93 of 100 keep their best relative and 92 of 100 without
 * one stay silent. Among a few dozen strangers stay far, and words weigh less: 0.22 keeps 98 of 100, and 97 stay silent.
 */
const FLOORS = { small: { articles: 50, floor: 0.22 }, large: { articles: 3700, floor: 0.28 } } as const;

/** The floor for a library of so many articles, which rises with their logarithm. */
export function floorOf(articles: number): number {
  const { small, large } = FLOORS;
  const share = Math.log(Math.max(1, articles) / small.articles) / Math.log(large.articles / small.articles);
  return small.floor + Math.min(1, Math.max(0, share)) * (large.floor - small.floor);
}

/** Articles looked at closely; of all relatives hardly any is further down by words alone. */
export const CANDIDATES = 40;

/** How much a shared quotation adds. */
const QUOTATION_WEIGHT = 0.05;

const MAX_SHOWN = 4;
const MAX_QUOTATIONS_SHOWN = 2;

/**
 * The related ones among `candidates` (the descriptions of `library.nearest`), best first, at most `limit`; the query
 * itself is left out by its id.
 */
export function rankRelated(
  { description, forms }: Query,
  candidates: Iterable<Description>,
  library: RoughCounts,
  limit = 20,
  floor = floorOf(library.size),
): Ranked[] {
  const here = new Profile(
    description,
    (word) => rarity(library, word),
    (hash) => library.roughRarityOf(hash),
  );
  return [...candidates]
    .filter(({ clippingId }) => clippingId !== description.clippingId)
    .map((candidate) => compare(description, here, candidate))
    .filter(({ score }) => score >= floor)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ candidate, score, quotations }) => ({
      clippingId: candidate.clippingId,
      score: Math.min(1, score),
      reasons: reasons(
        quotations,
        sharedActors(description, candidate),
        here.sharedWords(candidate).map((word) => forms.get(word) ?? word),
      ),
    }));
}

function compare(query: Description, here: Profile, candidate: Description) {
  const quotations = sameQuotations(query.quotations, candidate.quotations);
  const score = here.likeness(candidate) + (quotations.length ? QUOTATION_WEIGHT : 0);
  return { candidate, score, quotations };
}

/** Actors that both articles name, in the order of the query, which is that of their first mention. */
function sharedActors(query: Description, candidate: Description): string[] {
  const others = new Set(candidate.actors.map(fold));
  return query.actors.filter((name) => others.has(fold(name)));
}

function reasons(
  quotations: readonly SameQuotation[],
  actors: readonly string[],
  words: readonly string[],
): RelatedReason[] {
  const inNames = new Set(actors.flatMap((name) => fold(name).split(' ')));
  const telling = words.filter((word) => !/^\p{N}+$/u.test(word) && !inNames.has(fold(word)));
  return [
    ...quotations
      .slice(0, MAX_QUOTATIONS_SHOWN)
      .map(({ here, there }) => ({ kind: 'quotation', here, there }) as const),
    ...(actors.length ? [{ kind: 'actors', words: actors.slice(0, MAX_SHOWN) } as const] : []),
    ...(telling.length ? [{ kind: 'words', words: telling.slice(0, MAX_SHOWN) } as const] : []),
  ];
}
