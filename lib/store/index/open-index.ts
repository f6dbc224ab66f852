import type { ClippingId } from '../../model/ids';
import { packDescriptions } from '../../search/packed/pack';
import { PackedLibrary } from '../../search/packed/packed-library';
import { DamagedSegment, Segment } from '../../search/packed/segment';
import type { Database, LogRow } from '../database';
import { fromRow } from './description-row';

/** What was opened last; a cache: a stopped worker reads it again. */
interface Opened {
  readonly segments: ReadonlyMap<number, Segment>;
  /** The log as it was read, as one string. */
  readonly log: string;
  readonly library: PackedLibrary;
}

const opened = new WeakMap<Database, Opened>();

/** The segments opened last are not trusted any more. */
export function forgetIndex(db: Database): void {
  opened.delete(db);
}

/**
 * The index of all stored articles, those in the trash too, as it stands in the running transaction. Throws
 * `DamagedSegment`, as reading from it does; `checkIndex` repairs that.
 */
export async function openIndex(db: Database): Promise<PackedLibrary> {
  const before = opened.get(db);
  const [numbers, rows] = await Promise.all([db.segments.toCollection().primaryKeys(), db.indexLog.toArray()]);
  const log = rows.map(({ clippingId, change }) => clippingId + change).join();
  if (before?.log === log && isSame(before.segments, numbers)) return before.library;
  const [segments, fresh] = await Promise.all([
    openSegments(db, numbers, before?.segments ?? new Map()),
    packFresh(db, rows),
  ]);
  const gone = rows.filter(({ change }) => change !== 'added').map(({ clippingId }) => clippingId);
  const library = new PackedLibrary([...segments.values()], new Set(gone), fresh);
  opened.set(db, { segments, log, library });
  return library;
}

/** The segments with these numbers, in order, those already open taken over. */
export async function openSegments(
  db: Database,
  numbers: readonly number[],
  known: ReadonlyMap<number, Segment> = new Map(),
): Promise<Map<number, Segment>> {
  const missing = numbers.filter((number) => !known.has(number));
  const rows = await db.segments.bulkGet(missing);
  const read = new Map(
    await Promise.all(
      missing.map(async (number, i) => [number, await openSegment(db, number, rows[i]?.head)] as const),
    ),
  );
  return new Map(
    numbers.flatMap((number) => {
      const segment = known.get(number) ?? read.get(number);
      return segment ? [[number, segment] as const] : [];
    }),
  );
}

function openSegment(db: Database, number: number, head: Uint8Array | undefined): Promise<Segment> {
  if (!(head instanceof Uint8Array)) throw new DamagedSegment('there is no head');
  return Segment.open(head, async (parts) => {
    const rows = await db.segmentParts.bulkGet(parts.map((part): [number, number] => [number, part]));
    return rows.map((row) => (row?.bytes instanceof Uint8Array ? row.bytes : undefined));
  });
}

async function packFresh(db: Database, rows: readonly LogRow[]): Promise<Segment[]> {
  const ids = rows.flatMap(({ clippingId, change }): ClippingId[] => (change === 'erased' ? [] : [clippingId]));
  if (ids.length === 0) return [];
  const descriptions = (await db.descriptions.bulkGet(ids)).filter((one) => one !== undefined);
  return [await Segment.openPacked(packDescriptions(descriptions.map(fromRow)))];
}

function isSame(segments: ReadonlyMap<number, Segment>, numbers: readonly number[]): boolean {
  return segments.size === numbers.length && numbers.every((number) => segments.has(number));
}
