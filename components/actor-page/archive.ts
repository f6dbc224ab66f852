import type { ClippingId } from '../../lib/model/ids';
import type { InSteps } from '../../lib/model/in-steps';
import type { Naming, SameActor } from '../../lib/model/known-actor';
import type { ArticleHead } from '../../lib/search/actors/actor-page';
import type { Appearances } from '../../lib/search/actors/appearances';
import { type Decided, type Groups, groupKeys, readDecisions } from '../../lib/search/actors/groups';
import { partsOf, readPoint } from '../../lib/search/actors/name-key';
import { proposeSame, type Proposal } from '../../lib/search/actors/propose';
import { buildRoster, type KnownActor } from '../../lib/search/actors/roster';
import type { StoredActors } from '../../lib/store/actors/follow-actors';
import { asId } from '../../lib/model/ids';
import type { Entry } from '../library/entries';

/** All actors of all articles outside the trash, and who is who. */
export interface Archive {
  readonly rows: readonly Appearances[];
  readonly heads: ReadonlyMap<ClippingId, ArticleHead>;
  readonly decisions: readonly SameActor[];
  readonly decided: Decided;
  readonly groups: Groups;
  /** In the order of their names. */
  readonly actors: readonly KnownActor[];
  readonly byRoot: ReadonlyMap<string, KnownActor>;
}

/** What the place of actors shows of each article. */
export function headsOf(kept: readonly Entry[]): ReadonlyMap<ClippingId, ArticleHead> {
  return new Map(
    kept.map(({ clipping: { id, meta, savedAt } }) => {
      const published = Date.parse(meta.published ?? '');
      const at = Number.isNaN(published) ? savedAt : published;
      const title = meta.title || meta.canonicalUrl;
      return [id, { title, outlet: meta.outlet || hostOf(meta.canonicalUrl), at, published: meta.published }];
    }),
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** Puts together what is stored; names are in the order of this language. */
export function* buildArchive(
  stored: StoredActors,
  heads: ReadonlyMap<ClippingId, ArticleHead>,
  language: string,
): InSteps<Archive> {
  const rows = stored.rows.filter(({ clippingId }) => heads.has(clippingId));
  const decided = readDecisions(stored.decisions);
  const groups = groupKeys(new Set(rows.flatMap(({ keys }) => keys)), decided);
  yield;
  const times = new Map([...heads].map(([id, { at }]) => [id, at]));
  const roster = yield* buildRoster(rows, times, groups);
  yield;
  const { compare } = new Intl.Collator(language);
  const actors = roster.toSorted((a, b) => compare(a.name, b.name) || (a.root < b.root ? -1 : 1));
  return {
    rows,
    heads,
    decisions: stored.decisions,
    decided,
    groups,
    actors,
    byRoot: new Map(actors.map((actor) => [actor.root, actor])),
  };
}

/** Which actors may be one. */
export function proposalsIn({ rows, heads, actors, groups, decided }: Archive): InSteps<Proposal[]> {
  const outlets = new Map([...heads].map(([id, { outlet }]) => [id, outlet]));
  return proposeSame(rows, outlets, actors, groups, decided);
}

/** The actor whom an address means: a point of it, however it was joined since; null when nobody is called so any more. */
export function findActor({ groups, byRoot }: Archive, point: string): KnownActor | null {
  const { key, clippingId } = readPoint(point);
  return byRoot.get(groups.rootOf(key, clippingId)) ?? null;
}

/** A point as decisions store it. */
export function namingOf(point: string): Naming {
  const { key, clippingId } = readPoint(point);
  const { type, words } = partsOf(key);
  return { name: words.join(' '), type, clippingId: clippingId === null ? null : asId<ClippingId>(clippingId) };
}

/** All namings of an actor. */
export function namingsOf({ groups }: Archive, root: string): Naming[] {
  return groups.membersOf(root).map(namingOf);
}
