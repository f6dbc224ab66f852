/** Articles with marked claims, read from the corpora and turned into readings. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { cueClassOf } from '../../../lib/language/attribution/cue-classes';
import { type CueLexicon, type Layers, NO_CUES, readArticle } from '../../../lib/language/attribution/read';
import type { Reading } from '../../../lib/language/attribution/reading';
import { makeWeights } from '../../../lib/language/learned/weights';
import { type Segmented, segment } from '../../../lib/language/segment/segment';

export type Offsets = readonly (readonly [number, number])[];

/** One attribution as the corpora give it. */
export interface GoldClaim {
  readonly source?: Offsets;
  readonly cue?: Offsets;
  readonly content: Offsets;
  /** Only in `intl`. */
  readonly actor?: string | null;
  readonly actorAlso?: string | null;
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldClaim[];
  readonly discard?: Offsets;
  readonly actors?: readonly { readonly name: string; readonly type: string; readonly names: readonly string[] }[];
}

/** An article on the way into training. `corpus` is 1 for the narrow sense of claims (`intl`), 0 for the wide one. */
export interface Document {
  readonly gold: GoldArticle;
  readonly corpus: 0 | 1;
  readonly seg: Segmented;
  readonly layers: Layers;
  /** 0 outside, 3 begin and 4 inside of a cue, and so on (see `labelFirstLook`). */
  readonly labels: Uint8Array;
  reading: Reading;
}

/** The lines of a JSON-lines file, plain or gzip'd; none when it is absent. */
export function readLines<Line>(path: string): Line[] {
  if (!existsSync(path)) return [];
  let bytes = readFileSync(path);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
  return bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Line);
}

/** Segments the articles and adds what `layersOf` knows; readings have no cue classes yet. */
export function toDocuments(
  articles: readonly GoldArticle[],
  corpus: 0 | 1,
  layersOf: (seg: Segmented) => Layers,
): Document[] {
  return articles.map((gold) => {
    const seg = segment(gold.text);
    const layers = layersOf(seg);
    const reading = readArticle(seg, layers, NO_CUES);
    return { gold, corpus, seg, layers, labels: labelFirstLook(reading, gold.attributions), reading };
  });
}

/** Tokens [first, last] that a stretch of characters touches; last < first when there are none. */
export function tokensIn(r: Reading, [start, end]: readonly [number, number]): { first: number; last: number } {
  let low = 0;
  let high = r.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((r.end[middle] ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  let last = low - 1;
  while (last + 1 < r.length && (r.start[last + 1] ?? 0) < end) last += 1;
  return { first: low, last };
}

/** Labels of the first look: O, then begin and inside of source (1, 2), cue (3, 4), content (5, 6); inner claims win. */
function labelFirstLook(r: Reading, claims: readonly GoldClaim[]): Uint8Array {
  const labels = new Uint8Array(r.length);
  const size = (spans: Offsets): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);
  const outerFirst = claims.toSorted((a, b) => size(b.content) - size(a.content));
  for (const claim of outerFirst) putLabels(r, labels, 0, claim.content, 5);
  for (const claim of claims) putLabels(r, labels, 0, claim.source ?? [], 1);
  for (const claim of claims) putLabels(r, labels, 0, claim.cue ?? [], 3);
  return closeGaps(labels);
}

/** Writes begin and inside labels of `spans` into labels that begin at token `from`; a new paragraph begins anew. */
export function putLabels(r: Reading, labels: Uint8Array, from: number, spans: Offsets, begin: number): void {
  for (const span of spans) {
    const { first, last } = tokensIn(r, span);
    for (let i = Math.max(first, from); i <= last && i - from < labels.length; i += 1) {
      const begins = i === first || i === from || r.paragraph[i] !== r.paragraph[i - 1];
      labels[i - from] = begins ? begin : begin + 1;
    }
  }
}

/** An inside label whose beginning was overwritten becomes a beginning. */
export function closeGaps(labels: Uint8Array): Uint8Array {
  for (let i = 0; i < labels.length; i += 1) {
    const label = labels[i] ?? 0;
    const before = i > 0 ? (labels[i - 1] ?? 0) : 0;
    if (label > 0 && label % 2 === 0 && before !== label && before !== label - 1) labels[i] = label - 1;
  }
  return labels;
}

/**
 * Learns how cue-like each stem is and gives every document a reading that knows it. A document of the training set
 * does not count its own uses, so that a rare cue looks as strange in training as in a new article.
 */
export function learnLexicon(train: readonly Document[], others: readonly Document[]): CueLexicon {
  const total = [new Map<number, Uses>(), new Map<number, Uses>()] as const;
  const own = train.map((document) => {
    const uses = countUses(document);
    for (const [stem, { asCue, all }] of uses) {
      const sum = total[document.corpus].get(stem) ?? { asCue: 0, all: 0 };
      total[document.corpus].set(stem, { asCue: sum.asCue + asCue, all: sum.all + all });
    }
    return uses;
  });
  const classesOf = (stem: number, minus: Uses, corpus: number): readonly [number, number] => {
    const wide = total[0].get(stem) ?? NONE;
    const narrow = total[1].get(stem) ?? NONE;
    const less = corpus === 1 ? minus : NONE;
    return [
      cueClassOf(wide.asCue + narrow.asCue - minus.asCue, wide.all + narrow.all - minus.all),
      cueClassOf(narrow.asCue - less.asCue, narrow.all - less.all),
    ];
  };
  for (const [k, document] of train.entries()) {
    const uses = own[k] ?? new Map<number, Uses>();
    const lexicon = toLexicon([...uses.keys()], (stem) => classesOf(stem, uses.get(stem) ?? NONE, document.corpus));
    document.reading = readArticle(document.seg, document.layers, lexicon);
  }
  const all = new Set([...total[0].keys(), ...total[1].keys()]);
  const lexicon = toLexicon([...all], (stem) => classesOf(stem, NONE, 0));
  for (const document of others) document.reading = readArticle(document.seg, document.layers, lexicon);
  return lexicon;
}

interface Uses {
  readonly asCue: number;
  readonly all: number;
}
const NONE: Uses = { asCue: 0, all: 0 };

function countUses({ reading, labels }: Document): Map<number, Uses> {
  const uses = new Map<number, Uses>();
  for (let i = 0; i < reading.length; i += 1) {
    const stem = reading.stem[i] ?? 0;
    const before = uses.get(stem) ?? NONE;
    const isCue = labels[i] === 3 || labels[i] === 4 ? 1 : 0;
    uses.set(stem, { asCue: before.asCue + isCue, all: before.all + 1 });
  }
  return uses;
}

function toLexicon(stems: readonly number[], classesOf: (stem: number) => readonly [number, number]): CueLexicon {
  const known = stems
    .map((stem) => ({ stem, classes: classesOf(stem) }))
    .filter(({ classes }) => classes[0] + classes[1] > 0);
  return makeWeights(
    2,
    Int32Array.from(known, ({ stem }) => stem),
    Int8Array.from(known.flatMap(({ classes }) => [...classes])),
    1,
  );
}
