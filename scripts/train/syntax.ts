/**
 * Trains the dependency parser on the gold treebanks, with tags as the tagger gives them to text it has not seen
 * (three taggers, each trained on the other two thirds). Moves are learned with a dynamic oracle (Goldberg and Nivre 2013):
 * after the first rounds the parser follows its own moves and learns the best way on from where they lead.
 */
import { KeyIndex } from '../../lib/language/learned/key-index';
import { type About, writeParts } from '../../lib/language/learned/model-file';
import { OnlineClassifier } from '../../lib/language/learned/online-classifier';
import { seededRandom, shuffle } from '../../lib/language/learned/random';
import { wordForms } from '../../lib/language/learned/word-forms';
import type { WordTable } from '../../lib/language/learned/word-table';
import type { SequenceModel } from '../../lib/language/learned/sequence-model';
import {
  MAX_MOVE_FEATURES,
  type ParserInput,
  moveFeatures,
  parserInput,
} from '../../lib/language/syntax/move-features';
import { type ParserModel, bestMove, parseSentences } from '../../lib/language/syntax/parse-sentences';
import { LEFT, ParserState, RIGHT, SHIFT } from '../../lib/language/syntax/parser-state';
import { MAX_RELATION_FEATURES, linkChildren, relationFeatures } from '../../lib/language/syntax/relation-features';
import { RELATIONS } from '../../lib/language/syntax/relations';
import { tagWords } from '../../lib/language/tagging/tag-words';
import { type TreeDocument, readTreebank } from './corpora';
import { trainTags } from './tagging';

const ROUNDS = 8;
/** From this round on the parser explores: it follows its own move, right or wrong. */
const EXPLORE_FROM = 2;
const MIN_COUNT = 3;
const MAX_MOVE_KEYS = 150_000;
const MAX_RELATION_KEYS = 30_000;
const FOLDS = 3;

/** One training document with what the parser sees of it. */
interface Parsed {
  readonly document: TreeDocument;
  readonly input: ParserInput;
}

/** Our relation for one of the treebank: itself, or its main part. */
export function relationOf(name: string): number {
  const exact = (RELATIONS as readonly string[]).indexOf(name);
  if (exact >= 0) return exact;
  const main = (RELATIONS as readonly string[]).indexOf(name.split(':')[0] ?? '');
  return main >= 0 ? main : RELATIONS.indexOf('dep');
}

function inputOf(document: TreeDocument, table: WordTable, tagger: SequenceModel): ParserInput {
  const forms = wordForms(document.segmented, table);
  return parserInput(forms, tagWords(document.segmented, forms, tagger), document.segmented.quotationOf);
}

/** Marks in `right` the moves that lose no gold arc that could still be made. */
function rightMoves(state: ParserState, gold: Int32Array, possible: Uint8Array, right: Uint8Array): void {
  const s0 = state.at(0);
  const s1 = state.at(1);
  const b = state.next;
  const costs = [0, 0, 0];
  const add = (move: number): void => {
    costs[move]! += 1;
  };
  if (possible[SHIFT] === 1) {
    const h = gold[b]!;
    for (let k = 0; k < state.depth; k += 1) {
      const s = state.at(k);
      if (gold[s] === b) add(SHIFT);
      if (k > 0 && h === s) add(SHIFT);
    }
  }
  if (s0 >= 0) {
    const h = gold[s0]!;
    const headAhead = h >= b && h < state.end;
    for (let k = b; k < state.end; k += 1) {
      if (gold[k] !== s0) continue;
      add(LEFT);
      add(RIGHT);
    }
    if (h === s1 && s1 >= 0) add(LEFT);
    if (headAhead && h !== b) add(LEFT);
    if (headAhead) add(RIGHT);
    if (h === -1) {
      add(LEFT);
      add(RIGHT);
    }
  }
  let least = Infinity;
  for (const move of [SHIFT, LEFT, RIGHT]) if (possible[move] === 1) least = Math.min(least, costs[move]!);
  for (const move of [SHIFT, LEFT, RIGHT]) right[move] = possible[move] === 1 && costs[move] === least ? 1 : 0;
}

/** Runs the parser over a sentence; `choose` gets the features and what is right and gives the move. */
function walk(
  { document, input }: Parsed,
  sentence: { first: number; afterLast: number },
  choose: (features: Int32Array, count: number, right: Uint8Array, possible: Uint8Array) => number,
): void {
  const state = new ParserState(sentence.first, sentence.afterLast);
  const features = new Int32Array(MAX_MOVE_FEATURES);
  const possible = new Uint8Array(3);
  const right = new Uint8Array(3);
  while (!state.isDone) {
    state.possibleMoves(possible);
    rightMoves(state, document.head, possible, right);
    state.apply(choose(features, moveFeatures(state, input, features), right, possible));
  }
}

/** Counts features and keeps those met at least `MIN_COUNT` times. */
class Counter {
  private readonly all = new KeyIndex(1 << 22);
  private counts = new Int32Array(1 << 22);

  add(features: Int32Array, count: number): void {
    for (let f = 0; f < count; f += 1) {
      const id = this.all.add(features[f]!);
      if (id >= this.counts.length) {
        const larger = new Int32Array(this.counts.length * 2);
        larger.set(this.counts);
        this.counts = larger;
      }
      this.counts[id]! += 1;
    }
  }

  kept(): KeyIndex {
    const kept = new KeyIndex(1 << 20);
    this.all.keys().forEach((key, id) => {
      if (this.counts[id]! >= MIN_COUNT) kept.add(key);
    });
    return kept;
  }
}

function heaviest(trained: OnlineClassifier, count: number): KeyIndex {
  const weights = trained.average();
  const { labelCount, index, uses } = trained;
  const sizes = uses.map((n, id) => {
    let largest = 0;
    for (let y = 0; y < labelCount; y += 1) largest = Math.max(largest, Math.abs(weights[id * labelCount + y]!));
    return largest * Math.sqrt(n);
  });
  const keys = index.keys();
  const kept = new KeyIndex(count);
  const order = Array.from(sizes.keys()).toSorted((a, b) => sizes[b]! - sizes[a]!);
  for (const id of order.slice(0, count)) kept.add(keys[id]!);
  return kept;
}

type Unit = readonly [parsed: Parsed, sentence: { readonly first: number; readonly afterLast: number }];

function trainMoves(units: readonly Unit[], index: KeyIndex, rounds: number, seed: number): OnlineClassifier {
  const random = seededRandom(seed);
  const classifier = new OnlineClassifier(index, 3, { rate: 0.07, dropout: 0.35, negligible: 0.01, random });
  const order = Int32Array.from(units, (_, i) => i);
  const scores = new Float32Array(3);
  for (let round = 1; round <= rounds; round += 1) {
    shuffle(order, random);
    let decisions = 0;
    let wrong = 0;
    for (const i of order) {
      const [parsed, sentence] = units[i]!;
      walk(parsed, sentence, (features, count, right, possible) => {
        classifier.score(features, count, scores);
        const guess = bestMove(scores, possible);
        classifier.learn(scores, right, possible);
        decisions += 1;
        if (right[guess] !== 1) wrong += 1;
        return right[guess] === 1 || (round >= EXPLORE_FROM && random() < 0.9) ? guess : bestMove(scores, right);
      });
    }
    console.error(`  moves, round ${round}: ${((100 * wrong) / decisions).toFixed(2)} % wrong`);
  }
  return classifier;
}

function eachArc(
  { document, input }: Parsed,
  visit: (features: Int32Array, count: number, gold: number) => void,
): void {
  const gold = Uint8Array.from(document.relation, relationOf);
  const children = linkChildren(document.head);
  const features = new Int32Array(MAX_RELATION_FEATURES);
  for (let i = 0; i < gold.length; i += 1) {
    if (document.head[i]! < 0) continue;
    const count = relationFeatures(i, document.head, children, gold, input, features);
    visit(features, count, gold[i]!);
  }
}

function trainRelations(all: readonly Parsed[], index: KeyIndex, rounds: number, seed: number): OnlineClassifier {
  const random = seededRandom(seed);
  const labels = RELATIONS.length;
  const classifier = new OnlineClassifier(index, labels, { rate: 0.1, dropout: 0.3, negligible: 0.02, random });
  const order = Int32Array.from(all, (_, i) => i);
  const scores = new Float32Array(labels);
  const possible = new Uint8Array(labels).fill(1);
  possible[0] = 0;
  const right = new Uint8Array(labels);
  for (let round = 1; round <= rounds; round += 1) {
    shuffle(order, random);
    let wrong = 0;
    let arcs = 0;
    for (const i of order) {
      eachArc(all[i]!, (features, count, gold) => {
        classifier.score(features, count, scores);
        right.fill(0);
        right[gold] = 1;
        arcs += 1;
        if (bestMove(scores, possible) !== gold) wrong += 1;
        classifier.learn(scores, right, possible);
      });
    }
    console.error(`  relations, round ${round}: ${((100 * wrong) / arcs).toFixed(2)} % wrong`);
  }
  return classifier;
}

/** Share of tokens with the right head, and with the right head and main relation. */
export function measureTrees(
  documents: readonly TreeDocument[],
  model: ParserModel,
  table: WordTable,
  tagger: SequenceModel,
): { unlabelled: number; labelled: number } {
  const main = (name: string): string => name.split(':')[0] ?? '';
  let tokens = 0;
  let heads = 0;
  let both = 0;
  for (const document of documents) {
    const { head, relation } = parseSentences(document.segmented, inputOf(document, table, tagger), model);
    for (const [i, gold] of document.head.entries()) {
      tokens += 1;
      if (head[i] !== gold) continue;
      heads += 1;
      if (main(model.relations[relation[i]!] ?? '') === main(document.relation[i] ?? '')) both += 1;
    }
  }
  return { unlabelled: (100 * heads) / tokens, labelled: (100 * both) / tokens };
}

/** Training documents with the tags of a tagger that has not seen them. */
function tagUnseen(documents: readonly TreeDocument[], table: WordTable): Parsed[] {
  return Array.from({ length: FOLDS }, (_, k) => k).flatMap((k) => {
    const seen = documents.filter((_, i) => i % FOLDS !== k);
    const tagger = trainTags(seen, table, { epochs: 3, maxFeatures: Infinity });
    const unseen = documents.filter((_, i) => i % FOLDS === k);
    return unseen.map((document) => ({ document, input: inputOf(document, table, tagger) }));
  });
}

/** The model file of the syntax step. */
export function makeSyntax(corpora: readonly string[], table: WordTable, tagger: SequenceModel): Uint8Array {
  const documents = corpora.flatMap((name) => readTreebank(`ud/en_${name}-train.conllu.gz`));
  const all = tagUnseen(documents, table);
  const units = all.flatMap((parsed) => parsed.document.segmented.sentences.map((s): Unit => [parsed, s]));

  const moveCounter = new Counter();
  for (const [parsed, sentence] of units) {
    walk(parsed, sentence, (features, count, right) => {
      moveCounter.add(features, count);
      return bestMove(new Float32Array(3), right);
    });
  }
  const moveIndex = heaviest(trainMoves(units, moveCounter.kept(), 2, 1), MAX_MOVE_KEYS);
  const moves = trainMoves(units, moveIndex, ROUNDS, 2).finish(6, 0.1);

  const relationCounter = new Counter();
  for (const parsed of all) eachArc(parsed, (features, count) => relationCounter.add(features, count));
  const relationIndex = heaviest(trainRelations(all, relationCounter.kept(), 1, 3), MAX_RELATION_KEYS);
  const relationWeights = trainRelations(all, relationIndex, 4, 4).finish(6, 0.4);

  const model: ParserModel = { moves, relationWeights, relations: RELATIONS };
  const scores: Record<string, number> = {};
  for (const name of ['ewt', 'gum']) {
    const dev = readTreebank(`ud/en_${name}-dev.conllu.gz`);
    const { unlabelled, labelled } = measureTrees(dev, model, table, tagger);
    scores[`ud ${name} dev, UAS`] = Number(unlabelled.toFixed(2));
    scores[`ud ${name} dev, LAS`] = Number(labelled.toFixed(2));
  }
  const about: About = { step: 'syntax-3', corpora: corpora.map((name) => `ud ${name}`), scores };
  return writeParts({ labels: RELATIONS, numbers: [], tables: [moves, relationWeights] }, about);
}
