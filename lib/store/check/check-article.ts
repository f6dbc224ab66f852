import type { Clipping, ClippingText } from '../../model/clipping';
import type { ClippingId } from '../../model/ids';
import { describeActors } from '../../search/actors/appearances';
import { describedSum, type PostingSum } from '../../search/packed/recount';
import type { Database } from '../database';
import { describeClipping } from '../index/describe-clipping';
import { fromRow, toRow } from '../index/description-row';
import type { IndexCount } from './count-index';
import type { Fault, FaultKind } from './fault';

/** What one article has, and what is wrong with it. */
export interface ArticleCheck {
  readonly claims: number;
  readonly postings: number;
  readonly faults: readonly Fault[];
}

/** Checks one article in the transaction of the caller; one that was deleted meanwhile has nothing, and no faults. */
export async function checkArticle(db: Database, id: ClippingId, index: IndexCount): Promise<ArticleCheck> {
  const clipping = await db.clippings.get(id);
  if (!clipping) return { claims: 0, postings: 0, faults: [] };
  const text = await db.texts.get(id);
  const kinds = new Set<FaultKind>();
  if (!text) kinds.add('text-missing');
  else {
    if (text.analysis.claims.length !== clipping.claims) kinds.add('miscounted');
    if (!(await areActorsRight(db, clipping, text))) kinds.add('actors');
  }
  const postings = await countPostings(db, clipping, text, index.sums.get(id));
  if (postings === null) kinds.add('index');
  const { title } = clipping.meta;
  return {
    claims: text?.analysis.claims.length ?? 0,
    postings: postings ?? 0,
    faults: [...kinds].map((kind) => ({ kind, clippingId: id, title })),
  };
}

/** How many words and names the article is found under; null when they are not those of its text. */
async function countPostings(
  db: Database,
  clipping: Clipping,
  text: ClippingText | undefined,
  packed: PostingSum | undefined,
): Promise<number | null> {
  const row = await db.descriptions.get(clipping.id);
  if (!row) return null;
  const described = describedSum(fromRow(row));
  // Words alone are compared with the text: a description by older rules may lack who said what, and finds its article.
  const again = text && toRow(describeClipping(clipping, text));
  if (again && (again.words !== row.words || String(again.counts) !== String(row.counts))) return null;
  if (packed && (packed.postings !== described.postings || packed.sum !== described.sum)) return null;
  return described.postings;
}

async function areActorsRight(db: Database, clipping: Clipping, text: ClippingText): Promise<boolean> {
  const corrections = await db.corrections.where('clippingId').equals(clipping.id).sortBy('createdAt');
  const { appearances, spoken } = describeActors({ clipping, text, corrections });
  const { revision: _, ...row } = (await db.appearances.get(clipping.id)) ?? { revision: 0 };
  const stored = [row, await db.spoken.get(clipping.id)];
  return JSON.stringify(stored) === JSON.stringify([appearances, spoken]);
}
