/**
 * The actors of an article while its names are joined, each found by what a name of it may be: a new name is compared
 * with those that share a part of it, not with all.
 */
import type { ActorType } from '../../model/analysis';
import { countryKey, sameCountry } from './country-names';
import type { NameSpan, NamedActor } from './name';

const SMALL = new Set('of the and for in on to & de la'.split(' '));

/** So many actors that share a part are told apart by it, the first ones found: it is no name any more but a word. */
const MAX_ALIKE = 100;

/** Actors in the making, each found by what a name of it may be, so that a new name does not ask all of them. */
export class Homes {
  readonly actors: NamedActor[] = [];
  private readonly indexOf = new Map<NamedActor, number>();
  /** By index. */
  private readonly runs: Runs[] = [];
  /** By form and by what `isShortFor` compares: indices of actors, in ascending order. */
  private readonly byForm = new Map<string, number>();
  private readonly byPart = new Map<string, number[]>();

  /** The actor that a name most likely belongs to, if there is one. */
  find(words: readonly string[], { type, first }: NameSpan): NamedActor | undefined {
    const form = words.join(' ');
    const exact = this.actors[this.byForm.get(`${type} ${form}`) ?? -1];
    const fits = this.sharing(type, asked(type, words)).filter((actor) => isShortFor(words, actor));
    if (exact && fits.length < 2) return exact;
    const usual = fits.filter((actor) => actor.forms.has(form));
    return this.mostNamedBefore(usual.length > 0 ? usual : fits, first) ?? exact ?? fits[0];
  }

  /** Actors that answer to one of these parts, in the order in which they were found. */
  private sharing(type: ActorType, parts: readonly string[]): NamedActor[] {
    const lists = parts.flatMap((part) => [this.byPart.get(`${type} ${part}`) ?? []]);
    const [only = []] = lists;
    const indices = lists.length === 1 ? only : [...new Set(lists.flat())].toSorted((a, b) => a - b);
    return indices.flatMap((index) => this.actors[index] ?? []);
  }

  /** A new actor of this name. */
  found(words: readonly string[], type: ActorType): NamedActor {
    const actor: NamedActor = { type, words, forms: new Set(), names: [] };
    const index = this.actors.push(actor) - 1;
    this.runs.push(new Runs());
    this.indexOf.set(actor, index);
    for (const part of new Set(answered(type, words))) {
      const there = this.byPart.get(`${type} ${part}`);
      if (there && there.length < MAX_ALIKE) there.push(index);
      else if (!there) this.byPart.set(`${type} ${part}`, [index]);
    }
    return actor;
  }

  /** Takes note that a name is one of an actor's. */
  join(actor: NamedActor, words: readonly string[], span: NameSpan): void {
    const form = words.join(' ');
    const key = `${actor.type} ${form}`;
    const index = this.indexOf.get(actor) ?? 0;
    actor.names.push(span);
    actor.forms.add(form);
    this.runs[index]?.add(span.first);
    this.byForm.set(key, Math.min(this.byForm.get(key) ?? index, index));
  }

  /** Whoever was named most often before a token, of equals the one named last: an article calls its main person by surname alone. */
  private mostNamedBefore(actors: readonly NamedActor[], token: number): NamedActor | undefined {
    let best: NamedActor | undefined;
    let most = 0;
    let latest = -1;
    for (const actor of actors) {
      const { count, last } = this.runs[this.indexOf.get(actor) ?? 0]?.before(token) ?? { count: 0, last: -1 };
      if (count < Math.max(1, most) || (count === most && last < latest)) continue;
      best = actor;
      most = count;
      latest = last;
    }
    return best;
  }
}

/** What a name is asked for among the parts of longer names: at least one is `answered` by each that it is short for. */
function asked(type: ActorType, words: readonly string[]): string[] {
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (type === 'place') return [countryKey(words.join(' '))];
  if (type === 'person') return words.length === 1 ? [first] : [`${first} … ${last}`];
  return [`${first} …`, `… ${last}`, ...(words.length === 1 ? [first.replaceAll('.', '')] : [])];
}

function answered(type: ActorType, words: readonly string[]): string[] {
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (type === 'place') return [countryKey(words.join(' '))];
  if (type === 'person') return [...words, `${first} … ${last}`];
  return [`${first} …`, `… ${last}`, initialsOf(words)];
}

function initialsOf(words: readonly string[]): string {
  return words
    .filter((word) => !SMALL.has(word))
    .map((word) => word[0])
    .join('');
}

/** Where an actor was named so far, as runs of ascending tokens: names of one length come in order of the text. */
class Runs {
  private readonly runs: number[][] = [];

  add(token: number): void {
    const open = this.runs.at(-1);
    if (open && (open.at(-1) ?? 0) <= token) open.push(token);
    else this.runs.push([token]);
  }

  /** How many names begin before a token, and where the last of these does; -1 for none. */
  before(token: number): { readonly count: number; readonly last: number } {
    let count = 0;
    let last = -1;
    for (const run of this.runs) {
      const here = countBelow(run, token);
      count += here;
      last = Math.max(last, run[here - 1] ?? -1);
    }
    return { count, last };
  }
}

/** How many of ascending numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isShortFor(words: readonly string[], actor: NamedActor): boolean {
  const full = actor.words;
  if (actor.type === 'place') return sameCountry(words.join(' '), full.join(' '));
  if (words.length >= full.length) return false;
  const edges = full[0] === words[0] || full.at(-1) === words.at(-1);
  if (actor.type === 'person') {
    return words.length === 1 ? full.includes(words[0] ?? '') : full[0] === words[0] && full.at(-1) === words.at(-1);
  }
  const initials = initialsOf(full);
  const acronym = words.length === 1 ? words[0]?.replaceAll('.', '') : '';
  if (acronym === initials && initials.length > 1) return true;
  return edges && ` ${full.join(' ')} `.includes(` ${words.join(' ')} `);
}
