import type { ActorType } from '../../model/analysis';

/** One place where a name stands: tokens [first, last]. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly type: ActorType;
}

/** An actor with all the places where its name stands. */
export interface NamedActor {
  readonly type: ActorType;
  /** Words of the fullest name, lower case. */
  readonly words: readonly string[];
  /** All forms met, lower case, words joined by spaces. */
  readonly forms: Set<string>;
  /** In order of the text. */
  readonly names: NameSpan[];
}
