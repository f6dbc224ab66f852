import type { Entry } from './entries';

export const ORDERS = ['saved', 'published', 'outlet', 'title'] as const;
export type Order = (typeof ORDERS)[number];

const title = ({ clipping }: Entry) => clipping.meta.title;
const outlet = ({ clipping }: Entry) => clipping.meta.outlet;
const published = ({ clipping }: Entry) => clipping.meta.published ?? '';
const newer = (a: string, b: string) => (a === b ? 0 : a < b ? 1 : -1);

/**
 * The entries in this order: saved and published newest first, those without a date last; outlet and title by the
 * alphabet of `language`, within an outlet newest first. Entries that are equal stay as they were.
 */
export function sortEntries(entries: readonly Entry[], order: Order, language: string): readonly Entry[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const comparers = {
    saved: (a, b) => b.clipping.savedAt - a.clipping.savedAt,
    published: (a, b) => newer(published(a), published(b)),
    outlet: (a, b) => compare(outlet(a), outlet(b)) || newer(published(a), published(b)),
    title: (a, b) => compare(title(a), title(b)),
  } satisfies Record<Order, (a: Entry, b: Entry) => number>;
  return entries.toSorted(comparers[order]);
}
