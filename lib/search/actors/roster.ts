import type { ActorType } from '../../model/analysis';
import type { ClippingId } from '../../model/ids';
import type { InSteps } from '../../model/in-steps';
import type { Appearances } from './appearances';
import type { Groups } from './groups';
import { nameWords } from './name-words';
import { partsOf, readPoint } from './name-key';
import { isOneName } from './person-name';

/** One actor over all articles, as lists show it. */
export interface KnownActor {
  /** The point that stands for it in `Groups`. */
  readonly root: string;
  readonly name: string;
  readonly type: ActorType;
  /** Only a surname or another single name is known: these may be several people. */
  readonly isOneName: boolean;
  readonly articles: number;
  readonly claims: number;
  /** Epoch milliseconds of the latest article. */
  readonly lastSeen: number;
  /** All its names as the articles write them. */
  readonly names: readonly string[];
}

/** When an article was published, or kept where that is not known, in epoch milliseconds. */
export type ArticleTimes = ReadonlyMap<ClippingId, number>;

const ROWS_A_STEP = 100;

interface Sum {
  articles: number;
  claims: number;
  lastSeen: number;
  /** Each spelling and in how many articles it is used. */
  readonly names: Map<string, number>;
}

/** All actors of the articles that `times` knows, in no order; the order of `rows` does not matter. */
export function* buildRoster(rows: readonly Appearances[], times: ArticleTimes, groups: Groups): InSteps<KnownActor[]> {
  const sums = new Map<string, Sum>();
  for (const [number, row] of rows.entries()) {
    if (number % ROWS_A_STEP === 0) yield;
    const at = times.get(row.clippingId);
    if (at === undefined) continue;
    // Two keys of one article may be one actor.
    const inArticle = new Set<string>();
    for (const [i, key] of row.keys.entries()) {
      const root = groups.rootOf(key, row.clippingId);
      let sum = sums.get(root);
      if (!sum) sums.set(root, (sum = { articles: 0, claims: 0, lastSeen: at, names: new Map() }));
      if (!inArticle.has(root)) sum.articles += 1;
      inArticle.add(root);
      sum.claims += (row.counts[3 * i] ?? 0) + (row.counts[3 * i + 1] ?? 0) + (row.counts[3 * i + 2] ?? 0);
      if (at > sum.lastSeen) sum.lastSeen = at;
      const name = row.names[i] ?? '';
      sum.names.set(name, (sum.names.get(name) ?? 0) + 1);
    }
  }
  yield;
  return [...sums].map(([root, sum]) => toActor(root, sum, groups));
}

function toActor(root: string, { names, ...sum }: Sum, groups: Groups): KnownActor {
  const { type } = partsOf(readPoint(root).key);
  const members = groups.membersOf(root);
  return {
    ...sum,
    root,
    type,
    name: bestName(names, type),
    isOneName: type === 'person' && members.every((point) => isOneName(partsOf(readPoint(point).key).words)),
    names: [...names.keys()],
  };
}

/** The spelling to show: a full name before a single word, the most used, then the first of the alphabet. */
export function bestName(names: ReadonlyMap<string, number>, type: ActorType): string {
  if (names.size === 1) return names.keys().next().value ?? '';
  const isFull = (name: string) => Number(nameWords(name, type).length > 1);
  const [best] = [...names].toSorted(([a, m], [b, n]) => isFull(b) - isFull(a) || n - m || (a < b ? -1 : 1));
  return best?.[0] ?? '';
}
