/** Finds the articles of a library that a query means; pure, over the packed index. */
import { unreachable } from '../../model/result';
import { encodeText } from '../packed/bytes';
import type { PackedLibrary } from '../packed/packed-library';
import { ACTOR, KIND, OUTLET, SPEAKER } from '../packed/terms-of';
import { stem } from '../stem';
import { fold, wordsOf } from '../terms';
import type { QueryField, QueryNode } from './query';
import { allowedTypos, isWithin } from './typos';

/** What notes say about one article. */
export interface NoteWords {
  /** Stemmed words of the notes and tags. */
  readonly words: ReadonlySet<string>;
  /** Tags, folded. */
  readonly tags: ReadonlySet<string>;
}

/** What a query is asked of. */
export interface Searched {
  readonly library: PackedLibrary;
  /** By number of the article; articles without notes are missing. */
  readonly notes: ReadonlyMap<number, NoteWords>;
  /** By phrase of the query, the articles that have it. */
  readonly phrases: ReadonlyMap<string, Hits>;
}

/** For each article by number, 1 when it is found. */
export type Hits = Uint8Array;

/** Words guessed for a mistyped one. */
const MAX_GUESSES = 8;

/** The articles that the query means. */
export async function evaluate(node: QueryNode, searched: Searched): Promise<Hits> {
  const { library } = searched;
  switch (node.kind) {
    case 'word':
      return wordHits(node.text, searched);
    case 'phrase':
      return searched.phrases.get(node.text) ?? new Uint8Array(library.size);
    case 'field':
      return fieldHits(node.field, node.value, searched);
    case 'date':
      return dateHits(node.side, node.day, library);
    case 'not':
      return without(await evaluate(node.node, searched), library);
    case 'all':
      return (await evaluateAll(node.nodes, searched)).reduce(inBoth);
    case 'any':
      return union(await evaluateAll(node.nodes, searched), library.size);
    default:
      return unreachable(node);
  }
}

function evaluateAll(nodes: readonly QueryNode[], searched: Searched): Promise<Hits[]> {
  return Promise.all(nodes.map((each) => evaluate(each, searched)));
}

/** The articles that have all words of a phrase, in whatever order: those in which to look for the phrase itself. */
export function phraseCandidates(phrase: string, library: PackedLibrary): Promise<Hits> {
  return everyTerm(wordsOf(phrase).map(stem), library);
}

async function wordHits(text: string, { library, notes }: Searched): Promise<Hits> {
  const words = wordsOf(text).map(stem);
  const hits = await everyTerm(words, library);
  for (const [number, note] of notes) if (words.length && words.every((word) => note.words.has(word))) hits[number] = 1;
  const [word] = words;
  if (word === undefined || words.length > 1 || hits.includes(1)) return hits;
  return anyTerm(guesses(word, library), library);
}

/** Words of the library that the reader may have meant: longer ones with this beginning, else likely typing errors. */
function guesses(word: string, library: PackedLibrary): string[] {
  const longer = termsOf(library, word);
  if (longer.length) return longer;
  const most = allowedTypos(word);
  if (most === 0) return [];
  const found = new Map<string, number>();
  for (const segment of library.segments) {
    // The first letter is seldom mistyped, and the whole dictionary is large.
    for (const { term, count } of segment.dictionary.terms(encodeText(word.slice(0, 1)))) {
      if (isWithin(word, term, most)) found.set(term, (found.get(term) ?? 0) + count);
    }
  }
  return [...found]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MAX_GUESSES)
    .map(([term]) => term);
}

/** The terms that begin with `prefix`, each once. */
function termsOf(library: PackedLibrary, prefix: string): string[] {
  const bytes = encodeText(prefix);
  const found = library.segments.flatMap(({ dictionary }) => [...dictionary.terms(bytes)].map(({ term }) => term));
  return [...new Set(found)];
}

async function fieldHits(field: QueryField, value: string, searched: Searched): Promise<Hits> {
  const { library, notes } = searched;
  switch (field) {
    case 'actor':
      return everyTerm(
        wordsOf(value).map((word) => ACTOR + word),
        library,
      );
    case 'said-by':
      return everyTerm(
        wordsOf(value).map((word) => SPEAKER + word),
        library,
      );
    case 'outlet':
      return outletHits(fold(value), library);
    case 'kind':
      return everyTerm([KIND + fold(value)], library);
    case 'tag':
      return noteHits(notes, library.size, ({ tags }) => tags.has(fold(value)));
    case 'has':
      return noteHits(
        notes,
        library.size,
        ({ tags }) => /^notes?$/i.test(value) || (/^tags?$/i.test(value) && tags.size > 0),
      );
    default:
      return unreachable(field);
  }
}

function noteHits(notes: Searched['notes'], size: number, fits: (note: NoteWords) => boolean): Hits {
  const hits = new Uint8Array(size);
  for (const [number, note] of notes) if (fits(note)) hits[number] = 1;
  return hits;
}

function outletHits(wanted: string, library: PackedLibrary): Promise<Hits> {
  return anyTerm(
    termsOf(library, OUTLET).filter((term) => term.includes(wanted)),
    library,
  );
}

function dateHits(side: 'before' | 'after', day: number, library: PackedLibrary): Hits {
  const hits = new Uint8Array(library.size);
  for (const [s, segment] of library.segments.entries()) {
    const start = library.starts[s] ?? 0;
    for (let i = 0; i < segment.size; i++) {
      const published = segment.dayOf(i);
      const fits = side === 'before' ? published < day : published >= day;
      if (published >= 0 && fits && library.isLive(start + i)) hits[start + i] = 1;
    }
  }
  return hits;
}

/** Articles that have all of these terms; none where there are no terms. */
async function everyTerm(terms: readonly string[], library: PackedLibrary): Promise<Hits> {
  const distinct = [...new Set(terms)];
  const hits = new Uint8Array(library.size);
  const [first, ...others] = await library.occurrences(distinct);
  first?.each((number) => (hits[number] = 1));
  for (const next of others) {
    // What has the term, too, becomes two, and all is halved: what lacks it falls away.
    next.each((number) => (hits[number] = (hits[number] ?? 0) << 1));
    for (let i = 0; i < hits.length; i++) hits[i] = (hits[i] ?? 0) >> 1;
  }
  library.keepLive(hits);
  return hits;
}

/** Articles that have one of these terms. */
async function anyTerm(terms: readonly string[], library: PackedLibrary): Promise<Hits> {
  const hits = new Uint8Array(library.size);
  for (const occurrences of await library.occurrences(terms)) occurrences.each((number) => (hits[number] = 1));
  library.keepLive(hits);
  return hits;
}

function without(hits: Hits, library: PackedLibrary): Hits {
  const others = new Uint8Array(hits.length);
  for (let i = 0; i < others.length; i++) others[i] = 1 - (hits[i] ?? 0);
  library.keepLive(others);
  return others;
}

function inBoth(a: Hits, b: Hits): Hits {
  const both = new Uint8Array(a.length);
  for (let i = 0; i < both.length; i++) both[i] = (a[i] ?? 0) & (b[i] ?? 0);
  return both;
}

function union(all: readonly Hits[], size: number): Hits {
  const hits = new Uint8Array(size);
  for (const each of all) for (let i = 0; i < size; i++) hits[i] = (hits[i] ?? 0) | (each[i] ?? 0);
  return hits;
}
