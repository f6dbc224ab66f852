/**
 * Features by which a token is seen to be part of a name: its form and that of its neighbours, word classes and
 * lists, the run of capitalised words it stands in, what the article says elsewhere, and, in a second pass, what the
 * first pass decided about the same word elsewhere.
 */
import type { RowBuilder } from '../learned/feature-rows';
import { hashText, mix } from '../learned/hash';
import type { WordForms } from '../learned/word-forms';
import type { Segmented, TokenRange } from '../segment/segment';
import { type NameMemory, eachCompany } from './name-memory';

/** What is known of an article before names are found. */
export interface NameInput {
  readonly segmented: Segmented;
  readonly forms: WordForms;
  readonly tags: Uint8Array;
  readonly memory: NameMemory;
  /** What the first pass decided elsewhere (see `recallNames`), one entry a token; absent in the first pass. */
  readonly recalled?: Int32Array;
}

const OUTSIDE = 7;

/** The run of capitalised words around each token of a sentence, [first, last]; -1 outside of one. */
interface Runs {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

function findRuns({ forms, segmented }: NameInput, { first, afterLast }: TokenRange): Runs {
  const runs = { first: new Int32Array(afterLast - first).fill(-1), last: new Int32Array(afterLast - first).fill(-1) };
  const isCapital = (i: number): boolean => i < afterLast && (forms.case[i] === 1 || forms.case[i] === 2);
  for (let i = first; i < afterLast; i += 1) {
    if (!isCapital(i)) continue;
    let last = i;
    for (;;) {
      if (isCapital(last + 1)) last += 1;
      else if (/^[-&.]$/.test(segmented.words[last + 1] ?? '') && isCapital(last + 2)) last += 2;
      else break;
    }
    runs.first.fill(i, i - first, last + 1 - first);
    runs.last.fill(last, i - first, last + 1 - first);
    i = last;
  }
  return runs;
}

/** Whether nearly all words of the sentence are in capitals, as in old headlines: 1, else 0. */
function isShouted({ forms }: NameInput, { first, afterLast }: TokenRange): number {
  let capitals = 0;
  let others = 0;
  for (let i = first; i < afterLast; i += 1) {
    if (forms.case[i] === 2) capitals += 1;
    else if (forms.case[i] === 0) others += 1;
  }
  return capitals > 2 && capitals > others * 3 ? 1 : 0;
}

/** The features of one sentence, one row a token, closed in `rows`. */
export function addNameFeatures(input: NameInput, range: TokenRange, rows: RowBuilder): void {
  const { segmented, forms, tags, memory, recalled } = input;
  const { first, afterLast } = range;
  const { lower, exact, shape, fine, coarse, lists, phraseStart, phraseInside } = forms;
  const within = (array: Int32Array | Uint8Array, i: number, otherwise: number): number =>
    i < first || i >= afterLast ? otherwise : (array[i] ?? otherwise);
  const ending = (i: number, n: number): number =>
    i < first || i >= afterLast ? OUTSIDE : hashText((segmented.lowers[i] ?? '').slice(-n));
  const runs = findRuns(input, range);
  const shouted = isShouted(input, range);
  for (let i = first; i < afterLast; i += 1) {
    const start = i === first ? 1 : 0;
    const word = lower[i]!;
    const kase = forms.case[i]! * 4 + start * 2 + shouted;
    for (let d = -2; d <= 2; d += 1) {
      const k = d + 2;
      rows.add(mix(10 + k, within(lower, i + d, OUTSIDE)));
      rows.add(mix(15 + k, within(shape, i + d, OUTSIDE)));
      rows.add(mix(20 + k, within(fine, i + d, -1)));
      rows.add(mix(25 + k, within(coarse, i + d, -1)));
      rows.add(mix(30 + k, within(tags, i + d, 63), within(forms.case, i + d, 9)));
      rows.add(mix(35 + k, within(lists, i + d, 0), within(forms.case, i + d, 9)));
    }
    rows.add(mix(40, word, kase));
    rows.add(mix(41, exact[i]!));
    rows.add(mix(42, within(lower, i - 1, OUTSIDE), word));
    rows.add(mix(43, word, within(lower, i + 1, OUTSIDE)));
    rows.add(mix(44, within(shape, i - 1, OUTSIDE), shape[i]));
    rows.add(mix(45, shape[i]!, within(shape, i + 1, OUTSIDE)));
    rows.add(mix(46, within(shape, i - 1, OUTSIDE), shape[i], within(shape, i + 1, OUTSIDE)));
    rows.add(mix(47, within(coarse, i - 1, -1), coarse[i]));
    rows.add(mix(48, coarse[i]!, within(coarse, i + 1, -1)));
    rows.add(mix(49, within(lower, i - 1, OUTSIDE), kase));
    rows.add(mix(50, within(lower, i + 1, OUTSIDE), kase));
    rows.add(mix(51, within(fine, i - 1, -1), kase));
    rows.add(mix(52, within(fine, i + 1, -1), kase));
    rows.add(mix(53, within(lower, i - 2, OUTSIDE), within(lower, i - 1, OUTSIDE), kase));
    rows.add(mix(54, within(lower, i + 1, OUTSIDE), within(lower, i + 2, OUTSIDE), kase));
    rows.add(mix(55, kase, tags[i]));
    rows.add(mix(56, lists[i]!, kase));
    rows.add(mix(57, lists[i]!, within(lists, i + 1, 0), kase));
    rows.add(mix(58, within(lists, i - 1, 0), lists[i], kase));
    rows.add(mix(59, phraseStart[i]!, phraseInside[i], kase));
    addAffixes(rows, segmented.lowers[i] ?? '', kase);
    rows.add(mix(63, ending(i - 1, 3), kase));
    rows.add(mix(64, ending(i + 1, 3), kase));
    rows.add(mix(65, memory.usualCase[i]!, kase, memory.frequency[i]));
    eachCompany(memory.company[i]!, (bit) => rows.add(mix(66, bit, kase)));
    rows.add(mix(67, memory.company[i]!, kase));
    const from = runs.first[i - first]!;
    if (from >= 0) {
      const last = runs.last[i - first]!;
      const length = Math.min(5, last - from + 1);
      const place = (i === from ? 1 : 0) + (i === last ? 2 : 0);
      const position = Math.min(4, i - from) * 8 + length;
      rows.add(mix(70, length, place, start * 2 + shouted));
      rows.add(mix(71, within(lower, last + 1, OUTSIDE), place));
      rows.add(mix(72, within(lower, from - 1, OUTSIDE), place));
      rows.add(mix(73, lower[last]!, position));
      rows.add(mix(74, lower[from]!, position));
      rows.add(mix(75, within(fine, last + 1, -1), position));
      rows.add(mix(76, within(fine, from - 1, -1), position));
      rows.add(mix(77, fine[last]!, place));
      rows.add(mix(78, lists[from]!, lists[last], position));
      rows.add(mix(79, within(lower, last + 1, OUTSIDE), within(lower, last + 2, OUTSIDE), place));
      rows.add(mix(80, within(lower, from - 2, OUTSIDE), within(lower, from - 1, OUTSIDE), place));
      rows.add(mix(81, within(tags, from - 1, 63), within(tags, last + 1, 63), position));
    }
    if (recalled) {
      const memo = recalled[i]!;
      rows.add(mix(90, memo));
      rows.add(mix(91, memo, kase));
      rows.add(mix(92, memo, within(recalled, i - 1, 0), within(recalled, i + 1, 0)));
      rows.add(mix(93, memo, lists[i], kase));
    }
    rows.endRow();
  }
}

function addAffixes(rows: RowBuilder, word: string, kase: number): void {
  let hash = 0;
  for (let n = 1; n <= 5 && n <= word.length; n += 1) {
    hash = mix(101, hash, word.charCodeAt(word.length - n));
    if (n > 1) rows.add(mix(60, n, hash, kase));
  }
  hash = 0;
  for (let n = 1; n <= 5 && n <= word.length; n += 1) {
    hash = mix(102, hash, word.charCodeAt(n - 1));
    if (n > 2) rows.add(mix(61, n, hash, kase));
  }
}
