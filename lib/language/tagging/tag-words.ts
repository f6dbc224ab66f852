/**
 * Gives each token its part of speech (`TAGS`), sentence by sentence, with a learned sequence model.
 *
 *   The|DET mayor|NOUN denied|VERB.PAST it|PRON .|PUNCT
 */
import { RowBuilder, type FeatureRows } from '../learned/feature-rows';
import { mix } from '../learned/hash';
import { type SequenceModel, decode } from '../learned/sequence-model';
import type { WordForms } from '../learned/word-forms';
import { hashText } from '../learned/hash';
import type { Segmented, TokenRange } from '../segment/segment';

/** Stands for the words before and after the sentence. */
const OUTSIDE = 7;
const LONGEST_ENDING = 5;

/** Adds the features of the beginnings and endings of one word. */
function addAffixes(rows: RowBuilder, word: string): void {
  let hash = 0;
  const end = word.length;
  for (let n = 1; n <= LONGEST_ENDING && n <= end; n += 1) {
    hash = mix(101, hash, word.charCodeAt(end - n));
    rows.add(mix(20, n, hash));
  }
  hash = 0;
  for (let n = 1; n <= 3 && n <= end; n += 1) {
    hash = mix(102, hash, word.charCodeAt(n - 1));
    if (n > 1) rows.add(mix(21, n, hash));
  }
}

/** The features of one sentence, one row a token. */
export function tagFeatures(
  { lowers }: Pick<Segmented, 'lowers'>,
  forms: WordForms,
  range: Pick<TokenRange, 'first' | 'afterLast'>,
  rows: RowBuilder,
): FeatureRows {
  const { first, afterLast } = range;
  const { lower, fine, coarse, shape, exact } = forms;
  const wordAt = (i: number): number => (i < first || i >= afterLast ? OUTSIDE : (lower[i] ?? OUTSIDE));
  const fineAt = (i: number): number => (i < first || i >= afterLast ? -1 : (fine[i] ?? 0));
  const coarseAt = (i: number): number => (i < first || i >= afterLast ? -1 : (coarse[i] ?? 0));
  const shapeAt = (i: number): number => (i < first || i >= afterLast ? OUTSIDE : (shape[i] ?? 0));
  for (let i = first; i < afterLast; i += 1) {
    const word = lowers[i] ?? '';
    const start = i === first ? 1 : 0;
    const before = wordAt(i - 1);
    const here = wordAt(i);
    const after = wordAt(i + 1);
    rows.add(mix(1, here));
    rows.add(mix(2, before));
    rows.add(mix(3, after));
    rows.add(mix(4, wordAt(i - 2)));
    rows.add(mix(5, wordAt(i + 2)));
    rows.add(mix(6, before, here));
    rows.add(mix(7, here, after));
    rows.add(mix(8, before, after));
    rows.add(mix(9, exact[i] ?? 0));
    rows.add(mix(10, shapeAt(i), start));
    rows.add(mix(11, shapeAt(i - 1), shapeAt(i)));
    rows.add(mix(12, shapeAt(i), shapeAt(i + 1)));
    rows.add(mix(13, fineAt(i)));
    rows.add(mix(14, fineAt(i - 1)));
    rows.add(mix(15, fineAt(i + 1)));
    rows.add(mix(16, coarseAt(i - 1), coarseAt(i)));
    rows.add(mix(17, coarseAt(i), coarseAt(i + 1)));
    rows.add(mix(18, coarseAt(i - 1), coarseAt(i), coarseAt(i + 1)));
    rows.add(mix(19, coarseAt(i - 2), coarseAt(i - 1)));
    rows.add(mix(22, coarseAt(i + 1), coarseAt(i + 2)));
    rows.add(mix(23, forms.lists[i] ?? 0, forms.case[i] ?? 0, start));
    rows.add(mix(24, endingOf(lowers, i - 1, first, afterLast)));
    rows.add(mix(25, endingOf(lowers, i + 1, first, afterLast)));
    rows.add(mix(26, endingOf(lowers, i, first, afterLast), forms.case[i] ?? 0, start));
    rows.add(mix(27, before, endingOf(lowers, i, first, afterLast)));
    rows.add(mix(28, endingOf(lowers, i, first, afterLast), after));
    addAffixes(rows, word);
    rows.endRow();
  }
  return rows.build();
}

function endingOf(lowers: readonly string[], i: number, first: number, afterLast: number): number {
  if (i < first || i >= afterLast) return OUTSIDE;
  const word = lowers[i] ?? '';
  return hashText(word.slice(-3));
}

/** Tags of all tokens, as indices into the labels of `model`. */
export function tagWords(segmented: Segmented, forms: WordForms, model: SequenceModel): Uint8Array {
  const tags = new Uint8Array(segmented.count);
  const rows = new RowBuilder();
  for (const sentence of segmented.sentences) {
    tags.set(decode(model, tagFeatures(segmented, forms, sentence, rows)), sentence.first);
  }
  return tags;
}
