/**
 * Joins the places where a name stands into actors: "Aleksandar Vucic", "Mr Vucic" and "Vucic" are one; an acronym
 * joins the name it stands for ("… in Europe (OSCE)"). Names that could belong to two actors go to the one that bore them before,
 * else to the one named most.
 */
import type { ActorType } from '../../model/analysis';
import type { Segmented } from '../segment/segment';
import { Homes } from './homes';
import type { NameSpan, NamedActor } from './name';
import { trimName } from './trim-name';

/** Actors by first mention; types are settled by the majority of a name's places. */
export function mergeNames(seg: Segmented, spans: readonly NameSpan[]): NamedActor[] {
  const homes = new Homes();
  // Longer names first, so that "Vucic" in a headline finds the "Aleksandar Vucic" of the body.
  const known = settleTypes(spans.map((span) => ({ span, words: trimName(seg, span).words }))).toSorted(
    (a, b) => b.words.length - a.words.length || a.span.first - b.span.first,
  );
  for (const { span, words } of known) {
    const home = homes.find(words, span) ?? homes.found(words, span.type);
    homes.join(home, words, span);
  }
  const joined = joinAcronyms(seg, homes.actors);
  for (const actor of joined) actor.names.sort((a, b) => a.first - b.first);
  return joined.toSorted((a, b) => (a.names[0]?.first ?? 0) - (b.names[0]?.first ?? 0));
}

/** Seats of government and markets, which act as the bodies that sit there. */
const BODIES = new Set([
  'kremlin',
  'white house',
  'pentagon',
  'downing street',
  'elysee',
  'élysée',
  'vatican',
  'holy see',
  'wall street',
  'capitol hill',
  'whitehall',
]);

/** Types by the majority of a name's places; a "place" that is the surname of somebody named in full is that person. */
function settleTypes(named: readonly Trimmed[]): Trimmed[] {
  const votes = new Map<string, Map<ActorType, number>>();
  const surnames = new Set<string>();
  for (const { span, words } of named) {
    const key = words.join(' ');
    const counts = votes.get(key) ?? new Map<ActorType, number>();
    votes.set(key, counts.set(span.type, (counts.get(span.type) ?? 0) + 1));
    if (span.type === 'person' && words.length > 1) surnames.add(words.at(-1) ?? '');
  }
  return named.map(({ span, words }) => {
    const key = words.join(' ');
    const counts = [...(votes.get(key) ?? [])].toSorted((a, b) => b[1] - a[1]);
    const voted = BODIES.has(key) ? 'organization' : (counts[0]?.[0] ?? span.type);
    return { words, span: { ...span, type: voted === 'place' && surnames.has(key) ? 'person' : voted } };
  });
}

interface Trimmed {
  readonly span: NameSpan;
  readonly words: readonly string[];
}

/** "Organization for Security … (OSCE)": the name in brackets joins the one before. Gives the actors that are left. */
function joinAcronyms(seg: Segmented, actors: readonly NamedActor[]): NamedActor[] {
  return actors.filter((short) => {
    const inBrackets = short.names.find(
      ({ first, last }) => first === last && seg.lowers[first - 1] === '(' && seg.lowers[last + 1] === ')',
    );
    if (!inBrackets) return true;
    const before = inBrackets.first - 2;
    const long = actors.find((actor) => actor !== short && actor.names.some(({ last }) => last === before));
    if (!long || !isAcronym(seg.words[inBrackets.first] ?? '', long)) return true;
    long.names.push(...short.names.map((span) => ({ ...span, type: long.type })));
    for (const form of short.forms) long.forms.add(form);
    return false;
  });
}

function isAcronym(short: string, long: NamedActor): boolean {
  if (long.type === 'person' || long.words.length < 2 || !/^\p{Lu}[\p{L}.&]*$/u.test(short)) return false;
  return short[0]?.toLowerCase() === long.words[0]?.[0];
}
