/** One actor over all articles: where it appears, what it says there, under which names, in which roles, beside whom. */
import type { ClaimKind } from '../../model/analysis';
import { asId, type ClaimId, type ClippingId } from '../../model/ids';
import { wordsOf } from '../terms';
import { type Appearances, KINDS, type SpokenClaims } from './appearances';
import type { Groups } from './groups';
import { placedKey, readPoint } from './name-key';

/** What is told of an article beside its actors. */
export interface ArticleHead {
  readonly title: string;
  readonly outlet: string;
  /** Epoch milliseconds: when it was published, or kept where that is not known. */
  readonly at: number;
  /** When it was published, as the page says it; null where it does not. */
  readonly published: string | null;
}

/** An article in which the actor appears. */
export interface ActorArticle extends ArticleHead {
  readonly clippingId: ClippingId;
  /** The points of `Groups` that mean the actor there, with the name and role that stand there. */
  readonly namings: readonly { readonly point: string; readonly name: string; readonly role: string }[];
  /** How many claims of the actor it has, and how many of each kind, in the order of `KINDS`. */
  readonly claims: number;
  readonly kinds: readonly number[];
  /** Roots of the others who speak in it. */
  readonly others: readonly string[];
}

/** Something the actor said. */
export interface ActorClaim extends ArticleHead {
  readonly clippingId: ClippingId;
  readonly id: ClaimId;
  readonly kind: ClaimKind;
  readonly certainty: number;
  readonly words: string;
}

/** What is shown of an actor: all of it where nothing is asked for. */
export interface Narrowing {
  /** Epoch milliseconds, the first included, the last not; null for no end. */
  readonly from: number | null;
  readonly to: number | null;
  /** Empty for all. */
  readonly outlets: readonly string[];
  readonly kinds: readonly ClaimKind[];
  readonly words: string;
}

export const ALL: Narrowing = { from: null, to: null, outlets: [], kinds: [], words: '' };

/** The articles in which the actor of this root appears, newest first. */
export function articlesOf(
  root: string,
  rows: readonly Appearances[],
  heads: ReadonlyMap<ClippingId, ArticleHead>,
  groups: Groups,
): ActorArticle[] {
  const isMember = new Set(groups.membersOf(root));
  const isPlaced = [...isMember].some((point) => readPoint(point).clippingId !== null);
  const found = rows.flatMap((row): ActorArticle[] => {
    const { clippingId } = row;
    const head = heads.get(clippingId);
    const places = row.keys.flatMap((key, at) =>
      (isMember.has(key) || (isPlaced && isMember.has(placedKey(key, clippingId)))) &&
      groups.rootOf(key, clippingId) === root
        ? [at]
        : [],
    );
    if (!head || places.length === 0) return [];
    return [
      {
        ...head,
        clippingId,
        namings: places.map((at) => ({
          point: pointIn(row.keys[at] ?? '', clippingId, isMember),
          name: row.names[at] ?? '',
          role: row.roles[at] ?? '',
        })),
        claims: places.reduce((sum, at) => sum + countAt(row, at), 0),
        kinds: KINDS.map((_, kind) => places.reduce((sum, at) => sum + (row.counts[3 * at + kind] ?? 0), 0)),
        others: [
          ...new Set(row.keys.flatMap((key, at) => (countAt(row, at) > 0 ? [groups.rootOf(key, clippingId)] : []))),
        ].filter((other) => other !== root),
      },
    ];
  });
  return found.toSorted(newestFirst);
}

function pointIn(key: string, clippingId: ClippingId, members: ReadonlySet<string>): string {
  const placed = placedKey(key, clippingId);
  return members.has(placed) ? placed : key;
}

function countAt({ counts }: Appearances, at: number): number {
  return (counts[3 * at] ?? 0) + (counts[3 * at + 1] ?? 0) + (counts[3 * at + 2] ?? 0);
}

/**
 * What the actor says in these articles, in their order. Of an article whose words are still to be read it is known how
 * often the actor speaks and how: such claims have no words yet.
 */
export function claimsOf(
  root: string,
  articles: readonly ActorArticle[],
  spoken: ReadonlyMap<ClippingId, SpokenClaims>,
  groups: Groups,
): ActorClaim[] {
  return articles.flatMap(({ clippingId, title, outlet, at, published, kinds }) => {
    const head = { clippingId, title, outlet, at, published };
    const read = spoken.get(clippingId);
    if (!read)
      return KINDS.flatMap((kind, place) =>
        Array.from({ length: kinds[place] ?? 0 }, (_, number) => ({
          ...head,
          id: asId<ClaimId>(`${kind} ${number}`),
          kind,
          certainty: 1,
          words: '',
        })),
      );
    return read.claims
      .filter(({ key }) => groups.rootOf(key, clippingId) === root)
      .map(({ id, kind, certainty, words }) => ({ ...head, id, kind, certainty, words }));
  });
}

/** The articles and claims that were asked for. Where kind or words count, an article is one that has such a claim. */
export function narrow(
  articles: readonly ActorArticle[],
  claims: readonly ActorClaim[],
  { from, to, outlets, kinds, words }: Narrowing,
): { readonly articles: readonly ActorArticle[]; readonly claims: readonly ActorClaim[] } {
  const isIn = ({ at, outlet }: ArticleHead) =>
    (from === null || at >= from) && (to === null || at < to) && (outlets.length === 0 || outlets.includes(outlet));
  const wanted = wordsOf(words);
  const shown = claims.filter(
    (claim) => isIn(claim) && (kinds.length === 0 || kinds.includes(claim.kind)) && hasWords(claim, wanted),
  );
  if (kinds.length === 0 && wanted.length === 0) return { articles: articles.filter(isIn), claims: shown };
  const withClaim = new Set(shown.map(({ clippingId }) => clippingId));
  return { articles: articles.filter(({ clippingId }) => withClaim.has(clippingId)), claims: shown };
}

/** The last word may be typed in part. */
function hasWords(claim: ActorClaim, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const words = wordsOf(claim.words);
  const last = wanted.at(-1) ?? '';
  return wanted.slice(0, -1).every((word) => words.includes(word)) && words.some((word) => word.startsWith(last));
}

/** A name or role and the articles that use it, newest first. */
export interface Used {
  readonly words: string;
  readonly articles: readonly ActorArticle[];
}

/** Names by the point they stand for, most used first; each with its spellings, most used first. */
export interface UsedNaming {
  readonly point: string;
  readonly spellings: readonly Used[];
}

/** The names of the actor. */
export function namesIn(articles: readonly ActorArticle[]): UsedNaming[] {
  const byPoint = Map.groupBy(
    articles.flatMap((article) => article.namings.map((naming) => ({ article, naming }))),
    ({ naming }) => naming.point,
  );
  return [...byPoint]
    .map(([point, uses]) => ({
      point,
      size: uses.length,
      spellings: usesOf(uses.map(({ article, naming }) => [naming.name, article])),
    }))
    .toSorted((x, y) => y.size - x.size || (x.point < y.point ? -1 : 1))
    .map(({ point, spellings }) => ({ point, spellings }));
}

/** The roles that articles gave, most used first. */
export function rolesIn(articles: readonly ActorArticle[]): Used[] {
  return usesOf(
    articles.flatMap((article) =>
      article.namings.filter(({ role }) => role !== '').map(({ role }) => [role, article] as const),
    ),
  );
}

function usesOf(uses: readonly (readonly [string, ActorArticle])[]): Used[] {
  return [...Map.groupBy(uses, ([words]) => words)]
    .map(([words, all]) => ({ words, articles: all.map(([, article]) => article) }))
    .toSorted((x, y) => y.articles.length - x.articles.length || (x.words < y.words ? -1 : 1));
}

/** Each outlet with its articles and claims, most claims first. */
export function outletsIn(articles: readonly ActorArticle[], claims: readonly ActorClaim[]) {
  const said = Map.groupBy(claims, ({ outlet }) => outlet);
  return [...Map.groupBy(articles, ({ outlet }) => outlet)]
    .map(([outlet, all]) => ({ outlet, articles: all.length, claims: said.get(outlet)?.length ?? 0 }))
    .toSorted((x, y) => y.claims - x.claims || y.articles - x.articles || (x.outlet < y.outlet ? -1 : 1));
}

/** Who else speaks in the articles in which this actor speaks, most often first, with those articles. */
export function companyIn(
  articles: readonly ActorArticle[],
): { readonly root: string; readonly articles: readonly ActorArticle[] }[] {
  const company = new Map<string, ActorArticle[]>();
  for (const article of articles) {
    if (article.claims === 0) continue;
    for (const other of article.others) {
      const before = company.get(other);
      if (before) before.push(article);
      else company.set(other, [article]);
    }
  }
  return [...company]
    .map(([root, all]) => ({ root, articles: all }))
    .toSorted((x, y) => y.articles.length - x.articles.length || (x.root < y.root ? -1 : 1));
}

/** How many claims are of each kind. */
export function kindsIn(claims: readonly ActorClaim[]): Readonly<Record<ClaimKind, number>> {
  const count = (kind: ClaimKind) => claims.filter((claim) => claim.kind === kind).length;
  return { direct: count('direct'), mixed: count('mixed'), indirect: count('indirect') };
}

function newestFirst(a: ActorArticle, b: ActorArticle): number {
  return b.at - a.at || (a.clippingId < b.clippingId ? -1 : 1);
}
