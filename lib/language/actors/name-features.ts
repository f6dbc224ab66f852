/**
 * Features by which a token is seen to be part of a name: its form and that of its neighbours, word classes and
 * lists, the run of capitalised words it stands in, what the article says elsewhere, and, in a second pass, what the
 * first pass decided about the same word elsewhere.
 */
import { type RowBuilder, valueWithin } from '../learned/feature-rows';
import { mix } from '../learned/hash';
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
  const runs = findRuns(input, range);
  const shouted = isShouted(input, range);
  for (let i = first; i < afterLast; i += 1) {
    const start = i === first ? 1 : 0;
    const word = lower[i]!;
    const kase = caseAt(input, i, range, shouted);
    for (let d = -2; d <= 2; d += 1) {
      const k = d + 2;
      rows.add(mix(10 + k, valueWithin(lower, i + d, first, afterLast, OUTSIDE)));
      rows.add(mix(15 + k, valueWithin(shape, i + d, first, afterLast, OUTSIDE)));
      rows.add(mix(20 + k, valueWithin(fine, i + d, first, afterLast, -1)));
      rows.add(mix(25 + k, valueWithin(coarse, i + d, first, afterLast, -1)));
      rows.add(
        mix(
          30 + k,
          valueWithin(tags, i + d, first, afterLast, 63),
          valueWithin(forms.case, i + d, first, afterLast, 9),
        ),
      );
      rows.add(
        mix(
          35 + k,
          valueWithin(lists, i + d, first, afterLast, 0),
          valueWithin(forms.case, i + d, first, afterLast, 9),
        ),
      );
    }
    rows.add(mix(40, word, kase));
    rows.add(mix(41, exact[i]!));
    rows.add(mix(42, valueWithin(lower, i - 1, first, afterLast, OUTSIDE), word));
    rows.add(mix(43, word, valueWithin(lower, i + 1, first, afterLast, OUTSIDE)));
    rows.add(mix(44, valueWithin(shape, i - 1, first, afterLast, OUTSIDE), shape[i]));
    rows.add(mix(45, shape[i]!, valueWithin(shape, i + 1, first, afterLast, OUTSIDE)));
    rows.add(
      mix(
        46,
        valueWithin(shape, i - 1, first, afterLast, OUTSIDE),
        shape[i],
        valueWithin(shape, i + 1, first, afterLast, OUTSIDE),
      ),
    );
    rows.add(mix(47, valueWithin(coarse, i - 1, first, afterLast, -1), coarse[i]));
    rows.add(mix(48, coarse[i]!, valueWithin(coarse, i + 1, first, afterLast, -1)));
    rows.add(mix(49, valueWithin(lower, i - 1, first, afterLast, OUTSIDE), kase));
    rows.add(mix(50, valueWithin(lower, i + 1, first, afterLast, OUTSIDE), kase));
    rows.add(mix(51, valueWithin(fine, i - 1, first, afterLast, -1), kase));
    rows.add(mix(52, valueWithin(fine, i + 1, first, afterLast, -1), kase));
    rows.add(
      mix(
        53,
        valueWithin(lower, i - 2, first, afterLast, OUTSIDE),
        valueWithin(lower, i - 1, first, afterLast, OUTSIDE),
        kase,
      ),
    );
    rows.add(
      mix(
        54,
        valueWithin(lower, i + 1, first, afterLast, OUTSIDE),
        valueWithin(lower, i + 2, first, afterLast, OUTSIDE),
        kase,
      ),
    );
    rows.add(mix(55, kase, tags[i]));
    rows.add(mix(56, lists[i]!, kase));
    rows.add(mix(57, lists[i]!, valueWithin(lists, i + 1, first, afterLast, 0), kase));
    rows.add(mix(58, valueWithin(lists, i - 1, first, afterLast, 0), lists[i], kase));
    rows.add(mix(59, phraseStart[i]!, phraseInside[i], kase));
    addAffixes(rows, segmented.lowers[i] ?? '', kase);
    rows.add(mix(63, valueWithin(forms.ending, i - 1, first, afterLast, OUTSIDE), kase));
    rows.add(mix(64, valueWithin(forms.ending, i + 1, first, afterLast, OUTSIDE), kase));
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
      rows.add(mix(71, valueWithin(lower, last + 1, first, afterLast, OUTSIDE), place));
      rows.add(mix(72, valueWithin(lower, from - 1, first, afterLast, OUTSIDE), place));
      rows.add(mix(73, lower[last]!, position));
      rows.add(mix(74, lower[from]!, position));
      rows.add(mix(75, valueWithin(fine, last + 1, first, afterLast, -1), position));
      rows.add(mix(76, valueWithin(fine, from - 1, first, afterLast, -1), position));
      rows.add(mix(77, fine[last]!, place));
      rows.add(mix(78, lists[from]!, lists[last], position));
      rows.add(
        mix(
          79,
          valueWithin(lower, last + 1, first, afterLast, OUTSIDE),
          valueWithin(lower, last + 2, first, afterLast, OUTSIDE),
          place,
        ),
      );
      rows.add(
        mix(
          80,
          valueWithin(lower, from - 2, first, afterLast, OUTSIDE),
          valueWithin(lower, from - 1, first, afterLast, OUTSIDE),
          place,
        ),
      );
      rows.add(
        mix(
          81,
          valueWithin(tags, from - 1, first, afterLast, 63),
          valueWithin(tags, last + 1, first, afterLast, 63),
          position,
        ),
      );
    }
    if (recalled) addRecalled(input, recalled, i, kase, range, rows);
    rows.endRow();
  }
}

/** How the token begins, whether it begins the sentence, whether that is shouted. */
function caseAt({ forms }: NameInput, i: number, { first }: TokenRange, shouted: number): number {
  return forms.case[i]! * 4 + (i === first ? 2 : 0) + shouted;
}

/** Only what the first pass decided, for scores to which the other features have been added before. */
export function addRecallFeatures(input: NameInput, recalled: Int32Array, range: TokenRange, rows: RowBuilder): void {
  const shouted = isShouted(input, range);
  for (let i = range.first; i < range.afterLast; i += 1) {
    addRecalled(input, recalled, i, caseAt(input, i, range, shouted), range, rows);
    rows.endRow();
  }
}

function addRecalled(
  { forms }: NameInput,
  recalled: Int32Array,
  i: number,
  kase: number,
  { first, afterLast }: TokenRange,
  rows: RowBuilder,
): void {
  const memo = recalled[i]!;
  const before = valueWithin(recalled, i - 1, first, afterLast, 0);
  const after = valueWithin(recalled, i + 1, first, afterLast, 0);
  rows.add(mix(90, memo));
  rows.add(mix(91, memo, kase));
  rows.add(mix(92, memo, before, after));
  rows.add(mix(93, memo, forms.lists[i], kase));
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
