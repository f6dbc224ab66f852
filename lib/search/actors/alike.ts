/** Which names may mean one actor though nobody is sure: the reader is asked. Names alone; who else is there is for `propose`. */
import type { ActorType } from '../../model/analysis';
import type { InSteps } from '../../model/in-steps';
import { acronymsOf, bagOf, isAcronym } from './body-name';
import { ACRONYMS_OF_NAME, KNOWN_ACRONYMS } from './known-acronyms';
import { nearKey, partsOf } from './name-key';
import { NAMED_AFTER } from './titles';
import { bareSurname, isFullerOrShorter, isOneName, isSameOrInitial, type PersonName, personName } from './person-name';
import { isOtherSpelling, skeletonOf, soundsAlike } from './spelling';
import { isOfOneFamily, SHORT_FORM_FAMILIES } from './spelling-families';

/** Why two names may mean one actor. */
export type Likeness =
  | 'spelling' // Mohammed, Muhammad
  | 'order' // Orban Viktor
  | 'part' // Ana Ruiz Vega, Ana Ruiz
  | 'nickname' // Bill, William
  | 'initial' // A. Ruiz
  | 'surname' // Ruiz
  | 'acronym' // WHO
  | 'wording' // Foreign Ministry, Ministry of Foreign Affairs
  | 'type'; // White House, a place and an organisation

/** A name to compare. */
export interface Named {
  readonly key: string;
  /** As an article writes it. */
  readonly name: string;
}

interface Read extends Named {
  readonly type: ActorType;
  readonly words: readonly string[];
  readonly person: PersonName;
  readonly isOne: boolean;
  /** The words run together, and in the order of the alphabet. */
  readonly plain: string;
  readonly sorted: string;
  readonly near: string;
}

/** What two names have in common. */
export interface Alike {
  readonly how: Likeness;
  /** Many that are so are two: something beside the names must say that they are one. */
  readonly isWeak: boolean;
}

/** Why these two may mean one actor; null when nothing says so. */
export function likenessOf(a: Named, b: Named): Alike | null {
  return compare(read(a), read(b));
}

/** Pairs of names that may mean one actor, each once, by the places of both in `names`. */
export function* alikePairs(names: readonly Named[]): InSteps<(Alike & { readonly a: number; readonly b: number })[]> {
  const all: Read[] = [];
  const blocks = new Map<string, number[]>();
  for (const [at, name] of names.entries()) {
    if (at % NAMES_A_STEP === 0) yield;
    const one = read(name);
    all.push(one);
    for (const block of new Set(blocksOf(one))) {
      const before = blocks.get(block);
      if (before) before.push(at);
      else blocks.set(block, [at]);
    }
  }
  const seen = new Set<number>();
  const pairs: (Alike & { readonly a: number; readonly b: number })[] = [];
  let number = 0;
  for (const block of blocks.values()) {
    if (number++ % BLOCKS_A_STEP === 0) yield;
    // So many names under one heading are no sign that any two of them are one.
    if (block.length > MAX_BLOCK) continue;
    for (const [i, a] of block.entries()) {
      for (const b of block.slice(i + 1)) {
        const [x, y] = [all[a], all[b]];
        const id = a * all.length + b;
        if (!x || !y || seen.has(id)) continue;
        seen.add(id);
        const alike = compare(x, y);
        if (alike) pairs.push({ a, b, ...alike });
      }
    }
  }
  return pairs;
}

const NAMES_A_STEP = 100;
const BLOCKS_A_STEP = 50;

const MAX_BLOCK = 80;

function read({ key, name }: Named): Read {
  const { type, words } = partsOf(key);
  return {
    key,
    name,
    type,
    words,
    person: personName(words),
    isOne: type === 'person' && isOneName(words),
    plain: words.join('').replaceAll('-', ''),
    sorted: words.toSorted().join(' '),
    near: nearKey(key),
  };
}

/** Headings under which names are compared with one another. */
function blocksOf({ key, type, words, name, person, isOne }: Read): string[] {
  const plain = words.join(' ');
  if (type !== 'person') {
    const bag = bagOf(words);
    const acronyms = isAcronym(name) ? [plain] : [...acronymsOf(words), ...(ACRONYMS_OF_NAME.get(plain) ?? [])];
    return [`n ${plain}`, ...(bag ? [`b ${bag}`] : []), ...acronyms.map((acronym) => `a ${acronym}`)];
  }
  const surname = skeletonOf(person.surname.split(' ').at(-1) ?? '');
  if (isOne) return [`s ${surname}`];
  return [
    `s ${surname}`,
    `f ${skeletonOf(person.first)} ${surname}`,
    `m ${nearKey(key)}`,
    `o ${words.toSorted().join(' ')}`,
    `j ${plain.replaceAll(/[- ]/g, '')}`,
    ...partsOfName(words).map((part) => `p ${part}`),
  ];
}

/** The name and its parts of two words and more. */
function partsOfName(words: readonly string[]): string[] {
  const parts: string[] = [];
  for (let from = 0; from + 2 <= words.length; from += 1)
    for (let to = from + 2; to <= words.length; to += 1) parts.push(words.slice(from, to).join(' '));
  return parts;
}

const strong = (how: Likeness): Alike => ({ how, isWeak: false });
const weak = (how: Likeness): Alike => ({ how, isWeak: true });

function compare(a: Read, b: Read): Alike | null {
  if (a.key === b.key) return null;
  if (a.type !== b.type)
    return a.words.join(' ') === b.words.join(' ') && a.type !== 'person' && b.type !== 'person'
      ? strong('type')
      : null;
  return a.type === 'person' ? comparePersons(a, b) : compareBodies(a, b);
}

function compareBodies(a: Read, b: Read): Alike | null {
  const acronym = compareAcronym(a, b) ?? compareAcronym(b, a);
  if (acronym) return acronym;
  const bag = bagOf(a.words);
  return bag !== null && bag === bagOf(b.words) ? strong('wording') : null;
}

function compareAcronym(short: Read, long: Read): Alike | null {
  if (!isAcronym(short.name) || isAcronym(long.name)) return null;
  const letters = short.words.join('');
  const known = KNOWN_ACRONYMS.get(letters);
  if (known) return known.has(long.words.join(' ')) ? strong('acronym') : null;
  if (!acronymsOf(long.words).has(letters)) return null;
  return letters.length < MIN_SURE_LETTERS ? weak('acronym') : strong('acronym');
}

/** Shorter acronyms fit the initials of many names by chance. */
const MIN_SURE_LETTERS = 4;

function comparePersons(a: Read, b: Read): Alike | null {
  if (a.person.generation !== b.person.generation) return null;
  if (a.isOne || b.isOne) return compareSurnames(a, b);
  if (a.plain === b.plain) return strong('spelling');
  if (a.sorted === b.sorted) return strong('order');
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const at = ` ${long.words.join(' ')} `.indexOf(` ${short.words.join(' ')} `);
  if (at >= 0) return comparePart(short.words, long.words, at === 0);
  if (a.near === b.near) {
    if (isFullerOrShorter(a.person, b.person)) return strong('part');
    // "Ana Vega" may be "Ana Ruiz-Vega"; "Kim Su-hyun" is not "Kim Ki-hyun".
    if (short.words.length === 2 && isPart(short.person.surname, long.person.surname)) return weak('part');
  }
  return compareFullNames(a.person, b.person);
}

/** A name that is a run of words of a longer one, at its start or behind it. */
function comparePart(short: readonly string[], long: readonly string[], isStart: boolean): Alike | null {
  const [first = ''] = long;
  const last = long.at(-1) ?? '';
  // "Ana Ruiz Hall" is named after her.
  if (NAMED_AFTER.has(last) && short.at(-1) !== last) return null;
  if (isStart) return strong('part');
  // Children bear the name of their father behind their own; initials are often left out.
  return short.at(-1) === last && first.length <= MAX_INITIALS ? strong('part') : weak('part');
}

function isPart(a: string, b: string): boolean {
  const [few = [], many = []] = [a.split(/[ -]/), b.split(/[ -]/)].toSorted((x, y) => x.length - y.length);
  return few.every((word) => many.includes(word));
}

/** Initials that are written as one word: "JR Vidal". */
const MAX_INITIALS = 2;

/** One that is a surname alone, with a full name that ends in it, or with another spelling of it. */
function compareSurnames(a: Read, b: Read): Alike | null {
  const [x, y] = [bareSurname(a.person.surname), bareSurname(b.person.surname)];
  if (x === y) return weak('surname');
  return a.isOne && b.isOne && isOtherSpelling(x, y) ? weak('spelling') : null;
}

function compareFullNames(a: PersonName, b: PersonName): Alike | null {
  const isSameSurname = bareSurname(a.surname) === bareSurname(b.surname);
  if (!isSameSurname && !isOtherSpelling(a.surname, b.surname)) return null;
  if (
    a.middles.length > 0 &&
    b.middles.length > 0 &&
    !isFullerOrShorter({ ...a, first: 'x', surname: 'x' }, { ...b, first: 'x', surname: 'x' })
  )
    return null;
  if (a.first === b.first || isOtherSpelling(a.first, b.first))
    return soundsAlike(a.first, b.first) && soundsAlike(a.surname, b.surname) ? strong('spelling') : weak('spelling');
  if (!isSameSurname) return null;
  if (isOfOneFamily(SHORT_FORM_FAMILIES, a.first, b.first)) return weak('nickname');
  return isSameOrInitial(a.first, b.first) ? weak('initial') : null;
}
