import type { ClippingId } from '../../model/ids';

/** What can be wrong with a library: first what can be mended out of the articles, then what cannot. */
export const FAULT_KINDS = [
  /** The index of words does not have the article as it is, or has one that is not there. */
  'index',
  /** What is stored of its actors is not what its text says. */
  'actors',
  /** It counts more or fewer claims than it has. */
  'miscounted',
  /** An article whose text is gone. */
  'text-missing',
  /** Text, notes or versions whose article is gone. */
  'article-missing',
  /** The browser cannot read it back. */
  'unreadable',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** One thing that is wrong. */
export interface Fault {
  readonly kind: FaultKind;
  /** The article it is about; a segment of the index that is damaged is about none. */
  readonly clippingId: ClippingId | null;
  /** The article's title, empty where it is not known. */
  readonly title: string;
}

const MENDABLE: ReadonlySet<FaultKind> = new Set(['index', 'actors', 'miscounted']);

/** Whether what is kept is enough to put it right. */
export function isMendable({ kind }: Fault): boolean {
  return MENDABLE.has(kind);
}
