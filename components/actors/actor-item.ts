import type { ActorType, Analysis } from '../../lib/model/analysis';
import type { ActorId } from '../../lib/model/ids';

/** An actor as lists show it. */
export interface ActorItem {
  readonly id: ActorId;
  readonly name: string;
  readonly type: ActorType;
  readonly role: string;
  readonly mentions: number;
  readonly claims: number;
  /** Other names the article uses, without repeats, in order. */
  readonly otherNames: readonly string[];
}

/** The actors of an analysis of `text`: those who speak most first, then those mentioned most. */
export function actorItems(text: string, { actors, claims }: Analysis): ActorItem[] {
  const said = new Map<ActorId, number>();
  for (const { actor } of claims) if (actor !== null) said.set(actor, (said.get(actor) ?? 0) + 1);
  return actors
    .map((actor) => {
      const names = actor.mentions.filter(({ form }) => form === 'name').map((m) => text.slice(m.start, m.end));
      return {
        id: actor.id,
        name: actor.name,
        type: actor.type,
        role: actor.role,
        mentions: actor.mentions.length,
        claims: said.get(actor.id) ?? 0,
        otherNames: [...new Set(names)].filter((name) => name !== actor.name),
      };
    })
    .toSorted((a, b) => b.claims - a.claims || b.mentions - a.mentions);
}

/** The actors of one of `types` (all when empty) whose name, other name or role holds `search`, in any case. */
export function filterActors(actors: readonly ActorItem[], types: readonly ActorType[], search: string) {
  const wanted = search.trim().toLocaleLowerCase();
  return actors.filter(
    (actor) =>
      (types.length === 0 || types.includes(actor.type)) &&
      [actor.name, actor.role, ...actor.otherNames].some((text) => text.toLocaleLowerCase().includes(wanted)),
  );
}
