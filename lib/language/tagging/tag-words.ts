/**
 * Gives each token its part of speech (`TAGS`), sentence by sentence, with a learned sequence model.
 *
 *   The|DET mayor|NOUN denied|VERB.PAST it|PRON .|PUNCT
 */
import { RowBuilder, type FeatureRows, valueWithin } from '../learned/feature-rows';
import { mix } from '../learned/hash';
import { type SequenceModel, decode } from '../learned/sequence-model';
import type { WordForms } from '../learned/word-forms';
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
  const { lower, fine, coarse, shape, exact, ending } = forms;
  for (let i = first; i < afterLast; i += 1) {
    const word = lowers[i] ?? '';
    const start = i === first ? 1 : 0;
    const before = valueWithin(lower, i - 1, first, afterLast, OUTSIDE);
    const here = lower[i]!;
    const after = valueWithin(lower, i + 1, first, afterLast, OUTSIDE);
    rows.add(mix(1, here));
    rows.add(mix(2, before));
    rows.add(mix(3, after));
    rows.add(mix(4, valueWithin(lower, i - 2, first, afterLast, OUTSIDE)));
    rows.add(mix(5, valueWithin(lower, i + 2, first, afterLast, OUTSIDE)));
    rows.add(mix(6, before, here));
    rows.add(mix(7, here, after));
    rows.add(mix(8, before, after));
    rows.add(mix(9, exact[i] ?? 0));
    rows.add(mix(10, shape[i]!, start));
    rows.add(mix(11, valueWithin(shape, i - 1, first, afterLast, OUTSIDE), shape[i]));
    rows.add(mix(12, shape[i]!, valueWithin(shape, i + 1, first, afterLast, OUTSIDE)));
    rows.add(mix(13, fine[i]!));
    rows.add(mix(14, valueWithin(fine, i - 1, first, afterLast, -1)));
    rows.add(mix(15, valueWithin(fine, i + 1, first, afterLast, -1)));
    rows.add(mix(16, valueWithin(coarse, i - 1, first, afterLast, -1), coarse[i]));
    rows.add(mix(17, coarse[i]!, valueWithin(coarse, i + 1, first, afterLast, -1)));
    rows.add(
      mix(
        18,
        valueWithin(coarse, i - 1, first, afterLast, -1),
        coarse[i],
        valueWithin(coarse, i + 1, first, afterLast, -1),
      ),
    );
    rows.add(
      mix(19, valueWithin(coarse, i - 2, first, afterLast, -1), valueWithin(coarse, i - 1, first, afterLast, -1)),
    );
    rows.add(
      mix(22, valueWithin(coarse, i + 1, first, afterLast, -1), valueWithin(coarse, i + 2, first, afterLast, -1)),
    );
    rows.add(mix(23, forms.lists[i] ?? 0, forms.case[i] ?? 0, start));
    rows.add(mix(24, valueWithin(ending, i - 1, first, afterLast, OUTSIDE)));
    rows.add(mix(25, valueWithin(ending, i + 1, first, afterLast, OUTSIDE)));
    rows.add(mix(26, ending[i]!, forms.case[i] ?? 0, start));
    rows.add(mix(27, before, ending[i]));
    rows.add(mix(28, ending[i]!, after));
    addAffixes(rows, word);
    rows.endRow();
  }
  return rows.build();
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
