import type { ActorType } from '../../model/analysis';

/** One place where a name stands: tokens [first, last]. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly type: ActorType;
}
