import { asId, type ClippingId } from '../../model/ids';
import { packedSums, type PostingSum } from '../../search/packed/recount';
import { DamagedSegment } from '../../search/packed/segment';
import type { Database } from '../database';
import { openSegments } from '../index/open-index';
import type { Fault } from './fault';

/** What the index of words says, counted posting by posting. */
export interface IndexCount {
  /** Articles it knows, those that are only in the log among them. */
  readonly known: ReadonlySet<ClippingId>;
  /** What the segments have of an article; nothing of those that are newer in the log. */
  readonly sums: ReadonlyMap<ClippingId, PostingSum>;
  readonly faults: readonly Fault[];
}

/** Counts the index in the transaction of the caller and holds its articles against those that are kept. */
export async function countIndex(db: Database, kept: readonly ClippingId[]): Promise<IndexCount> {
  const faults: Fault[] = [];
  const isWrong = (clippingId: ClippingId | null) => void faults.push({ kind: 'index', clippingId, title: '' });
  const log = new Map((await db.indexLog.toArray()).map(({ clippingId, change }) => [clippingId, change]));
  const sums = new Map<ClippingId, PostingSum>();
  for (const number of await db.segments.toCollection().primaryKeys()) {
    const packed = await countSegment(db, number);
    if (!packed) isWrong(null);
    for (const [id, sum] of packed ?? []) {
      const change = log.get(id);
      if (change === 'erased' || change === 'replaced') continue;
      if (sums.has(id) || change === 'added') isWrong(id);
      sums.set(id, sum);
    }
  }
  const fresh = [...log].flatMap(([id, change]) => (change === 'erased' ? [] : [id]));
  const known = new Set([...sums.keys(), ...fresh]);
  const isKept = new Set(kept);
  for (const id of kept) if (!known.has(id)) isWrong(id);
  for (const id of known) if (!isKept.has(id)) isWrong(id);
  return { known, sums, faults };
}

/** What a segment has of each article; null when it is not whole. */
async function countSegment(
  db: Database,
  number: number,
): Promise<readonly (readonly [ClippingId, PostingSum])[] | null> {
  try {
    const segment = (await openSegments(db, [number])).get(number);
    if (!segment) return null;
    await segment.check();
    return (await packedSums(segment)).map((sum, i) => [asId<ClippingId>(segment.idOf(i)), sum]);
  } catch (error) {
    if (error instanceof DamagedSegment) return null;
    throw error;
  }
}
