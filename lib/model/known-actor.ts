import type { ActorType } from './analysis';
import type { ClippingId } from './ids';

/** What an actor is called: a name and a type, in every article (`clippingId` null) or in one alone. */
export interface Naming {
  readonly name: string;
  readonly type: ActorType;
  readonly clippingId: ClippingId | null;
}

/** The reader's word on whether two namings mean one actor. */
export interface SameActor {
  /** Made of both namings, in whichever order they were given: there is one decision a pair. */
  readonly pair: string;
  readonly a: Naming;
  readonly b: Naming;
  readonly isSame: boolean;
  /** Epoch milliseconds. */
  readonly decidedAt: number;
}
