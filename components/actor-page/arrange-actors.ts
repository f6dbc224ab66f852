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

const ORDERS = {
  claims: (a, b) => b.claims - a.claims || b.articles - a.articles,
  articles: (a, b) => b.articles - a.articles || b.claims - a.claims,
  lastSeen: (a, b) => b.lastSeen - a.lastSeen,
  name: () => 0,
} satisfies Record<ActorOrder, (a: KnownActor, b: KnownActor) => number>;

/**
 * The actors with all words of the search in one of their names, in this order; those who are equal stay as they are
 * given, by name.
 */
export function arrangeActors(actors: readonly KnownActor[], view: ListView): readonly KnownActor[] {
  const words = fold(view.search).split(/\s+/).filter(Boolean);
  return actors.filter((actor) => isShown(actor, view.types, words)).toSorted(ORDERS[view.order]);
}

function isShown(actor: KnownActor, types: readonly ActorType[], words: readonly string[]): boolean {
  if (types.length > 0 && !types.includes(actor.type)) return false;
  return words.every((word) => foldedNames(actor).includes(word));
}

/** Names as they are searched, made when somebody is first looked for. */
const folded = new WeakMap<KnownActor, string>();

function foldedNames(actor: KnownActor): string {
  const before = folded.get(actor);
  if (before !== undefined) return before;
  const names = fold(actor.names.join('\n'));
  folded.set(actor, names);
  return names;
}
