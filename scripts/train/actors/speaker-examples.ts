/** Questions to the ranker with their right answers, from articles with resolved speakers and from coreference corpora. */
import type { NamedActor } from '../../../lib/language/actors/name';
import {
  type Answer,
  type Question,
  learnedAnswer,
  resolveReferences,
} from '../../../lib/language/actors/resolve-references';
import type { Draft } from '../../../lib/language/attribution/draft';
import type { ReadText } from '../../../lib/language/analyse';
import type { Weights } from '../../../lib/language/learned/weights';
import type { RankExample } from './train-ranker';

/** An article in which some references have known answers. */
export interface RankDocument extends ReadText {
  readonly id: string;
  readonly actors: readonly NamedActor[];
  readonly claims: readonly Draft[];
  /** What is right for a question: flags by candidate, the last for "no named actor"; null where it is not known. */
  readonly right: (question: Question) => Uint8Array | null;
  readonly weight: number;
}

/**
 * The questions of one document in order, each asked as if all before had been answered rightly; where the right
 * answer is not known, `before` (weights of an earlier round) answers.
 */
export function toExamples(document: RankDocument, genders: Weights, before: Weights | null): RankExample[] {
  const examples: RankExample[] = [];
  const guess: Answer = before ? learnedAnswer(before) : () => ({ chosen: -1, probability: 1 });
  const { seg, reading, actors, claims, classes } = document;
  resolveReferences(seg, reading, actors, claims, genders, classes, (question) => {
    const right = document.right(question);
    if (!right) return guess(question);
    if (!right.includes(1)) return { chosen: -1, probability: 1 };
    if (right.includes(0))
      examples.push({ rows: question.rows, right, weight: document.weight * careFor(question, right) });
    const chosen = right.indexOf(1);
    return { chosen: chosen === question.candidates.length ? -1 : chosen, probability: 1 };
  });
  return examples;
}

/** Most "it" and "they" mean nobody; those that mean an actor count more, else the ranker would never dare. */
const RARE_CARE = 3;

function careFor({ reference, candidates }: Question, right: Uint8Array): number {
  const isVague = reference.claim < 0 && (reference.kind === 'it' || reference.kind === 'they');
  return isVague && right[candidates.length] !== 1 ? RARE_CARE : 1;
}
