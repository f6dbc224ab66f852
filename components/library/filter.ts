import type { ClippingId } from '../../lib/model/ids';
import { fold } from '../../lib/search/terms';
import type { Entry } from './entries';

/** By what the list can be narrowed, in the order shown. */
export const FACETS = ['outlet', 'actor', 'tag', 'year'] as const;
export type Facet = (typeof FACETS)[number];

/** Values chosen of each facet: one of them is enough within a facet, every facet must fit. */
export type Filters = Readonly<Record<Facet, readonly string[]>>;

export const NO_FILTERS: Filters = { outlet: [], actor: [], tag: [], year: [] };

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

const VALUES = {
  outlet: ({ clipping }: Entry) => (clipping.meta.outlet === '' ? [] : [clipping.meta.outlet]),
  actor: ({ actors }: Entry) => actors,
  tag: ({ tags }: Entry) => tags,
  year: ({ year }: Entry) => (year === '' ? [] : [year]),
} satisfies Record<Facet, (entry: Entry) => readonly string[]>;

/**
 * The entries in whose line of the list every word of the query stands, whatever its case and diacritics, and those of
 * `inText`, in whose text they do (null where the texts were not searched).
 */
export function matchQuery(
  entries: readonly Entry[],
  query: string,
  inText: ReadonlySet<ClippingId> | null,
): readonly Entry[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter(
    ({ clipping, haystack }) => inText?.has(clipping.id) || words.every((word) => haystack.includes(word)),
  );
}

/** The entries that fit all facets, or all but `except`. */
export function applyFilters(entries: readonly Entry[], filters: Filters, except?: Facet): readonly Entry[] {
  const active = FACETS.filter((facet) => facet !== except && filters[facet].length > 0);
  if (active.length === 0) return entries;
  return entries.filter((entry) =>
    active.every((facet) => VALUES[facet](entry).some((value) => filters[facet].includes(value))),
  );
}

/**
 * The values of a facet with how many entries each would show beside the other facets; years newest first, others
 * most frequent first. A chosen value stays in the list when it would show none.
 */
export function countFacet(entries: readonly Entry[], filters: Filters, facet: Facet): readonly FacetValue[] {
  const counts = new Map<string, number>(filters[facet].map((value) => [value, 0]));
  for (const entry of applyFilters(entries, filters, facet))
    for (const value of VALUES[facet](entry)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const found = [...counts].map(([value, count]) => ({ value, count }));
  if (facet === 'year') return found.toSorted((a, b) => (a.value < b.value ? 1 : -1));
  return found.toSorted((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

/** The filters with this value chosen, or no longer chosen. */
export function toggleFilter(filters: Filters, facet: Facet, value: string): Filters {
  const chosen = filters[facet];
  return {
    ...filters,
    [facet]: chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value],
  };
}
