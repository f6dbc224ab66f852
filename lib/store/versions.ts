import type { Article } from '../model/article';
import type { ClippingId } from '../model/ids';
import type { Result } from '../model/result';
import type { Version, VersionMark, VersionText } from '../model/version';
import type { Database } from './database';
import { hashOfText } from './text-hash';
import { Refusal, type StoreFailure, read, write } from './write';

/** A page that changes all day (a live ticker) must not fill the disk. */
const MAX_VERSIONS = 100;

/** The later versions of a clipping's article, oldest first. */
export function listVersions(id: ClippingId, db?: Database): Promise<Result<readonly Version[], StoreFailure>> {
  return read((tables) => versionsOf(tables, id), db);
}

/**
 * Stores what the article of a clipping says now, if no stored version and not the kept copy says the same (white space apart) and
 * there are fewer than 100; gives all versions that are stored then, oldest first.
 */
export async function addVersion(
  clippingId: ClippingId,
  { meta, text, blocks }: Article,
  db?: Database,
): Promise<Result<readonly VersionMark[], StoreFailure>> {
  const textHash = await hashOfText(text);
  return write(async (tables) => {
    const clipping = await tables.clippings.get(clippingId);
    if (!clipping) throw new Refusal('not-found');
    const versions = await versionsOf(tables, clippingId);
    const isKnown = [clipping, ...versions].some((stored) => stored.textHash === textHash);
    if (isKnown || versions.length >= MAX_VERSIONS) return versions.map(markOf);
    const version: Version = { clippingId, textHash, foundAt: Date.now(), title: meta.title, text, blocks };
    await tables.versions.add(version);
    return [...versions, version].map(markOf);
  }, db);
}

/** What the version with this hash says, which may be the kept copy itself. */
export function readVersion(
  clippingId: ClippingId,
  textHash: string,
  db?: Database,
): Promise<Result<VersionText, StoreFailure>> {
  return read(async (tables) => {
    const version = await tables.versions.get([clippingId, textHash]);
    if (version) return version;
    const clipping = await tables.clippings.get(clippingId);
    const kept = await tables.texts.get(clippingId);
    if (clipping?.textHash !== textHash || !kept) throw new Refusal('not-found');
    return { title: clipping.meta.title, text: kept.text, blocks: kept.blocks };
  }, db);
}

/** The version as lists show it. */
export function markOf({ textHash, foundAt }: VersionMark): VersionMark {
  return { textHash, foundAt };
}

function versionsOf(db: Database, id: ClippingId): Promise<readonly Version[]> {
  return db.versions.where('clippingId').equals(id).sortBy('foundAt');
}
