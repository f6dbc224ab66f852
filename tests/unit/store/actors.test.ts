import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asId, type ClippingId } from '../../../lib/model/ids';
import type { Naming } from '../../../lib/model/known-actor';
import type { Result } from '../../../lib/model/result';
import { describe as selectorsOf } from '../../../lib/anchoring/describe';
import { decisionOn, keepApart, undoOf } from '../../../lib/search/actors/decide';
import { checkActors } from '../../../lib/store/actors/check-actors';
import { changeDecisions, mergeDecisions } from '../../../lib/store/actors/decisions';
import { followActors, spokenIn, type StoredActors } from '../../../lib/store/actors/follow-actors';
import { findSaidBefore } from '../../../lib/store/actors/said-before';
import { keepClipping } from '../../../lib/store/clippings';
import { Database } from '../../../lib/store/database';
import { correct } from '../../../lib/store/notes';
import { eraseClippings, trashClippings } from '../../../lib/store/trash';
import { write } from '../../../lib/store/write';
import { articleOf, type Said } from '../../panel/article';

let db: Database;
let count = 0;
beforeEach(() => {
  count += 1;
  db = new Database(`actors-${count}`);
});
afterEach(() => db.delete());

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const line = (speaker: string, words: string): Said => [speaker, `“${words},”`, 'direct', 'said', 0.9];

/** An article at this path in which these people speak. */
function draft(path: string, ...said: readonly Said[]) {
  const { article, analysis } = articleOf(said);
  const url = `https://ledger.example/${path}`;
  return {
    article: { ...article, text: `${article.text}\n\n${path}`, meta: { ...article.meta, url, canonicalUrl: url } },
    analysis,
  };
}
const keep = async (path: string, ...said: readonly Said[]) => must(await keepClipping(draft(path, ...said), db)).id;
const said = async (name: string, not: ClippingId | null = null) =>
  must(await findSaidBefore(name, not, db)).map(({ content }) => content);
const person = (name: string, clippingId: ClippingId | null = null): Naming => ({ name, type: 'person', clippingId });
const decide = async (a: Naming, b: Naming, isSame: boolean) =>
  must(await changeDecisions({ put: [decisionOn(a, b, isSame, 5)], removed: [] }, db));

describe('who appears in an article', () => {
  it('is stored with it, and deleted with it', async () => {
    const id = await keep('a', line('Nia Berg', 'We sail'), line('Nia Berg', 'At noon'));
    const row = await db.appearances.get(id);
    const at = row?.keys.indexOf('person:nia berg') ?? -1;
    expect(row?.names[at]).toBe('Nia Berg');
    expect(row?.counts.slice(3 * at, 3 * at + 3)).toEqual([2, 0, 0]);
    expect(row?.roles[row.keys.indexOf('person:mara olsen')]).toBe('harbour master');
    expect(must(await spokenIn([id, asId('gone')], db))).toMatchObject([
      { clippingId: id, claims: [{ key: 'person:nia berg', words: '“We sail,”' }, { words: '“At noon,”' }] },
    ]);
    await trashClippings([id], db);
    await eraseClippings([id], db);
    expect([await db.appearances.count(), await db.spoken.count()]).toEqual([0, 0]);
  });

  it('follows the reader: someone else, wrong, and taken back', async () => {
    const article = draft('a', line('Nia Berg', 'We sail'), line('Nia Berg', 'At noon'));
    const id = await keep('a', line('Nia Berg', 'We sail'), line('Nia Berg', 'At noon'));
    const content = selectorsOf(article.article.text, article.analysis.claims[0]?.content[0] ?? { start: 0, end: 0 });
    const speakers = async () => (await db.spoken.get(id))?.claims.map(({ key }) => key);
    must(await correct(article, content, { kind: 'speaker', name: 'Ivo Brand' }, db));
    expect(await speakers()).toEqual(['person:ivo brand', 'person:nia berg']);
    must(await correct(article, content, { kind: 'speaker', name: 'sandvik port authority' }, db));
    expect(await speakers()).toEqual(['organization:sandvik port authority', 'person:nia berg']);
    must(await correct(article, content, { kind: 'wrong' }, db));
    expect(await speakers()).toEqual(['person:nia berg']);
    must(await correct(article, content, null, db));
    expect(await speakers()).toEqual(['person:nia berg', 'person:nia berg']);
  });

  it('is told at once and after every change', async () => {
    const told = vi.fn<(found: Result<StoredActors>) => void>();
    const stop = followActors(told, db);
    const last = () => {
      const found = told.mock.lastCall?.[0];
      return found?.ok ? [found.value.rows.length, found.value.decisions.length] : [];
    };
    await vi.waitFor(() => expect(last()).toEqual([0, 0]));
    await keep('a', line('Nia Berg', 'We sail'));
    await vi.waitFor(() => expect(last()).toEqual([1, 0]));
    await decide(person('Nia Berg'), person('Berg'), true);
    await vi.waitFor(() => expect(last()).toEqual([1, 1]));
    stop();
  });

  it('is told as it is after articles changed, went and came', async () => {
    const told = vi.fn<(found: Result<StoredActors>) => void>();
    const stop = followActors(told, db);
    const speakers = () => {
      const found = told.mock.lastCall?.[0];
      return found?.ok ? found.value.rows.flatMap(({ names }) => names.filter((name) => name !== 'Mara Olsen')) : [];
    };
    const article = draft('a', line('Nia Berg', 'We sail'));
    const a = await keep('a', line('Nia Berg', 'We sail'));
    const b = await keep('b', line('Ivo Brand', 'We stay'));
    await vi.waitFor(() => expect(speakers()).toEqual(expect.arrayContaining(['Nia Berg', 'Ivo Brand'])));
    // The row that was stored last goes, and an older one changes, before anybody has asked again.
    await trashClippings([b], db);
    await eraseClippings([b], db);
    const content = selectorsOf(article.article.text, article.analysis.claims[0]?.content[0] ?? { start: 0, end: 0 });
    must(await correct(article, content, { kind: 'speaker', name: 'Wen Vidal' }, db));
    await vi.waitFor(() => expect(speakers()).toContain('Wen Vidal'));
    expect(speakers()).not.toContain('Ivo Brand');
    const c = await keep('c', line('Per Dal', 'We wait'));
    await vi.waitFor(() => expect(speakers()).toContain('Per Dal'));
    const known = told.mock.lastCall?.[0];
    expect(known?.ok && known.value.rows.map(({ clippingId }) => clippingId).toSorted()).toEqual([a, c].toSorted());
    stop();
  });

  it('is stored under a higher revision each time, also after the last one went', async () => {
    const revisions = async () => (await db.appearances.toArray()).map(({ revision }) => revision);
    const a = await keep('a', line('Nia Berg', 'We sail'));
    await keep('b', line('Nia Berg', 'At noon'));
    const highest = Math.max(...(await revisions()));
    await trashClippings(await db.clippings.toCollection().primaryKeys(), db);
    await eraseClippings(await db.clippings.toCollection().primaryKeys(), db);
    await keep('c', line('Nia Berg', 'At dawn'));
    expect(await db.appearances.get(a)).toBeUndefined();
    expect(Math.min(...(await revisions()))).toBeGreaterThan(highest);
  });
});

describe('the checker of actors', () => {
  it('has nothing to do where all is well', async () => {
    await keep('a', line('Nia Berg', 'We sail'));
    expect(must(await checkActors(db))).toEqual({ missing: 0, ghosts: 0 });
  });

  it('makes what is missing or of older rules, and drops what has no article', async () => {
    const one = await keep('one', line('Nia Berg', 'We sail'));
    const two = await keep('two', line('Nia Berg', 'At noon'));
    const three = await keep('three', line('Ivo Brand', 'We stay'));
    const [row, ...before] = await db.appearances.bulkGet([one, two]);
    await db.appearances.put({ ...row!, rules: 0, keys: ['person:old'], nears: ['person:old'] });
    await db.spoken.delete(two);
    await db.clippings.delete(three);
    expect(must(await checkActors(db))).toEqual({ missing: 2, ghosts: 1 });
    const plain = [row, ...before].map((each) => ({ ...each, revision: expect.any(Number) }));
    expect(await db.appearances.bulkGet([one, two])).toEqual(plain);
    expect(await db.spoken.toCollection().primaryKeys()).toEqual([one, two].toSorted());
  });
});

describe('what an actor said before', () => {
  it('follows what the reader joined and told apart', async () => {
    await keep('a', line('Aleksandar Vucin', 'One'));
    await keep('b', line('Vucin', 'Two'));
    const c = await keep('c', line('Aleksander Vučin', 'Three'));
    expect(await said('Aleksandar Vučin')).toEqual(['“One,”']);
    await decide(person('Vucin'), person('Aleksandar Vucin'), true);
    const joined = await decide(person('Aleksander Vučin'), person('Vučin'), true);
    expect((await said('aleksandar vucin')).toSorted()).toEqual(['“One,”', '“Three,”', '“Two,”']);
    expect((await said('Vucin', c)).toSorted()).toEqual(['“One,”', '“Two,”']);
    must(await changeDecisions(undoOf(joined), db));
    expect((await said('Vucin')).toSorted()).toEqual(['“One,”', '“Two,”']);
  });

  it('tells people of one surname apart, article by article', async () => {
    const a = await keep('a', line('Olsen', 'Her words'));
    const b = await keep('b', line('Olsen', 'His words'));
    await decide(person('Olsen', b), person('Per Olsen'), true);
    await keep('c', line('Per Olsen', 'His too'));
    expect((await said('Per Olsen')).toSorted()).toEqual(['“His too,”', '“His words,”']);
    expect(await said('Olsen')).toEqual(['“Her words,”']);
    expect(await said('Olsen', a)).toEqual([]);
    // In that article the surname means him.
    expect(await said('Olsen', b)).toEqual(['“His too,”']);
  });

  it('comes newest first, whatever the time zone, and by when it was kept where no date is known', async () => {
    const dated = async (path: string, published: string | null, words: string) => {
      const one = draft(path, line('Nia Berg', words));
      const article = { ...one.article, meta: { ...one.article.meta, published } };
      must(await keepClipping({ ...one, article }, db));
    };
    await dated('a', '2026-11-12T23:30:00-05:00', 'Later');
    await dated('b', '2026-11-13T01:00:00+09:00', 'Earlier');
    await dated('c', null, 'Kept now');
    await dated('d', '2019', 'Long ago');
    expect(await said('Nia Berg')).toEqual(['“Kept now,”', '“Later,”', '“Earlier,”', '“Long ago,”']);
  });

  it('names the claim where it stands', async () => {
    const id = await keep('a', line('Nia Berg', 'One'), line('Nia Berg', 'Two'));
    const found = must(await findSaidBefore('Nia Berg', null, db));
    const claims = must(await spokenIn([id], db))[0]?.claims.map((claim) => [claim.words, claim.id]);
    expect(found.map(({ content, claim }) => [content, claim])).toEqual(claims);
  });

  it('is nothing for a name without words', async () => {
    await keep('a', line('Nia Berg', 'We sail'));
    expect(await said('')).toEqual([]);
    expect(await said('—')).toEqual([]);
  });
});

describe('decisions', () => {
  it('stay when articles go', async () => {
    const id = await keep('a', line('Nia Berg', 'We sail'));
    await decide(person('Nia Berg'), person('Berg', id), true);
    await trashClippings([id], db);
    await eraseClippings([id], db);
    expect(await db.sameActors.count()).toBe(1);
  });

  it('are replaced by later ones on the same two, and taken back with what they replaced', async () => {
    await decide(person('Nia Berg'), person('Berg'), true);
    const before = await db.sameActors.toArray();
    const change = must(await changeDecisions(keepApart(person('Berg'), person('NIA BERG'), before, 9), db));
    expect(await db.sameActors.toArray()).toMatchObject([{ isSame: false, decidedAt: 9 }]);
    must(await changeDecisions(undoOf(change), db));
    expect(await db.sameActors.toArray()).toEqual(before);
  });

  it('of a file are taken in where they are later', async () => {
    await decide(person('Nia Berg'), person('Berg'), true);
    const at = (decidedAt: number, name: string) => ({
      ...decisionOn(person('Berg'), person(name), false, decidedAt),
      pair: 'made up',
    });
    const take = async (...rows: readonly ReturnType<typeof at>[]) =>
      must(await write((tables) => mergeDecisions(tables, rows, new Map()), db));
    expect(await take(at(4, 'Nia Berg'), at(1, 'Ivo Brand'))).toBe(1);
    expect((await db.sameActors.toArray()).map(({ decidedAt }) => decidedAt).toSorted((x, y) => x - y)).toEqual([1, 5]);
    expect(await take(at(6, 'Nia Berg'))).toBe(1);
    expect((await db.sameActors.toArray()).map(({ isSame }) => isSame)).toEqual([false, false]);
  });
});
