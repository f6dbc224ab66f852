import type { ClippingId } from '../../model/ids';
import { packDescriptions } from '../../search/packed/pack';
import { PackedLibrary } from '../../search/packed/packed-library';
import { Segment } from '../../search/packed/segment';
import type { Database, LogRow } from '../database';

/** What was opened last; a cache: a stopped worker reads it again. */
interface Opened {
  readonly segments: ReadonlyMap<number, Segment>;
  /** The log as it was read, as one string. */
  readonly log: string;
  readonly library: PackedLibrary;
  readonly isDamaged: boolean;
}

const opened = new WeakMap<Database, Opened>();

/** Whether the segments opened last had a damaged one among them. */
export function isDamaged(db: Database): boolean {
  return opened.get(db)?.isDamaged ?? false;
}

/**
 * The index of all stored articles, those in the trash too, as it stands in the running transaction. A damaged
 * segment is left out; `checkIndex` repairs that.
 */
export async function openIndex(db: Database): Promise<PackedLibrary> {
  const before = opened.get(db);
  const [numbers, rows] = await Promise.all([db.segments.toCollection().primaryKeys(), db.indexLog.toArray()]);
  const log = rows.map(({ clippingId, change }) => clippingId + change).join();
  if (before?.log === log && isSame(before.segments, numbers)) return before.library;
  const segments = await readSegments(db, numbers, before?.segments ?? new Map());
  const fresh = await packFresh(db, rows);
  const erased = new Set<string>(rows.flatMap(({ clippingId, change }) => (change === 'erased' ? [clippingId] : [])));
  const library = new PackedLibrary([...segments.values(), ...fresh], (id) => erased.has(id));
  opened.set(db, { segments, log, library, isDamaged: segments.size < numbers.length });
  return library;
}

/** The segments with these numbers, in order, those already read taken over; damaged ones are missing. */
export async function readSegments(
  db: Database,
  numbers: readonly number[],
  known: ReadonlyMap<number, Segment> = new Map(),
): Promise<Map<number, Segment>> {
  const missing = numbers.filter((number) => !known.has(number));
  const rows = await db.segments.bulkGet(missing);
  const read = new Map(rows.map((row) => [row?.number, row && Segment.open(row.bytes)]));
  return new Map(
    numbers.flatMap((number) => {
      const segment = known.get(number) ?? read.get(number);
      return segment ? [[number, segment] as const] : [];
    }),
  );
}

async function packFresh(db: Database, rows: readonly LogRow[]): Promise<Segment[]> {
  const ids = rows.flatMap(({ clippingId, change }): ClippingId[] => (change === 'added' ? [clippingId] : []));
  if (ids.length === 0) return [];
  const descriptions = (await db.descriptions.bulkGet(ids)).filter((one) => one !== undefined);
  const segment = Segment.open(packDescriptions(descriptions));
  return segment ? [segment] : [];
}

function isSame(segments: ReadonlyMap<number, Segment>, numbers: readonly number[]): boolean {
  return segments.size === numbers.length && numbers.every((number) => segments.has(number));
}
