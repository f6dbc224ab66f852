import { compareEditions } from '../anchoring/editions';
import type { Memory, WriteFailure } from '../messages/protocol';
import type { Article } from '../model/article';
import { type Result, ok } from '../model/result';
import type { VersionMark } from '../model/version';
import { findMemory } from '../store/clippings';
import type { Database } from '../store/database';
import { hashOfText } from '../store/text-hash';
import { addVersion, listVersions, markOf } from '../store/versions';

/**
 * What is stored about an article, and how it differs from the kept copy; an article that says something new is stored as a version.
 * The comparison is made here, in the worker, so that no page waits for it; an unchanged text is told by its hash.
 */
export async function remember(article: Article, db?: Database): Promise<Result<Memory | null, WriteFailure>> {
  const found = await findMemory(article, db);
  if (!found.ok) return found;
  const kept = found.value;
  if (!kept) return ok(null);
  const stored = await listVersions(kept.clipping.id, db);
  if (!stored.ok) return stored;
  const versions = stored.value;
  const textHash = await hashOfText(article.text);
  if (textHash === kept.clipping.textHash) return ok({ ...kept, changes: [], versions: versions.map(markOf) });

  const { modified } = article.meta;
  const isDated = modified !== null && modified !== kept.clipping.meta.modified;
  const changes = compareEditions(kept.text.text, article.text, isDated);
  const newest = versions.at(-1);
  const isNews =
    changes.length > 0 &&
    versions.every((version) => version.textHash !== textHash) &&
    (!newest || compareEditions(newest.text, article.text, isDated).length > 0);
  return ok({
    ...kept,
    changes,
    versions: isNews ? await withNew(kept.clipping.id, article, versions, db) : versions.map(markOf),
  });
}

/** A version that cannot be stored is tried again at the next reading; what changed is told all the same. */
async function withNew(
  id: Memory['clipping']['id'],
  article: Article,
  versions: readonly VersionMark[],
  db?: Database,
): Promise<readonly VersionMark[]> {
  const added = await addVersion(id, article, db);
  return added.ok ? added.value : versions.map(markOf);
}
