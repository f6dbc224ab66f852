/** Which names may mean one actor though nobody is sure: the reader is asked. Names alone; who else is there is for `propose`. */
import type { ActorType } from '../../model/analysis';
import type { InSteps } from '../../model/in-steps';
import { acronymsOf, bagOf, isAcronym } from './body-name';
import { nearKey, partsOf } from './name-key';
import { bareSurname, isFullerOrShorter, isOneName, isSameOrInitial, type PersonName, personName } from './person-name';
import { isOtherSpelling, skeletonOf } from './spelling';
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

/** Why these two may mean one actor; null when nothing says so. */
export function likenessOf(a: Named, b: Named): Likeness | null {
  return compare(read(a), read(b));
}

/** Pairs of names that may mean one actor, each once, by the places of both in `names`. */
export function* alikePairs(
  names: readonly Named[],
): InSteps<{ readonly a: number; readonly b: number; readonly how: Likeness }[]> {
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
  const pairs: { a: number; b: number; how: Likeness }[] = [];
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
        const how = compare(x, y);
        if (how) pairs.push({ a, b, how });
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
    const acronyms = isAcronym(name) ? [plain] : acronymsOf(words);
    return [`n ${plain}`, ...(bag ? [`b ${bag}`] : []), ...[...acronyms].map((acronym) => `a ${acronym}`)];
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

function compare(a: Read, b: Read): Likeness | null {
  if (a.key === b.key) return null;
  if (a.type !== b.type)
    return a.words.join(' ') === b.words.join(' ') && a.type !== 'person' && b.type !== 'person' ? 'type' : null;
  return a.type === 'person' ? comparePersons(a, b) : compareBodies(a, b);
}

function compareBodies(a: Read, b: Read): Likeness | null {
  const isShort = (short: Read, long: Read) =>
    isAcronym(short.name) && !isAcronym(long.name) && acronymsOf(long.words).has(short.words.join(''));
  if (isShort(a, b) || isShort(b, a)) return 'acronym';
  const bag = bagOf(a.words);
  return bag !== null && bag === bagOf(b.words) ? 'wording' : null;
}

function comparePersons(a: Read, b: Read): Likeness | null {
  if (a.person.generation !== b.person.generation) return null;
  if (a.isOne || b.isOne) return compareSurnames(a, b);
  if (a.plain === b.plain) return 'spelling';
  if (a.sorted === b.sorted) return 'order';
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (` ${long.words.join(' ')} `.includes(` ${short.words.join(' ')} `)) return 'part';
  if (a.near === b.near && (short.words.length === 2 || isFullerOrShorter(a.person, b.person))) return 'part';
  return compareFullNames(a.person, b.person);
}

/** One that is a surname alone, with a full name that ends in it, or with another spelling of it. */
function compareSurnames(a: Read, b: Read): Likeness | null {
  const [x, y] = [bareSurname(a.person.surname), bareSurname(b.person.surname)];
  if (x === y) return 'surname';
  return a.isOne && b.isOne && isOtherSpelling(x, y) ? 'spelling' : null;
}

function compareFullNames(a: PersonName, b: PersonName): Likeness | null {
  const isSameSurname = bareSurname(a.surname) === bareSurname(b.surname);
  if (!isSameSurname && !isOtherSpelling(a.surname, b.surname)) return null;
  if (
    a.middles.length > 0 &&
    b.middles.length > 0 &&
    !isFullerOrShorter({ ...a, first: 'x', surname: 'x' }, { ...b, first: 'x', surname: 'x' })
  )
    return null;
  if (a.first === b.first || isOtherSpelling(a.first, b.first)) return 'spelling';
  if (!isSameSurname) return null;
  if (isOfOneFamily(SHORT_FORM_FAMILIES, a.first, b.first)) return 'nickname';
  return isSameOrInitial(a.first, b.first) ? 'initial' : null;
}
