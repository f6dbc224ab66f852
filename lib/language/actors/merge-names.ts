/**
 * Joins the places where a name stands into actors: "Aleksandar Vucic", "Mr Vucic" and "Vucic" are one; an acronym
 * joins the name it stands for ("… in Europe (OSCE)"). Names that could belong to two actors go to the one that bore them before,
 * else to the one named most.
 */
import type { ActorType } from '../../model/analysis';
import type { Segmented } from '../segment/segment';
import { sameCountry } from './country-names';
import type { NameSpan } from './name';
import { trimName } from './trim-name';

/** An actor with all the places where its name stands. */
export interface NamedActor {
  readonly type: ActorType;
  /** Words of the fullest name, lower case. */
  readonly words: readonly string[];
  /** All forms met, lower case, words joined by spaces. */
  readonly forms: Set<string>;
  /** In order of the text. */
  readonly names: NameSpan[];
}

const SMALL = new Set('of the and for in on to & de la'.split(' '));

/** Actors by first mention; types are settled by the majority of a name's places. */
export function mergeNames(seg: Segmented, spans: readonly NameSpan[]): NamedActor[] {
  const actors: NamedActor[] = [];
  // Longer names first, so that "Vucic" in a headline finds the "Aleksandar Vucic" of the body.
  const known = settleTypes(spans.map((span) => ({ span, words: trimName(seg, span).words }))).toSorted(
    (a, b) => b.words.length - a.words.length || a.span.first - b.span.first,
  );
  for (const { span, words } of known) {
    const home = findHome(actors, words, span);
    if (home) home.names.push(span);
    else actors.push({ type: span.type, words, forms: new Set(), names: [span] });
    (home ?? actors.at(-1))?.forms.add(words.join(' '));
  }
  const joined = joinAcronyms(seg, actors);
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

function findHome(actors: readonly NamedActor[], words: readonly string[], span: NameSpan): NamedActor | undefined {
  const alike = actors.filter((actor) => actor.type === span.type);
  const form = words.join(' ');
  const fits = alike.filter((actor) => isShortFor(words, actor));
  const exact = alike.find((actor) => actor.forms.has(form));
  if (exact && fits.length < 2) return exact;
  const usual = fits.filter((actor) => actor.forms.has(form));
  return mostNamedBefore(usual.length > 0 ? usual : fits, span.first) ?? exact ?? fits[0];
}

/** Whoever was named most often before a token, of equals the one named last: an article calls its main person by surname alone. */
function mostNamedBefore(actors: readonly NamedActor[], token: number): NamedActor | undefined {
  let best: NamedActor | undefined;
  let most = 0;
  let latest = -1;
  for (const actor of actors) {
    const before = actor.names.filter(({ first }) => first < token);
    const last = before.reduce((at, { first }) => Math.max(at, first), -1);
    if (before.length < Math.max(1, most) || (before.length === most && last < latest)) continue;
    best = actor;
    most = before.length;
    latest = last;
  }
  return best;
}

function isShortFor(words: readonly string[], actor: NamedActor): boolean {
  const full = actor.words;
  if (actor.type === 'place') return sameCountry(words.join(' '), full.join(' '));
  if (words.length >= full.length) return false;
  const edges = full[0] === words[0] || full.at(-1) === words.at(-1);
  if (actor.type === 'person') {
    return words.length === 1 ? full.includes(words[0] ?? '') : full[0] === words[0] && full.at(-1) === words.at(-1);
  }
  const initials = full
    .filter((word) => !SMALL.has(word))
    .map((word) => word[0])
    .join('');
  const acronym = words.length === 1 ? words[0]?.replaceAll('.', '') : '';
  if (acronym === initials && initials.length > 1) return true;
  return edges && ` ${full.join(' ')} `.includes(` ${words.join(' ')} `);
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
