import { describe, expect, it } from 'vitest';
import { asId, type ClaimId, type ClippingId } from '../../../../lib/model/ids';
import { atOnce } from '../../../../lib/model/in-steps';
import {
  ALL,
  type ActorClaim,
  articlesOf,
  claimsOf,
  companyIn,
  kindsIn,
  namesIn,
  narrow,
  outletsIn,
  rolesIn,
} from '../../../../lib/search/actors/actor-page';
import { describeActors } from '../../../../lib/search/actors/appearances';
import { decisionOn } from '../../../../lib/search/actors/decide';
import { groupKeys, readDecisions } from '../../../../lib/search/actors/groups';
import { buildRoster } from '../../../../lib/search/actors/roster';
import { byMonth, layOut } from '../../../../lib/search/actors/time-line';
import { inventedArchive, STAR } from '../../../library/invented-archive';

const LIBRARY = inventedArchive(60, 30);
const ROWS = LIBRARY.map((kept) => describeActors(kept));
const HEADS = new Map(
  LIBRARY.map(({ clipping: { id, meta, savedAt } }) => [
    id,
    { title: meta.title, outlet: meta.outlet, at: savedAt, published: meta.published },
  ]),
);
const ROOT = `person:${STAR.toLowerCase()}`;

function pageOf(root: string, decisions = readDecisions([])) {
  const rows = ROWS.map(({ appearances }) => appearances);
  const groups = groupKeys(new Set(rows.flatMap(({ keys }) => keys)), decisions);
  const articles = articlesOf(root, rows, HEADS, groups);
  const claims = claimsOf(root, articles, new Map(ROWS.map(({ spoken }) => [spoken.clippingId, spoken])), groups);
  const times = new Map([...HEADS].map(([id, { at }]) => [id, at]));
  return { articles, claims, actor: atOnce(buildRoster(rows, times, groups)).find((actor) => actor.root === root) };
}

describe('the page of an actor', () => {
  const { articles, claims, actor } = pageOf(ROOT);

  it('has what the list counts, newest first', () => {
    expect(actor).toMatchObject({ name: STAR, articles: articles.length, claims: claims.length, isOneName: false });
    expect(claims.length).toBeGreaterThan(15);
    expect(claims.map(({ at }) => at)).toEqual(claims.map(({ at }) => at).toSorted((a, b) => b - a));
    expect(actor?.lastSeen).toBe(articles[0]?.at);
  });

  it('knows how often and how somebody speaks before the words are read, in the same places', () => {
    const groups = groupKeys(new Set(ROWS.flatMap(({ appearances }) => appearances.keys)), readDecisions([]));
    const [first] = ROWS.filter(({ spoken }) => spoken.clippingId === articles[0]?.clippingId);
    const some = claimsOf(ROOT, articles, new Map(first ? [[first.spoken.clippingId, first.spoken]] : []), groups);
    expect(some.filter(({ words }) => words !== '').length).toBe(articles[0]?.claims);
    expect(kindsIn(some)).toEqual(kindsIn(claims));
    expect(outletsIn(articles, some)).toEqual(outletsIn(articles, claims));
    const places = (list: typeof claims) => layOut(list, 900).marks.map(({ x, y }) => `${x} ${y}`);
    expect(places(some)).toEqual(places(claims));
    expect(new Set(some.map(({ clippingId, id }) => clippingId + id)).size).toBe(some.length);
  });

  it('counts every claim once by kind, by outlet and by month', () => {
    const { direct, mixed, indirect } = kindsIn(claims);
    expect(direct + mixed + indirect).toBe(claims.length);
    expect(outletsIn(articles, claims).reduce((sum, one) => sum + one.claims, 0)).toBe(claims.length);
    expect(outletsIn(articles, claims).reduce((sum, one) => sum + one.articles, 0)).toBe(articles.length);
    const months = byMonth(claims);
    expect(months.reduce((sum, month) => sum + month.direct + month.mixed + month.indirect, 0)).toBe(claims.length);
    expect(months.map(({ from }) => from)).toEqual(months.map(({ from }) => from).toSorted((a, b) => a - b));
  });

  it('names roles with their articles, and who else speaks in hers', () => {
    const roles = rolesIn(articles);
    expect(roles.flatMap((role) => role.articles).length).toBe(
      articles.filter((article) => article.namings.some(({ role }) => role !== '')).length,
    );
    for (const { root, articles: shared } of companyIn(articles)) {
      expect(root).not.toBe(ROOT);
      for (const article of shared) expect(article.claims).toBeGreaterThan(0);
    }
  });

  it('shows names that were joined apart, each with its spellings', () => {
    const [other] = companyIn(articles);
    const name = other?.root.replace('person:', '') ?? '';
    const person = (of: string) => ({ name: of, type: 'person' as const, clippingId: null });
    const both = pageOf(
      [ROOT, `person:${name}`].toSorted()[0] ?? '',
      readDecisions([decisionOn(person(STAR), person(name), true, 1)]),
    );
    expect(both.claims.length).toBe(claims.length + pageOf(`person:${name}`).claims.length);
    expect(
      namesIn(both.articles)
        .map(({ point }) => point)
        .toSorted(),
    ).toEqual([ROOT, `person:${name}`].toSorted());
  });

  it('is narrowed by time, outlet, kind and words, and all of it follows', () => {
    const [first] = claims;
    if (!first) throw new Error('nothing said');
    const word = first.words.split(' ')[1] ?? '';
    const narrowed = [
      { ...ALL, from: first.at, to: first.at + 1 },
      { ...ALL, outlets: [first.outlet] },
      { ...ALL, kinds: [first.kind] },
      { ...ALL, words: word },
      { ...ALL, words: word.slice(0, 2) },
    ].map((narrowing) => narrow(articles, claims, narrowing));
    for (const { articles: shown, claims: said } of narrowed) {
      expect(said).toContain(first);
      expect(said.length).toBeLessThan(claims.length);
      for (const claim of said) expect(shown.some(({ clippingId }) => clippingId === claim.clippingId)).toBe(true);
    }
    expect(narrow(articles, claims, ALL)).toEqual({ articles, claims });
    expect(narrow(articles, claims, { ...ALL, words: 'xyzzy' })).toEqual({ articles: [], claims: [] });
    expect(narrow(articles, claims, { ...ALL, to: 0 }).claims).toEqual([]);
  });
});

describe('the time line', () => {
  const claim = (at: number, outlet = 'A', kind: ActorClaim['kind'] = 'direct'): ActorClaim => ({
    clippingId: asId<ClippingId>('k'),
    id: asId<ClaimId>(`c${at}`),
    title: '',
    outlet,
    at,
    published: null,
    kind,
    certainty: 1,
    words: '',
  });
  const DAY = 86_400_000;

  it('is empty of nothing, and shows a single claim in the middle', () => {
    expect(layOut([], 800).marks).toEqual([]);
    const { marks, left } = layOut([claim(0)], 800);
    expect(marks[0]?.x).toBeCloseTo(left + (800 - left) / 2, -1.3);
  });

  it.each([320, 800])('has a mark for every claim, in time from left to right, in %i pixels', (width) => {
    const many = Array.from({ length: 300 }, (_, at) => claim(at * 5 * DAY, 'ABCDEFGHIJKLM'[(at * 7) % 13]));
    const line = layOut(many, width);
    expect(line.marks.flatMap(({ claims }) => claims)).toHaveLength(300);
    expect(line.lanes).toHaveLength(9);
    expect(line.lanes.at(-1)?.outlet).toBe('');
    expect(line.lanes.reduce((sum, lane) => sum + lane.claims, 0)).toBe(300);
    for (const { x, y } of line.marks) {
      expect(x).toBeGreaterThanOrEqual(line.left);
      expect(x).toBeLessThanOrEqual(width + 10);
      expect(y).toBeLessThan(line.height);
    }
    const inTime = line.marks.toSorted((a, b) => a.x - b.x).flatMap(({ claims }) => claims[0]?.at ?? 0);
    expect(Math.max(...inTime.map((at, i) => (inTime[i - 1] ?? 0) - at))).toBeLessThan(60 * DAY);
  });

  it('stacks claims of one day, and puts many into one mark', () => {
    expect(layOut([claim(0), claim(0), claim(0)], 800).marks.map(({ claims }) => claims.length)).toEqual([1, 1, 1]);
    expect(layOut([claim(0), claim(0), claim(0), claim(0)], 800).marks.map(({ claims }) => claims.length)).toEqual([4]);
  });

  it.each([
    [10, 'day'],
    [200, 'month'],
    [4000, 'year'],
  ] as const)('is marked off over %i days by the %s, no closer than can be read', (days, unit) => {
    const { ticks } = layOut([claim(0), claim(days * DAY)], 800);
    expect(new Set(ticks.map((tick) => tick.unit))).toEqual(new Set([unit]));
    expect(ticks.length).toBeGreaterThan(1);
    for (const [i, tick] of ticks.entries()) if (i > 0) expect(tick.x - (ticks[i - 1]?.x ?? 0)).toBeGreaterThan(40);
  });
});
