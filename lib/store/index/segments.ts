/** Storing and deleting segments in steps so small that no query waits for one. */
import { Dexie } from 'dexie';
import type { PackedSegment } from '../../search/packed/segment-writer';
import type { Database } from '../database';

/** Rows written or deleted in one transaction. */
const MAX_ROWS = 32;

/** Deletes a segment at once, in the transaction of the caller. */
export async function deleteSegment(db: Database, number: number): Promise<void> {
  await db.segments.delete(number);
  await partsOf(db, number).delete();
}

/** A number that no segment has, and no part of one. */
export async function freeNumber(db: Database): Promise<number> {
  const lastPart = await db.segmentParts.orderBy(':id').last();
  const lastSegment = await db.segments.orderBy(':id').last();
  return 1 + Math.max(0, lastPart?.segment ?? 0, lastSegment?.number ?? 0);
}

/** Stores parts of a segment to come, from the one with this number on. */
export async function storeParts(
  db: Database,
  segment: number,
  first: number,
  parts: PackedSegment['parts'],
): Promise<void> {
  for (let at = 0; at < parts.length; at += MAX_ROWS) {
    const rows = parts.slice(at, at + MAX_ROWS).map((bytes, i) => ({ segment, part: first + at + i, bytes }));
    await db.segmentParts.bulkPut(rows);
  }
}

/** Deletes the parts that belong to no segment: of those that were replaced, and those whose making was broken off. */
export async function deleteOrphans(db: Database): Promise<void> {
  const live = new Set(await db.segments.toCollection().primaryKeys());
  for (let segment = 0; ;) {
    const next = await db.segmentParts.where(':id').above([segment, Dexie.maxKey]).first();
    if (!next) return;
    segment = next.segment;
    if (!live.has(segment)) await deleteParts(db, segment);
  }
}

async function deleteParts(db: Database, segment: number): Promise<void> {
  for (;;) {
    const deleted = await partsOf(db, segment).limit(MAX_ROWS).delete();
    if (deleted < MAX_ROWS) return;
  }
}

function partsOf(db: Database, segment: number) {
  return db.segmentParts.where(':id').between([segment, Dexie.minKey], [segment, Dexie.maxKey]);
}
