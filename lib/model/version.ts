import type { Block } from './article';
import type { ChangeId, ClippingId } from './ids';
import type { Span } from './span';

/** The kinds of words that readers compare when an article has changed. */
export type FactKind = 'quotation' | 'number' | 'name';

/**
 * The text of a clipping's article as it was found at another time than when it was kept. Never changed once it is stored; the
 * clipping's own text stays the copy that the notes were made on.
 */
export interface Version {
  readonly clippingId: ClippingId;
  /** As `Clipping.textHash`; a clipping has one version a hash. */
  readonly textHash: string;
  /** Epoch milliseconds when the page was first seen to say this. */
  readonly foundAt: number;
  readonly title: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** What lists show of a version. */
export type VersionMark = Pick<Version, 'textHash' | 'foundAt'>;

/** What a version or a kept copy says, for reading. */
export type VersionText = Pick<Version, 'title' | 'text' | 'blocks'>;

/** Words that are, or were, in the article, with a few of those around them. */
export interface WordsInContext extends Span {
  readonly lead: string;
  /** The words that differ. */
  readonly words: string;
  readonly tail: string;
}

interface ChangeBase {
  readonly id: ChangeId;
  readonly kind: FactKind;
}

/** One thing that an article says otherwise than the kept copy; `before` lies in the kept text, `after` in the text now. */
export type ArticleChange =
  | (ChangeBase & { readonly how: 'changed'; readonly before: WordsInContext; readonly after: WordsInContext })
  | (ChangeBase & { readonly how: 'removed'; readonly before: WordsInContext; readonly after: null })
  | (ChangeBase & { readonly how: 'added'; readonly before: null; readonly after: WordsInContext });
