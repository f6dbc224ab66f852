/**
 * What the claims of an article tell about its actors before anybody is resolved: which tokens are told by somebody
 * rather than by the article itself, and in which claims an actor is named as the source.
 */
import type { Draft } from '../attribution/draft';
import type { Reading } from '../attribution/reading';
import type { NamedActor } from './name';

/** Where a token stands: told by the article, in the content of a claim, or in the source of one. */
export const PLACE = { plain: 0, content: 1, source: 2 } as const;

/** The claims of an article as a whole. */
export interface Scene {
  /** One of `PLACE` for each token. */
  readonly place: Uint8Array;
  /** First tokens of the sources that name an actor, in order of the text. */
  readonly sources: ReadonlyMap<NamedActor, readonly number[]>;
  /** The actor whose name holds a token. */
  readonly actorAt: ReadonlyMap<number, NamedActor>;
}

/** Looks at all claims once. */
export function sceneOf(r: Reading, claims: readonly Draft[], actors: readonly NamedActor[]): Scene {
  const place = new Uint8Array(r.length);
  for (const { content } of claims) for (const run of content) place.fill(PLACE.content, run.first, run.last + 1);
  for (let i = 0; i < r.length; i += 1) if ((r.quote[i] ?? -1) >= 0) place[i] = PLACE.content;
  const actorAt = new Map<number, NamedActor>();
  for (const actor of actors) {
    for (const { first, last } of actor.names) for (let i = first; i <= last; i += 1) actorAt.set(i, actor);
  }
  const sources = new Map<NamedActor, number[]>();
  const runs = claims
    .flatMap(({ source }) => source.slice(0, 1))
    .filter(({ first }) => (r.quote[first] ?? -1) < 0)
    .toSorted((a, b) => a.first - b.first);
  for (const { first, last } of runs) {
    place.fill(PLACE.source, first, last + 1);
    for (let i = first; i <= last; i += 1) {
      const actor = actorAt.get(i);
      if (!actor) continue;
      const known = sources.get(actor);
      if (!known) sources.set(actor, [first]);
      else if (known.at(-1) !== first) known.push(first);
    }
  }
  return { place, sources, actorAt };
}
