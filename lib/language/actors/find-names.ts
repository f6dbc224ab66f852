/**
 * Finds the names of persons, organisations and places, without titles and articles:
 *
 *   Foreign Ministry spokeswoman [Mira Olt] flew from [Tarn] to the [Council of Dunes].
 *
 * Two passes of the same kind of model over the whole article: the second one sees what the first decided wherever
 * the same words stand elsewhere.
 */
import type { ActorType } from '../../model/analysis';
import { type FeatureRows, RowBuilder } from '../learned/feature-rows';
import { type About, readParts, writeParts } from '../learned/model-file';
import { type LabelChain, type SequenceModel, bestPath, decode } from '../learned/sequence-model';
import { type Weights, joinWeights } from '../learned/weights';
import type { WordForms } from '../learned/word-forms';
import type { Segmented } from '../segment/segment';
import type { NameSpan } from './name';
import { type NameInput, addNameFeatures, addRecallFeatures } from './name-features';
import { rememberNames } from './name-memory';

/** Labels of the models: begin and inside of each type; MISC (nationalities, events, works) is learned, never given. */
export const NAME_LABELS = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC', 'B-MISC', 'I-MISC'];
const TYPES: readonly (ActorType | null)[] = ['person', 'organization', 'place', null];
const KINDS = 4;

/** One pass: its labels, and what a unit of its sums is worth. */
interface Pass extends LabelChain {
  readonly scale: number;
}

/** Both passes; their weights stand in one table, those of the second after those of the first. */
export interface NameModels {
  readonly first: Pass;
  readonly second: Pass;
  readonly weights: Weights;
}

/** The models of both passes, ready to read. */
export function joinNameModels(first: SequenceModel, second: SequenceModel): NameModels {
  const pass = ({ labels, starts, transitions, weights }: SequenceModel): Pass => ({
    labels,
    starts,
    transitions,
    scale: weights.scale,
  });
  return { first: pass(first), second: pass(second), weights: joinWeights(first.weights, second.weights) };
}

/** The file that `readNameModels` reads. */
export function writeNameModels({ first, second, weights }: NameModels, about: About): Uint8Array {
  const numbers = [first, second].flatMap(({ starts, transitions, scale }) => [scale, ...starts, ...transitions]);
  return writeParts({ labels: NAME_LABELS, numbers, tables: [weights] }, about);
}

/** Reads the model file of the names; throws on anything else. */
export function readNameModels(bytes: Uint8Array): NameModels {
  const { labels, numbers, tables } = readParts(bytes);
  const [weights] = tables;
  const L = labels.length;
  const size = 1 + L + L * L;
  if (!weights || L !== NAME_LABELS.length || weights.labelCount !== 2 * L || numbers.length !== 2 * size)
    throw new Error('not name models');
  const pass = (k: number): Pass => {
    const [scale = 1, ...own] = numbers.slice(k * size, (k + 1) * size);
    return {
      labels,
      scale,
      starts: Float32Array.from(own.slice(0, L)),
      transitions: Float32Array.from(own.slice(L)),
    };
  };
  return { first: pass(0), second: pass(1), weights };
}

/** What the models see of a text in the first pass. */
export function nameInput(segmented: Segmented, forms: WordForms, tags: Uint8Array): NameInput {
  return { segmented, forms, tags, memory: rememberNames(segmented, forms, tags) };
}

/** Features of each sentence. */
export function nameRows(input: NameInput): FeatureRows[] {
  const rows = new RowBuilder();
  return input.segmented.sentences.map((sentence) => {
    addNameFeatures(input, sentence, rows);
    return rows.build();
  });
}

/** Labels of all tokens by one model. */
export function labelNames(input: NameInput, model: SequenceModel): Uint8Array {
  const labels = new Uint8Array(input.segmented.count);
  for (const [s, rows] of nameRows(input).entries()) {
    labels.set(decode(model, rows), input.segmented.sentences[s]?.first ?? 0);
  }
  return labels;
}

function isCapital(forms: WordForms, i: number): boolean {
  return forms.case[i] === 1 || forms.case[i] === 2;
}

/** Type of a label: 0 for O, 1 to 4 in the order of `TYPES`. */
function kindOf(label: number): number {
  return (label + 1) >> 1;
}

/**
 * What `labels` say of each capitalised word's other places: the type that most of them have and how clear that is,
 * and the type of the longest name it is part of elsewhere; 0 where it stands alone in the article.
 */
export function recallNames({ forms }: NameInput, labels: Uint8Array): Int32Array {
  const counts = new Map<number, Int32Array>();
  const inLonger = new Map<number, Int32Array>();
  const longer = new Uint8Array(labels.length);
  for (let i = 0; i < labels.length; i += 1) {
    if (!isCapital(forms, i)) continue;
    const goesOn = i + 1 < labels.length && labels[i + 1]! > 0 && labels[i + 1]! % 2 === 0;
    longer[i] = labels[i]! > 0 && (labels[i]! % 2 === 0 || goesOn) ? 1 : 0;
    for (const map of longer[i] === 1 ? [counts, inLonger] : [counts]) {
      const votes = map.get(forms.lower[i]!) ?? new Int32Array(KINDS + 1);
      votes[kindOf(labels[i]!)]! += 1;
      map.set(forms.lower[i]!, votes);
    }
  }
  return Int32Array.from(labels, (label, i) => {
    if (!isCapital(forms, i)) return 0;
    const others = majority(counts.get(forms.lower[i]!), kindOf(label));
    const long = majority(inLonger.get(forms.lower[i]!), longer[i] === 1 ? kindOf(label) : -1);
    return others * 32 + long + (others + long > 0 ? 1 : 0);
  });
}

/** The kind with most votes, one of kind `own` taken back, times 3, plus how clear it is (0 to 2); 0 without votes. */
function majority(votes: Int32Array | undefined, own: number): number {
  if (!votes) return 0;
  let best = -1;
  let most = 0;
  let all = 0;
  for (let k = 0; k <= KINDS; k += 1) {
    const count = votes[k]! - (k === own ? 1 : 0);
    all += count;
    if (count > most) {
      most = count;
      best = k;
    }
  }
  if (best < 0) return 0;
  return 1 + best * 3 + (most === all ? (most > 1 ? 2 : 1) : 0);
}

/** Names by labels, in order of the text; those of no actor type are left out. */
export function namesOf(labels: Uint8Array): NameSpan[] {
  const names: { first: number; last: number; type: ActorType }[] = [];
  for (let i = 0; i < labels.length; i += 1) {
    const kind = kindOf(labels[i]!);
    const type = kind > 0 ? TYPES[kind - 1] : null;
    if (!type) continue;
    const open = names.at(-1);
    if (labels[i]! % 2 === 0 && open && open.last === i - 1 && open.type === type) open.last = i;
    else names.push({ first: i, last: i, type });
  }
  return names;
}

/** The names of a text, in order, never overlapping. */
export function findNames(segmented: Segmented, forms: WordForms, tags: Uint8Array, models: NameModels): NameSpan[] {
  const input = nameInput(segmented, forms, tags);
  const { first, second, weights } = models;
  const L = NAME_LABELS.length;
  const sums = nameRows(input).map((rows) => weights.addUpRows(rows));
  const early = new Uint8Array(segmented.count);
  for (const [s, sum] of sums.entries()) {
    early.set(bestOf(first, sum, null), segmented.sentences[s]?.first ?? 0);
  }
  const recalled = recallNames(input, early);
  const labels = new Uint8Array(segmented.count);
  const rows = new RowBuilder();
  for (const [s, sum] of sums.entries()) {
    const sentence = segmented.sentences[s];
    if (!sentence) continue;
    addRecallFeatures(input, recalled, sentence, rows);
    labels.set(bestOf(second, sum, weights.addUpRows(rows.build())), sentence.first);
  }
  return namesOf(labels);

  /** Best labels from the sums of both models, by the first one's part or, with sums of more features, the second's. */
  function bestOf(pass: Pass, sum: Int32Array, more: Int32Array | null): Uint8Array {
    const length = sum.length / (2 * L);
    const part = pass === first ? 0 : L;
    const scores = new Float32Array(length * L);
    for (let i = 0; i < length; i += 1) {
      for (let y = 0; y < L; y += 1) {
        const at = i * 2 * L + part + y;
        scores[i * L + y] = (sum[at]! + (more ? more[at]! : 0)) * pass.scale;
      }
    }
    return bestPath(pass, scores, length);
  }
}
