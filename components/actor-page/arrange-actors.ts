import type { ActorType } from '../../lib/model/analysis';
import type { KnownActor } from '../../lib/search/actors/roster';
import { fold } from '../../lib/search/terms';

export const ACTOR_ORDERS = ['claims', 'articles', 'lastSeen', 'name'] as const;
export type ActorOrder = (typeof ACTOR_ORDERS)[number];

/** What of the list is shown, in which order, and where the keyboard is. */
export interface ListView {
  readonly search: string;
  /** Empty for all. */
  readonly types: readonly ActorType[];
  readonly order: ActorOrder;
  readonly active: string | null;
}

export const ALL_ACTORS: ListView = { search: '', types: [], order: 'claims', active: null };

/** The actors with all words of the search in one of their names, in this order; those who are equal by name. */
export function arrangeActors(actors: readonly KnownActor[], view: ListView, language: string): readonly KnownActor[] {
  const words = fold(view.search).split(/\s+/).filter(Boolean);
  const { compare } = new Intl.Collator(language);
  const byName = (a: KnownActor, b: KnownActor) => compare(a.name, b.name) || (a.root < b.root ? -1 : 1);
  const orders = {
    claims: (a, b) => b.claims - a.claims || b.articles - a.articles || byName(a, b),
    articles: (a, b) => b.articles - a.articles || b.claims - a.claims || byName(a, b),
    lastSeen: (a, b) => b.lastSeen - a.lastSeen || byName(a, b),
    name: byName,
  } satisfies Record<ActorOrder, (a: KnownActor, b: KnownActor) => number>;
  return actors
    .filter(
      ({ type, haystack }) =>
        (view.types.length === 0 || view.types.includes(type)) && words.every((word) => haystack.includes(word)),
    )
    .toSorted(orders[view.order]);
}
