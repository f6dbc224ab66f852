import type { ActorType } from '../../model/analysis';
import type { Clipping } from '../../model/clipping';
import type { ClippingId } from '../../model/ids';
import type { SaidBefore } from '../../model/related';
import type { Result } from '../../model/result';
import type { Appearances } from '../../search/actors/appearances';
import { type Groups, groupKeys, readDecisions } from '../../search/actors/groups';
import { nameKey, nearKey, partsOf, readPoint } from '../../search/actors/name-key';
import type { Database } from '../database';
import { type StoreFailure, read } from '../write';

const MAX_SAID_BEFORE = 50;

const TYPES: readonly ActorType[] = ['person', 'organization', 'place'];

/**
 * What stored articles have the actor saying who is called so in the clipping `not`, newest first, at most 50, without
 * that clipping and the trash. All spellings that are one actor count.
 */
export function findSaidBefore(
  actorName: string,
  not: ClippingId | null,
  db?: Database,
): Promise<Result<readonly SaidBefore[], StoreFailure>> {
  return read(async (tables) => {
    const keys = TYPES.map((type) => nameKey(actorName, type)).filter((key) => partsOf(key).words.length > 0);
    const { rows, groups } = await readActor(tables, keys, not);
    const roots = new Set(keys.map((key) => groups.rootOf(key, not)));
    const isMeant = (key: string, id: ClippingId) => roots.has(groups.rootOf(key, id));
    const speaking = rows.filter(
      ({ clippingId, ...row }) =>
        clippingId !== not && row.keys.some((key, at) => speaks(row, at) && isMeant(key, clippingId)),
    );
    const found = await tables.clippings.bulkGet(speaking.map(({ clippingId }) => clippingId));
    const shown = found
      .flatMap((clipping) => (clipping && !clipping.trashedAt ? [clipping] : []))
      .toSorted(newestFirst);
    const spoken = await tables.spoken.bulkGet(shown.slice(0, MAX_SAID_BEFORE).map(({ id }) => id));
    return spoken
      .flatMap((one, at): SaidBefore[] => {
        const clipping = shown[at];
        if (!one || !clipping) return [];
        return one.claims
          .filter(({ key }) => isMeant(key, clipping.id))
          .map(({ id, kind, words }) => ({ ...headOf(clipping), claim: id, kind, content: words }));
      })
      .slice(0, MAX_SAID_BEFORE);
  }, db);
}

/**
 * The articles in which one of these keys, as they are meant in `inArticle`, or one that is the same actor appears; and
 * who is who among them.
 */
async function readActor(
  db: Database,
  keys: readonly string[],
  inArticle: ClippingId | null,
): Promise<{ readonly rows: readonly Appearances[]; readonly groups: Groups }> {
  const decided = readDecisions(await db.sameActors.toArray());
  const rows = new Map<ClippingId, Appearances>();
  const seen = new Set<string>();
  for (let next = keys.map(nearKey); ;) {
    for (const near of next) {
      seen.add(near);
      for (const row of await db.appearances.where('nears').equals(near).toArray()) rows.set(row.clippingId, row);
    }
    const known = [...rows.values()].flatMap((row) => row.keys.filter((_, at) => seen.has(row.nears[at] ?? '')));
    const groups = groupKeys([...known, ...keys], decided);
    const meant = [...known, ...keys.map((key) => groups.rootOf(key, inArticle))];
    const members = meant.flatMap((point) => groups.membersOf(point)).map((point) => readPoint(point).key);
    next = [...new Set(members.map(nearKey))].filter((near) => !seen.has(near));
    if (next.length === 0) return { rows: [...rows.values()], groups };
  }
}

function speaks({ counts }: Pick<Appearances, 'counts'>, at: number): boolean {
  return counts.slice(3 * at, 3 * at + 3).some((count) => count > 0);
}

function headOf({ id, meta }: Clipping) {
  return { clippingId: id, title: meta.title, outlet: meta.outlet, url: meta.canonicalUrl, published: meta.published };
}

/** By when it was published, or kept where that is not known. */
function newestFirst(a: Clipping, b: Clipping): number {
  return timeOf(b) - timeOf(a) || (a.id < b.id ? -1 : 1);
}

function timeOf({ meta, savedAt }: Clipping): number {
  const published = Date.parse(meta.published ?? '');
  return Number.isNaN(published) ? savedAt : published;
}
