/**
 * Trains the names: CoNLL-2003, the worldwide newswire, a slice of GMB, and the claims corpus, whose actors' names are
 * found in its texts by their forms. PUD and Wikigold are only measured on: PUD counts a country that acts as an
 * organisation, which no other corpus does. The second pass learns from what first passes say that were trained on the
 * other half.
 */
import type { NameInput } from '../../lib/language/actors/name-features';
import {
  NAME_LABELS,
  type NameModels,
  findNames,
  joinNameModels,
  labelNames,
  nameInput,
  nameRows,
  writeNameModels,
  namesOf,
  recallNames,
} from '../../lib/language/actors/find-names';
import type { About } from '../../lib/language/learned/model-file';
import type { SequenceModel } from '../../lib/language/learned/sequence-model';
import { type SequenceExample, trainSequence } from '../../lib/language/learned/train-sequence';
import { wordForms } from '../../lib/language/learned/word-forms';
import type { WordModels } from '../../lib/language/read-words';
import { type Segmented, segment } from '../../lib/language/segment/segment';
import { tagWords } from '../../lib/language/tagging/tag-words';
import { readLines } from './corpora';

type TagModels = Pick<WordModels, 'words' | 'tagger'>;

interface Entity {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

interface NamesLine {
  readonly text: string;
  readonly entities: readonly Entity[];
}

interface ClaimsLine {
  readonly text: string;
  readonly actors: readonly { readonly type: string; readonly names: readonly string[] }[];
}

/** A document with gold labels. */
interface Labelled {
  readonly input: NameInput;
  readonly gold: Uint8Array;
  readonly weight: number;
  /** The types that this corpus marks; of the others nothing is known. */
  readonly marks: ReadonlySet<string>;
}

const ALL: ReadonlySet<string> = new Set(['PER', 'ORG', 'LOC', 'MISC']);
const ACTORS: ReadonlySet<string> = new Set(['PER', 'ORG', 'LOC']);

const TYPE_OF: Readonly<Record<string, string>> = { person: 'PER', organization: 'ORG', place: 'LOC' };

/** Where the names of a text's actors stand: the longest form first, whole words only. */
export function locateForms({ text, actors }: ClaimsLine): Entity[] {
  const forms = actors.flatMap(({ type, names }) => names.map((name) => ({ name, type: TYPE_OF[type] ?? 'MISC' })));
  const taken = new Uint8Array(text.length);
  const entities: Entity[] = [];
  for (const { name, type } of forms.toSorted((a, b) => b.name.length - a.name.length)) {
    if (!name || !/\p{Lu}/u.test(name)) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length;
      const isWhole = !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(end));
      if (!isWhole || taken.subarray(at, end).includes(1)) continue;
      taken.fill(1, at, end);
      entities.push({ start: at, end, type });
    }
  }
  return entities;
}

/** One label a token; a token belongs to an entity when it overlaps it. */
function labelsOf(segmented: Segmented, entities: readonly Entity[]): Uint8Array {
  const labels = new Uint8Array(segmented.count);
  const { start, end } = segmented.tokens;
  const order = entities.toSorted((a, b) => a.start - b.start);
  let i = 0;
  for (const entity of order) {
    const begin = NAME_LABELS.indexOf(`B-${entity.type}`);
    if (begin < 0) continue;
    while (i < segmented.count && end[i]! <= entity.start) i += 1;
    let label = begin;
    for (; i < segmented.count && start[i]! < entity.end; i += 1) {
      labels[i] = segmented.sentences[segmented.sentenceOf[i]!]?.first === i ? begin : label;
      label = begin + 1;
    }
  }
  return labels;
}

function inputOf(segmented: Segmented, { words, tagger }: TagModels): NameInput {
  const forms = wordForms(segmented, words);
  return nameInput(segmented, forms, tagWords(segmented, forms, tagger));
}

function toLabelled(line: NamesLine, models: TagModels, weight: number, marks: ReadonlySet<string>): Labelled {
  const segmented = segment(line.text);
  return { input: inputOf(segmented, models), gold: labelsOf(segmented, line.entities), weight, marks };
}

/** Training documents by corpus. */
const CORPORA: Readonly<Record<string, (models: TagModels) => Labelled[]>> = {
  conll2003: (models) =>
    readLines<NamesLine>('conll2003/train.jsonl.gz').map((line) => toLabelled(line, models, 1, ALL)),
  worldwide: (models) =>
    readLines<NamesLine>('worldwide/train.jsonl.gz').map((line) => toLabelled(line, models, 1, ALL)),
  gmb: (models) => readLines<NamesLine>('gmb/train.jsonl.gz').map((line) => toLabelled(line, models, 0.5, ALL)),
  intl: (models) =>
    readLines<ClaimsLine & { id: string }>('intl/train.jsonl.gz')
      // The others are texts of `worldwide`, marked there by hand.
      .filter(({ id }) => !id.startsWith('ww-'))
      .map((line) => toLabelled({ text: line.text, entities: locateForms(line) }, models, 1, ACTORS)),
};

const ALLOWED = new Uint8Array(NAME_LABELS.length ** 2).map((_, i) => {
  const from = Math.floor(i / NAME_LABELS.length);
  const to = i % NAME_LABELS.length;
  return to === 0 || to % 2 === 1 || from === to || from === to - 1 ? 1 : 0;
});
const ALLOWED_START = Uint8Array.from(NAME_LABELS, (_, y) => (y === 0 || y % 2 === 1 ? 1 : 0));

function examplesOf(documents: readonly Labelled[]): SequenceExample[] {
  return documents.flatMap(({ input, gold, weight }) =>
    nameRows(input).map((rows, s) => {
      const { first, afterLast } = input.segmented.sentences[s]!;
      return { rows, labels: gold.slice(first, afterLast), weight };
    }),
  );
}

function train(documents: readonly Labelled[], epochs: number, maxFeatures: number, note: string): SequenceModel {
  return trainSequence(examplesOf(documents), {
    labels: NAME_LABELS,
    seed: 5,
    epochs,
    rate: 0.1,
    dropout: 0.3,
    minCount: 2,
    negligible: 0.005,
    maxFeatures,
    allowed: ALLOWED,
    allowedStart: ALLOWED_START,
    floor: 0.15,
    limit: 6,
    onEpoch: (epoch, likelihood) => console.error(`  names, ${note}, round ${epoch}: ${likelihood.toFixed(4)}`),
  });
}

/** Where a corpus does not mark all types, takes what a model trained on the others finds of these. */
function fillUnmarked(documents: readonly Labelled[], model: SequenceModel): Labelled[] {
  return documents.map((document) => {
    if (document.marks === ALL) return document;
    const { segmented } = document.input;
    const typeOf = (label: number): string => NAME_LABELS[label]?.slice(2) ?? '';
    const found = labelNames(document.input, model);
    const gold = document.gold.map((label, i) => {
      const other = found[i] ?? 0;
      return label === 0 && other > 0 && !document.marks.has(typeOf(other)) ? other : label;
    });
    // A piece of a found name may be left over beside a marked one: what goes on must have begun.
    for (let i = 0; i < gold.length; i += 1) {
      const label = gold[i]!;
      const isFirst = segmented.sentences[segmented.sentenceOf[i]!]?.first === i;
      const before = i > 0 && !isFirst ? gold[i - 1]! : 0;
      if (label > 0 && label % 2 === 0 && before !== label && before !== label - 1) gold[i] = label - 1;
    }
    return { ...document, gold };
  });
}

/** Exact span and type, over the three actor types, a leading article and trailing genitive cut off. */
export function measureNames(
  lines: readonly NamesLine[],
  words: TagModels,
  names: NameModels,
): { precision: number; recall: number; f1: number } {
  let right = 0;
  let found = 0;
  let wanted = 0;
  for (const line of lines) {
    const segmented = segment(line.text);
    const { forms, tags } = inputOf(segmented, words);
    const keyOf = (first: number, last: number, type: string): string => {
      let from = first;
      let to = last;
      while (from < to && /^(?:the|an?)$/.test(segmented.lowers[from] ?? '')) from += 1;
      if (from < to && /^['’]s?$/.test(segmented.lowers[to] ?? '')) to -= 1;
      return `${from} ${to} ${type}`;
    };
    const gold = new Set(namesOf(labelsOf(segmented, line.entities)).map((n) => keyOf(n.first, n.last, n.type)));
    const answers = new Set(findNames(segmented, forms, tags, names).map((n) => keyOf(n.first, n.last, n.type)));
    wanted += gold.size;
    found += answers.size;
    for (const key of answers) if (gold.has(key)) right += 1;
  }
  const precision = (100 * right) / Math.max(1, found);
  const recall = (100 * right) / Math.max(1, wanted);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

/** Documents with what a first pass that has not seen them says, so that the second pass learns how far to trust it. */
function recallUnseen(documents: readonly Labelled[]): Labelled[] {
  const halves = [0, 1].map((k) => documents.filter((_, i) => i % 2 === k));
  return halves.flatMap((half, k) => {
    const model = train(halves[1 - k] ?? [], 4, Infinity, `half ${k + 1}`);
    return half.map((document) => ({
      ...document,
      input: { ...document.input, recalled: recallNames(document.input, labelNames(document.input, model)) },
    }));
  });
}

/** Never trained on. */
const DEVELOPMENT: Readonly<Record<string, string>> = {
  'conll2003 dev': 'conll2003/dev',
  'worldwide dev': 'worldwide/dev',
  pud: 'pud/train',
  wikigold: 'wikigold/train',
};

/** The model file of the names step. */
export function makeNames(without: ReadonlySet<string>, words: TagModels): Uint8Array {
  const corpora = Object.keys(CORPORA).filter((name) => !without.has(name));
  let documents = corpora.flatMap((name) => CORPORA[name]?.(words) ?? []);
  const marked = documents.filter(({ marks }) => marks === ALL);
  if (marked.length < documents.length && marked.length > 0) {
    documents = fillUnmarked(documents, train(marked, 3, Infinity, 'all types'));
  }
  const first = train(documents, 6, 60_000, 'first pass');
  const second = train(recallUnseen(documents), 6, 80_000, 'second pass');
  const names = joinNameModels(first, second);
  const scores: Record<string, number> = {};
  for (const [name, path] of Object.entries(DEVELOPMENT)) {
    const { precision, recall, f1 } = measureNames(readLines(`${path}.jsonl.gz`), words, names);
    scores[`${name} precision`] = Number(precision.toFixed(2));
    scores[`${name} recall`] = Number(recall.toFixed(2));
    scores[`${name} F1`] = Number(f1.toFixed(2));
    console.error(`  ${name}: ${precision.toFixed(2)} ${recall.toFixed(2)} ${f1.toFixed(2)}`);
  }
  const about: About = { step: 'names-1', corpora, scores };
  return writeNameModels(names, about);
}
