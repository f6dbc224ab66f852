import type { ActorId, ClaimId } from './ids';
import type { Span } from './span';

/** direct: all in quotation marks; mixed: partly; indirect: reported in the writer's words. */
export type ClaimKind = 'direct' | 'mixed' | 'indirect';

export type ActorType = 'person' | 'organization' | 'place';

/** What the speaker does with the content, judged from the cue. */
export type Stance = 'asserts' | 'denies' | 'accuses' | 'promises' | 'asks' | 'believes';

/** A span that names or points to an actor. */
export interface Mention extends Span {
  /** name: "Vucic"; pronoun: "he"; description: "the president". */
  readonly form: 'name' | 'pronoun' | 'description';
}

/** Someone or something that acts or speaks in this article, with all the places where it is mentioned. */
export interface Actor {
  readonly id: ActorId;
  /** The fullest name the article gives. */
  readonly name: string;
  readonly type: ActorType;
  /** Role as the article gives it ("Foreign Ministry spokeswoman"), or empty. */
  readonly role: string;
  /** In order of the text. */
  readonly mentions: readonly Mention[];
}

/**
 * Why the engine believes something, as data, so that the interface can say it in the reader's language.
 * `words` are words of the article or a name that the sentence for `code` quotes.
 */
export interface Reason {
  readonly code: ReasonCode;
  readonly words: string;
}

export type ReasonCode =
  | 'quotation-with-cue' // words: the cue
  | 'quotation-alone' // no cue: carries on from the quotation before
  | 'reported-with-cue' // words: the cue
  | 'speaker-named' // words: the source as written
  | 'speaker-by-pronoun' // words: the pronoun
  | 'speaker-by-description' // words: the description
  | 'speaker-carried-over' // words: the speaker's name
  | 'speaker-only-described' // words: the description; no named actor is meant
  | 'speaker-unknown'
  | 'corrected-by-reader';

/** An attributed claim: who said what, in which words, and how sure the engine is of it. */
export interface Claim {
  readonly id: ClaimId;
  readonly kind: ClaimKind;
  /** The words that tell who, empty where there are none. */
  readonly source: readonly Span[];
  /** The words that tie source to content (said, according to), empty for a free-standing quotation. */
  readonly cue: readonly Span[];
  /** What is claimed, with its quotation marks; never empty, in order. */
  readonly content: readonly Span[];
  /** The speaker, resolved; null where the article does not name one. */
  readonly actor: ActorId | null;
  /** What to call the speaker: the actor's name, else the description in the text, else "". */
  readonly speaker: string;
  readonly stance: Stance;
  /** How sure the engine is that content and speaker are right, 0 to 1, calibrated. */
  readonly certainty: number;
  readonly why: readonly Reason[];
}

/** All that the engine finds in one article text. */
export interface Analysis {
  /** Names the engine and weights that made it; a stored analysis with another version may be redone. */
  readonly engine: string;
  /** Of all that was read: of a very long text they end before it does. */
  readonly sentences: readonly Span[];
  /** By first mention. */
  readonly actors: readonly Actor[];
  /** In reading order; a claim inside another's content follows it. */
  readonly claims: readonly Claim[];
}

/** Whether words of `text` lie behind the last sentence that was read. */
export function isPartial({ sentences }: Pick<Analysis, 'sentences'>, text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(sentences.at(-1)?.end ?? 0));
}
