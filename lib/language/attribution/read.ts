import type { NameSpan } from '../actors/name';
import { hashText } from '../learned/hash';
import { type Weights, makeWeights } from '../learned/weights';
import type { ReadWords } from '../read-words';
import type { Segmented } from '../segment/segment';
import type { Quotation, Reading } from './reading';
import { stemOf } from './stem';

/** What taggers and parsers add to a segmented text; arrays by token. Zeros (and head -1) where a step did not run. */
export interface Layers {
  readonly tag: Uint8Array;
  readonly head: Int32Array;
  readonly relation: Uint8Array;
  readonly name: Uint8Array;
}

/** Classes of stems (see `cueClassOf`) by their hash: in the wide sense of claims and in the narrow one. */
export type CueLexicon = Weights;

/** Layers of tags and trees; entries count from 1, so that 0 stands for "not known". The names are still unknown. */
export function layersOf({ tags, head, relation }: Pick<ReadWords, 'tags' | 'head' | 'relation'>): Layers {
  return {
    tag: tags.map((tag) => tag + 1),
    head,
    relation: relation.map((r) => r + 1),
    name: new Uint8Array(tags.length),
  };
}

/** A lexicon without words. */
export const NO_CUES: CueLexicon = makeWeights(2, new Int32Array(0), new Int8Array(0), 1);

/** Layers of a text of which nothing but tokens and quotations is known. */
export function emptyLayers(count: number): Layers {
  return {
    tag: new Uint8Array(count),
    head: new Int32Array(count).fill(-1),
    relation: new Uint8Array(count),
    name: new Uint8Array(count),
  };
}

/** Turns a segmented text and its layers into numbers. */
export function readArticle(seg: Segmented, layers: Layers, lexicon: CueLexicon): Reading {
  const n = seg.count;
  const numbers = {
    word: new Int32Array(n),
    stem: new Int32Array(n),
    suffix: new Int32Array(n),
    shape: new Uint8Array(n),
    cueClass: new Uint8Array(n),
    narrowClass: new Uint8Array(n),
  };
  for (let i = 0; i < n; i += 1) {
    const lower = seg.lowers[i] ?? '';
    const known = wordNumbers(lower);
    numbers.word[i] = known.word;
    numbers.stem[i] = known.stem;
    numbers.suffix[i] = known.suffix;
    numbers.shape[i] = shapeOf(seg.words[i] ?? '');
    const row = lexicon.index.find(known.stem);
    if (row < 0) continue;
    numbers.cueClass[i] = lexicon.rows[row * 2] ?? 0;
    numbers.narrowClass[i] = lexicon.rows[row * 2 + 1] ?? 0;
  }
  const quotes: Quotation[] = [];
  const quote = new Int32Array(n).fill(-1);
  placeQuotations(seg, quotes, quote);
  const sentenceStart = Int32Array.from([...seg.sentences.map((s) => s.first), n]);
  return {
    text: seg.text,
    length: n,
    lowers: seg.lowers,
    start: seg.tokens.start,
    end: seg.tokens.end,
    ...numbers,
    ...layers,
    sentence: seg.sentenceOf,
    paragraph: seg.paragraphOf,
    quote,
    quotes,
    sentenceStart,
  };
}

/** The same layers or reading with names: each token of one knows its type. */
export function withNames<Named extends { readonly name: Uint8Array }>(read: Named, names: readonly NameSpan[]): Named {
  const name = new Uint8Array(read.name.length);
  for (const { first, last, type } of names) name.fill(NAME_TYPES[type], first, last + 1);
  return { ...read, name };
}

const NAME_TYPES = { person: 1, organization: 2, place: 3 } as const;

/** Outermost quotations, cut at paragraph ends. */
function placeQuotations(seg: Segmented, quotes: Quotation[], quote: Int32Array): void {
  for (const q of seg.quotations) {
    if (q.depth > 0) continue;
    for (let i = q.first; i <= q.last;) {
      const paragraph = seg.paragraphs[seg.paragraphOf[i] ?? 0];
      const last = Math.min(q.last, (paragraph?.afterLast ?? q.last + 1) - 1);
      quote.fill(quotes.length, i, last + 1);
      quotes.push({ first: i, last, closed: q.closed && last === q.last, continues: i > q.first });
      i = last + 1;
    }
  }
}

interface WordNumbers {
  readonly word: number;
  readonly stem: number;
  readonly suffix: number;
}

const MAX_KNOWN = 50_000;
const known = new Map<string, WordNumbers>();

function wordNumbers(lower: string): WordNumbers {
  let numbers = known.get(lower);
  if (!numbers) {
    const key = /^\d/.test(lower) ? lower.replaceAll(/\d/g, '0') : lower;
    numbers = { word: hashText(key), stem: hashText(stemOf(key)), suffix: hashText(key.slice(-3)) };
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(lower, numbers);
  }
  return numbers;
}

/** 1 lower, 2 Capital, 3 UPPER, 4 single capital, 5 mixed, 6 with digits, 7 mark, 8 quotation mark. */
export function shapeOf(word: string): number {
  if (/^["'“”„‘’«»]|^''$/.test(word)) return word.length > 2 ? 1 : 8;
  if (/\d/.test(word)) return 6;
  if (!/\p{L}/u.test(word)) return 7;
  if (word === word.toLowerCase()) return 1;
  if (word.length === 1) return 4;
  if (word === word.toUpperCase()) return 3;
  return /^\p{Lu}[^\p{Lu}]+$/u.test(word) ? 2 : 5;
}
