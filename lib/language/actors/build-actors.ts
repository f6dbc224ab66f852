/** Turns merged names and resolved speakers into the actors that readers see. */
import type { Actor, Mention } from '../../model/analysis';
import { type ActorId, asId } from '../../model/ids';
import type { Span } from '../../model/span';
import type { Reading } from '../attribution/reading';
import type { Segmented } from '../segment/segment';
import { TAGS } from '../tagging/tags';
import type { NamedActor } from './name';
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
  const actors = named.map((actor) => buildActor(seg, r, actor, pointed.get(actor) ?? [], idOf.get(actor)));
  return { actors, idOf };
}

function buildActor(
  seg: Segmented,
  r: Reading,
  named: NamedActor,
  pointed: readonly Mention[],
  id = asId<ActorId>('a0'),
): Actor {
  const names = named.names.map((name): Mention => ({ ...spanOf(trimName(seg, name)), form: 'name' }));
  return {
    id,
    name: fullestName(seg, r, named),
    type: named.type,
    role: named.type === 'person' ? roleOf(seg, named) : '',
    mentions: distinct([...names, ...pointed]),
  };
}

function roleOf(seg: Segmented, named: NamedActor): string {
  return named.names.map((name) => roleBefore(seg, name)).find((role) => role !== '') ?? '';
}

function fullestName(seg: Segmented, r: Reading, named: NamedActor): string {
  const all = named.names.map((name) => trimName(seg, name));
  const full = all.find(({ words }) => words.join(' ') === named.words.join(' ')) ?? all[0];
  const name = full ? seg.text.slice(full.start, full.end).replaceAll(/\s+/g, ' ') : '';
  return `${countryBefore(seg, r, named)}${name}`;
}

/** Bodies that every country has: which one is meant, the adjective before tells. */
const BODY =
  /^(?:foreign|defen[cs]e|interior|finance|justice|health|education|energy|ministry|government|parliament|army|navy)$/;
const NATIONALITY = /^\p{Lu}\p{Ll}*(?:an|ish|ese|ench|utch|wiss|eek|ine|ic|\p{Ll}i)$/u;
const ADJECTIVE = TAGS.indexOf('ADJ') + 1;

/** "Northish " for a ministry and the like that is called Northish right before its name somewhere; else nothing. */
function countryBefore(seg: Segmented, r: Reading, { type, words, names }: NamedActor): string {
  if (type !== 'organization' || !BODY.test(words[0] ?? '')) return '';
  for (const { first } of names) {
    const before = seg.words[first - 1] ?? '';
    const isInside = seg.sentenceOf[first - 1] === seg.sentenceOf[first];
    if (isInside && r.tag[first - 1] === ADJECTIVE && NATIONALITY.test(before)) return `${before} `;
  }
  return '';
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function distinct(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<number>();
  return mentions.toSorted((a, b) => a.start - b.start).filter(({ start }) => !seen.has(start) && seen.add(start));
}
