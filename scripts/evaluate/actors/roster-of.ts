/** The roster of read articles, as lines to be judged by hand. */
import { asId, type ClippingId } from '../../../lib/model/ids';
import { atOnce } from '../../../lib/model/in-steps';
import { type Appearances, KINDS } from '../../../lib/search/actors/appearances';
import { groupKeys, readDecisions } from '../../../lib/search/actors/groups';
import { KEY_RULES, nameKey, nearKey } from '../../../lib/search/actors/name-key';
import { proposeSame } from '../../../lib/search/actors/propose';
import { buildRoster, type KnownActor } from '../../../lib/search/actors/roster';
import type { ReadArticle } from './articles';

/** Articles named with a line, so that it can be judged. */
const EXAMPLES = 2;

export function rosterOf(articles: readonly ReadArticle[]) {
  const rows = articles.map(rowOf);
  const decided = readDecisions([]);
  const started = performance.now();
  const groups = groupKeys(new Set(rows.flatMap(({ keys }) => keys)), decided);
  const times = new Map(rows.map(({ clippingId }) => [clippingId, 0]));
  const actors = atOnce(buildRoster(rows, times, groups));
  const built = performance.now();
  const outlets = new Map(articles.map(({ id, outlet }) => [asId<ClippingId>(id), outlet]));
  const proposals = atOnce(proposeSame(rows, outlets, actors, groups, decided));
  const ended = performance.now();
  const byRoot = new Map(actors.map((actor) => [actor.root, actor]));
  const told = usesOf(articles, (key) => groups.rootOf(key, null));

  const joined = actors.flatMap((actor): string[] => {
    const spellings = told.get(actor.root)?.spellings ?? new Map<string, readonly string[]>();
    if (spellings.size < 2) return [];
    return [
      `${actor.type}: ${[...spellings].map(([name, ids]) => `${name} (${ids.length}: ${ids.slice(0, EXAMPLES).join(' ')})`).join(' | ')}`,
    ];
  });
  const nameOf = (actor: KnownActor | undefined) =>
    `${actor?.name} [${actor?.articles}, ${told
      .get(actor?.root ?? '')
      ?.roles.slice(0, 3)
      .join('; ')}]`;
  const proposed = proposals.map(
    ({ a, b, how, articles: where, roles, outlets: papers, company, score }) =>
      `${how} ${score} ${byRoot.get(a)?.type}: ${nameOf(byRoot.get(a))} = ${nameOf(byRoot.get(b))}${where ? ` in ${where.length}` : ''} | ${roles.join(' ')} | ${papers.slice(0, 3).join(', ')} | ${company.join(', ')}`,
  );
  const counts = Object.entries(Object.groupBy(proposals, ({ how }) => how)).map(
    ([how, all]) => `${how} ${all?.length}`,
  );
  const summary = `${articles.length} articles, ${actors.length} actors, ${joined.length} of several spellings, ${proposals.length} proposals (${counts.join(', ')}); roster ${(built - started).toFixed(0)} ms, proposals ${(ended - built).toFixed(0)} ms`;
  return { summary, joined, proposed };
}

function rowOf({ id, actors, claims }: ReadArticle): Appearances {
  const found = new Map<string, { name: string; role: string; counts: number[] }>();
  for (const [at, { name, type, role }] of actors.entries()) {
    const key = nameKey(name, type);
    const one = found.get(key) ?? { name, role, counts: [0, 0, 0] };
    found.set(key, one.role === '' ? { ...one, role } : one);
    for (const { kind, speaker } of claims) if (speaker === at) one.counts[KINDS.indexOf(kind)]! += 1;
  }
  const all = [...found.values()];
  const keys = [...found.keys()];
  return {
    clippingId: asId<ClippingId>(id),
    rules: KEY_RULES,
    keys,
    nears: keys.map(nearKey),
    names: all.map(({ name }) => name),
    roles: all.map(({ role }) => role),
    counts: all.flatMap(({ counts }) => counts),
  };
}

function usesOf(articles: readonly ReadArticle[], rootOf: (key: string) => string) {
  const uses = new Map<string, Uses>();
  for (const { id, actors } of articles)
    for (const { name, type, role } of actors) {
      const root = rootOf(nameKey(name, type));
      const use: Uses = uses.get(root) ?? { spellings: new Map(), roles: [] };
      uses.set(root, use);
      const ids = use.spellings.get(name) ?? [];
      use.spellings.set(name, [...ids, id]);
      if (role !== '' && !use.roles.includes(role)) use.roles.push(role);
    }
  return uses;
}

/** Under which names, in which articles, and in which roles somebody appears. */
interface Uses {
  readonly spellings: Map<string, string[]>;
  readonly roles: string[];
}
