/**
 * Finds the names of persons, organisations and places from words, their shape and their neighbours.
 */
import type { ActorType } from '../../model/analysis';
import { FeatureSink } from '../attribution/feature-sink';
import type { Reading } from '../attribution/reading';
import { type SequenceModel, decode } from '../learned/sequence-model';
import type { FeatureRows } from '../learned/feature-rows';
import type { NameSpan } from './name';

/** Labels: O, then begin and inside of each type. */
export const NAME_LABELS = ['O', 'B-person', 'I-person', 'B-organization', 'I-organization', 'B-place', 'I-place'];
const TYPES: readonly ActorType[] = ['person', 'organization', 'place'];

/** Names of a reading in order of the text. */
export function findNames(r: Reading, model: SequenceModel): NameSpan[] {
  const names: { first: number; last: number; type: ActorType }[] = [];
  for (let s = 0; s + 1 < r.sentenceStart.length; s += 1) {
    const from = r.sentenceStart[s] ?? 0;
    const labels = decode(model, nameRows(r, from, r.sentenceStart[s + 1] ?? from));
    for (const [k, label] of labels.entries()) {
      const type = TYPES[(label - 1) >> 1];
      if (!type) continue;
      const open = names.at(-1);
      if (open && label % 2 === 0 && open.last === from + k - 1) open.last = from + k;
      else names.push({ first: from + k, last: from + k, type });
    }
  }
  return names;
}

/** Features of the tokens [from, to), one sentence. */
export function nameRows(r: Reading, from: number, to: number): FeatureRows {
  const sink = new FeatureSink();
  const at = (array: Int32Array | Uint8Array, i: number): number => (i >= from && i < to ? (array[i] ?? 0) : 0);
  for (let i = from; i < to; i += 1) {
    for (let d = -2; d <= 2; d += 1) {
      sink.add(1 + d, at(r.word, i + d));
      sink.add(11 + d, at(r.shape, i + d), at(r.suffix, i + d));
      sink.add(21 + d, at(r.shape, i + d), at(r.shape, i + d + 1));
    }
    sink.add(31, at(r.word, i), at(r.word, i - 1));
    sink.add(32, at(r.word, i), at(r.word, i + 1));
    sink.add(33, at(r.word, i - 1), at(r.shape, i), at(r.shape, i + 1));
    sink.add(34, at(r.word, i + 1), at(r.shape, i), at(r.shape, i - 1));
    sink.add(35, at(r.stem, i), i === from ? 1 : 0);
    sink.add(36, at(r.shape, i), i === from ? 1 : 0, at(r.suffix, i));
    sink.add(37, at(r.word, i - 2), at(r.word, i - 1), at(r.shape, i));
    sink.add(38, at(r.word, i + 1), at(r.word, i + 2), at(r.shape, i));
    sink.endPlace();
  }
  return sink.take();
}
