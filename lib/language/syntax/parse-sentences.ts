/**
 * Gives each sentence its dependency tree: greedy moves of an arc-hybrid parser make the arcs, then each arc gets its
 * relation. Linear in the length of the text.
 */
import type { Segmented } from '../segment/segment';
import { readParts } from '../learned/model-file';
import type { Weights } from '../learned/weights';
import {
  MAX_MOVE_FEATURES,
  belowFeatures,
  frontFeatures,
  pairFeatures,
  topFeatures,
  type ParserInput,
} from './move-features';
import { LEFT, ParserState, RIGHT, SHIFT } from './parser-state';
import { TAGS } from '../tagging/tags';
import { RELATIONS } from './relations';
import { RoleSums } from './role-sums';
import { MAX_RELATION_FEATURES, linkChildren, relationFeatures } from './relation-features';

const PUNCTUATION_TAG = TAGS.indexOf('PUNCT');
const PUNCTUATION_RELATION = RELATIONS.indexOf('punct');

export interface ParserModel {
  /** Labels are SHIFT, LEFT, RIGHT. */
  readonly moves: Weights;
  /** Labels are indices into `relations`. */
  readonly relationWeights: Weights;
  /** `relations[0]` is "root". */
  readonly relations: readonly string[];
}

/** Reads the model file of the parser; throws on anything else. */
export function readParserModel(bytes: Uint8Array): ParserModel {
  const { labels, tables } = readParts(bytes);
  const [moves, relationWeights] = tables;
  if (!moves || !relationWeights || relationWeights.labelCount !== labels.length) throw new Error('not a parser model');
  return { moves, relationWeights, relations: labels };
}

/** A tree for each sentence; one entry a token. */
export interface Trees {
  /** Token number of the head, -1 for the root of a sentence. */
  readonly head: Int32Array;
  /** Index into the relations of the model. */
  readonly relation: Uint8Array;
}

/** Index of the largest score among those possible. */
export function bestMove(scores: Float32Array | Int32Array, possible: Uint8Array): number {
  let best = -1;
  for (let m = 0; m < possible.length; m += 1) {
    if (possible[m] === 1 && (best < 0 || scores[m]! > scores[best]!)) best = m;
  }
  return best;
}

/** Gives the arcs of a tree their relations, in order of the text. */
export function labelArcs(head: Int32Array, input: ParserInput, weights: Weights): Uint8Array {
  const relation = new Uint8Array(head.length);
  const children = linkChildren(head);
  const features = new Int32Array(MAX_RELATION_FEATURES);
  const scores = weights.roomForSums();
  for (let i = 0; i < head.length; i += 1) {
    if (head[i]! < 0) continue;
    if (input.tags[i] === PUNCTUATION_TAG) {
      relation[i] = PUNCTUATION_RELATION;
      continue;
    }
    const n = relationFeatures(i, head, children, relation, input, features);
    weights.addUp(features, 0, n, scores);
    let best = 1;
    for (let r = 2; r < weights.labelCount; r += 1) if (scores[r]! > scores[best]!) best = r;
    relation[i] = best;
  }
  return relation;
}

/** Trees of all sentences of the text. */
export function parseSentences({ sentences, count }: Segmented, input: ParserInput, model: ParserModel): Trees {
  const head = new Int32Array(count).fill(-1);
  const features = new Int32Array(MAX_MOVE_FEATURES);
  const scores = model.moves.roomForSums();
  const possible = new Uint8Array(3);
  const { moves } = model;
  let end = 0;
  const front = new RoleSums(moves, count, (b, out) => frontFeatures(input, b, end, out));
  const top = new RoleSums(moves, count, (s, out) => topFeatures(input, s, out));
  const below = new RoleSums(moves, count, (s, out) => belowFeatures(input, s, out));
  for (const { first, afterLast } of sentences) {
    end = afterLast;
    const state = new ParserState(first, afterLast);
    while (!state.isDone) {
      state.possibleMoves(possible);
      if (possible[SHIFT]! + possible[LEFT]! + possible[RIGHT]! < 2) {
        state.apply(possible.indexOf(1));
        continue;
      }
      moves.addUp(features, 0, pairFeatures(state, input, features), scores);
      front.addTo(state.next, scores);
      top.addTo(state.at(0), scores);
      below.addTo(state.at(1), scores);
      state.apply(bestMove(scores, possible));
    }
    head.set(state.head, first);
  }
  return { head, relation: labelArcs(head, input, model.relationWeights) };
}
