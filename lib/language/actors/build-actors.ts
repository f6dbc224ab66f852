/** Turns merged names and resolved speakers into the actors that readers see. */
import type { Actor, Mention } from '../../model/analysis';
import { type ActorId, asId } from '../../model/ids';
import type { Span } from '../../model/span';
import type { Reading } from '../attribution/reading';
import type { Segmented } from '../segment/segment';
import type { NamedActor } from './merge-names';
import type { ReferenceKind } from './reference';
import type { Resolved } from './resolve-references';
import { trimName } from './trim-name';
import { roleBefore } from './role-of';

/** Actors by first mention, and the id of each named actor. */
export interface BuiltActors {
  readonly actors: readonly Actor[];
  readonly idOf: ReadonlyMap<NamedActor, ActorId>;
}

/** Forms of mentions that are no names; a named source and an absent one are none. */
const FORMS: Partial<Record<ReferenceKind, 'pronoun' | 'description'>> = {
  he: 'pronoun',
  she: 'pronoun',
  it: 'pronoun',
  they: 'pronoun',
  relative: 'pronoun',
  first: 'pronoun',
  definite: 'description',
  indefinite: 'description',
};

/** Builds the list; pronouns and descriptions that were found to mean an actor become mentions of it. */
export function buildActors(
  seg: Segmented,
  r: Reading,
  named: readonly NamedActor[],
  resolved: readonly Resolved[],
): BuiltActors {
  const pointed = new Map<NamedActor, Mention[]>();
  for (const { reference, actor } of resolved) {
    const form = FORMS[reference.kind];
    if (!actor || !form) continue;
    const mention = { start: r.start[reference.run.first] ?? 0, end: r.end[reference.run.last] ?? 0, form };
    pointed.set(actor, [...(pointed.get(actor) ?? []), mention]);
  }
  const idOf = new Map(named.map((actor, k) => [actor, asId<ActorId>(`a${k + 1}`)] as const));
  const actors = named.map((actor) => buildActor(seg, actor, pointed.get(actor) ?? [], idOf.get(actor)));
  return { actors, idOf };
}

function buildActor(seg: Segmented, named: NamedActor, pointed: readonly Mention[], id = asId<ActorId>('a0')): Actor {
  const names = named.names.map((name): Mention => ({ ...spanOf(trimName(seg, name)), form: 'name' }));
  return {
    id,
    name: fullestName(seg, named),
    type: named.type,
    role: named.type === 'person' ? roleOf(seg, named) : '',
    mentions: distinct([...names, ...pointed]),
  };
}

function roleOf(seg: Segmented, named: NamedActor): string {
  return named.names.map((name) => roleBefore(seg, name)).find((role) => role !== '') ?? '';
}

function fullestName(seg: Segmented, named: NamedActor): string {
  const all = named.names.map((name) => trimName(seg, name));
  const full = all.find(({ words }) => words.join(' ') === named.words.join(' ')) ?? all[0];
  return full ? seg.text.slice(full.start, full.end).replaceAll(/\s+/g, ' ') : '';
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function distinct(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<number>();
  return mentions.toSorted((a, b) => a.start - b.start).filter(({ start }) => !seen.has(start) && seen.add(start));
}
