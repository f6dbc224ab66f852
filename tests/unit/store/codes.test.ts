import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Code, type CodeUse, undefinedCode } from '../../../lib/model/code';
import { countChange } from '../../../lib/model/coding';
import { type ClippingId, asId } from '../../../lib/model/ids';
import type { Note } from '../../../lib/model/note';
import type { Result } from '../../../lib/model/result';
import { addRows } from '../../../lib/store/clippings';
import {
  deleteCode,
  followCodes,
  listCodes,
  mergeCodes,
  notesCoded,
  saveCode,
  splitCode,
  takeBack,
} from '../../../lib/store/codes/codebook';
import { addCodes } from '../../../lib/store/codes/join-codes';
import { below } from '../../../lib/store/codes/plan';
import { tagClippings, tagPlaces } from '../../../lib/store/codes/tag-many';
import { Database } from '../../../lib/store/database';
import { editNote } from '../../../lib/store/notes';
import { trashClippings } from '../../../lib/store/trash';
import { keptFixture } from '../exchange/kept-fixture';

let db: Database;
let count = 0;
beforeEach(() => {
  count += 1;
  db = new Database(`codes-${count}`);
});
afterEach(() => db.delete());

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const code = (name: string, more: Partial<Code> = {}): Code => ({ ...undefinedCode(name), ...more });
/** Gives texts to a code that is there as a tag, or not at all. */
const define = async (draft: Code) => must(await saveCode(undefinedCode(draft.name), draft, db));
const clippingId = (number: number) => asId<ClippingId>(`k${number}`);

/** One clipping for each list of notes, each note with these tags. */
async function keep(...all: readonly (readonly (readonly string[])[])[]): Promise<void> {
  const [one] = [keptFixture({ notes: [{}] })];
  const note = one.notes[0];
  if (!note) throw new Error('a note');
  for (const [number, notes] of all.entries()) {
    const id = clippingId(number);
    await addRows(db, { ...one.clipping, id, textHash: `h${number}` }, { ...one.text, clippingId: id });
    await db.notes.bulkAdd(
      notes.map((tags, i) => ({ ...note, tags, id: asId<Note['id']>(`n${number}-${i}`), clippingId: id })),
    );
  }
}

const tagsOf = async () => Object.fromEntries((await db.notes.toArray()).map(({ id, tags }) => [id, tags]));
const everything = async () => ({
  codes: await db.codes.toArray(),
  // A change that is taken back is a change: the revision grows, so that no editor overwrites it unseen.
  notes: (await db.notes.toArray()).map((note) => ({ ...note, revision: 0 })),
});
const codebook = async (): Promise<readonly CodeUse[]> =>
  must(await new Promise<Result<readonly CodeUse[]>>((resolve) => void followCodes(resolve, db)));

describe('the codebook', () => {
  it('holds tags that nobody defined, with their counts, and leaves out what is in the trash', async () => {
    await keep([['money', 'bridge'], ['money']], [['money']], [['lock', 'money']]);
    await define(code('bridge', { definition: 'The swing bridge.' }));
    must(await saveCode(null, code('unused'), db));
    must(await trashClippings([clippingId(2)], db));
    expect((await codebook()).map((use) => [use.code.name, use.isDefined, use.notes, use.articles])).toEqual([
      ['bridge', true, 1, 1],
      ['money', false, 3, 2],
      ['unused', true, 0, 0],
    ]);
    expect(must(await notesCoded('money', db)).map(({ id }) => id)).toEqual(['n0-0', 'n0-1', 'n1-0']);
  });

  it.each<[string, Code, string]>([
    ['no name', code('  , '), 'no-name'],
    ['the name of another code', code('Bridge'), 'name-taken'],
    ['the name of a tag', code('MONEY'), 'name-taken'],
    ['a key of another code', code('new', { key: 'B' }), 'key-taken'],
    ['a key of coding mode', code('new', { key: 'j' }), 'key-unfit'],
    ['two letters as key', code('new', { key: 'ab' }), 'key-unfit'],
    ['itself as parent', code('new', { parent: 'new' }), 'cycle'],
  ])('refuses a code with %s, and changes nothing', async (_, draft, reason) => {
    await keep([['money']]);
    must(await saveCode(null, code('bridge', { key: 'b' }), db));
    const before = await everything();
    expect(await saveCode(null, draft, db)).toEqual({ ok: false, reason });
    expect(await everything()).toEqual(before);
  });

  it('refuses a parent that stands below', async () => {
    must(await saveCode(null, code('a'), db));
    must(await saveCode(null, code('b', { parent: 'a' }), db));
    must(await saveCode(null, code('c', { parent: 'b' }), db));
    expect(await saveCode(code('a'), code('a', { parent: 'c' }), db)).toEqual({ ok: false, reason: 'cycle' });
  });

  it('renames in all notes, also those in the trash, and the codes below follow', async () => {
    await keep([['money', 'pay']], [['pay']]);
    must(await trashClippings([clippingId(1)], db));
    must(await saveCode(null, code('pay talks', { parent: 'pay' }), db));
    const done = must(await saveCode(code('pay'), code('wages', { definition: 'What is paid.' }), db));
    expect(countChange(done)).toEqual({ notes: 2, articles: 2 });
    expect(await tagsOf()).toEqual({ 'n0-0': ['money', 'wages'], 'n1-0': ['wages'] });
    expect(must(await listCodes(db)).map(({ name, parent }) => [name, parent])).toEqual([
      ['pay talks', 'wages'],
      ['wages', null],
    ]);
  });

  it('lets the case of a name be changed', async () => {
    await keep([['nato']]);
    must(await saveCode(code('nato'), code('NATO'), db));
    expect(await tagsOf()).toEqual({ 'n0-0': ['NATO'] });
  });

  it('says so when another tab changed the code in the meantime', async () => {
    must(await saveCode(null, code('a'), db));
    const other = new Database(db.name);
    must(await saveCode(code('a'), code('a', { definition: 'there' }), other));
    other.close();
    expect(await saveCode(code('a'), code('a', { definition: 'here' }), db)).toEqual({ ok: false, reason: 'conflict' });
    expect(must(await listCodes(db))[0]?.definition).toBe('there');
  });

  it('merges: each note bears the tag once, and the codes below move', async () => {
    await keep([['a', 'b'], ['a'], ['c']]);
    await define(code('a', { parent: 'top' }));
    await define(code('b', { parent: 'a', definition: 'kept' }));
    must(await saveCode(null, code('d', { parent: 'a' }), db));
    must(await mergeCodes('a', 'b', db));
    expect(await tagsOf()).toEqual({ 'n0-0': ['b'], 'n0-1': ['b'], 'n0-2': ['c'] });
    expect(must(await listCodes(db)).map(({ name, parent, definition }) => [name, parent, definition])).toEqual([
      ['b', 'top', 'kept'],
      ['d', 'b', ''],
    ]);
  });

  it('does not merge a code with itself or with none', async () => {
    await keep([['a']]);
    expect(await mergeCodes('a', 'a', db)).toEqual({ ok: false, reason: 'not-found' });
    expect(await mergeCodes('a', 'nobody', db)).toEqual({ ok: false, reason: 'not-found' });
    expect(await tagsOf()).toEqual({ 'n0-0': ['a'] });
  });

  it('splits the chosen notes off', async () => {
    await keep([['a'], ['a', 'b']], [['a']]);
    const done = must(await splitCode('a', code('new', { parent: 'a' }), [asId('n0-1'), asId('n1-0')], db));
    expect(countChange(done)).toEqual({ notes: 2, articles: 2 });
    expect(await tagsOf()).toEqual({ 'n0-0': ['a'], 'n0-1': ['new', 'b'], 'n1-0': ['new'] });
    must(await takeBack(done, db));
    expect(await tagsOf()).toEqual({ 'n0-0': ['a'], 'n0-1': ['a', 'b'], 'n1-0': ['a'] });
    expect(await db.codes.count()).toBe(0);
  });

  it('deletes a code with its tag; a note on a claim that held nothing else goes and comes back', async () => {
    await keep([['a'], ['a', 'b']]);
    await db.notes.update(asId<Note['id']>('n0-0'), { body: '', about: { kind: 'claim' } });
    must(await saveCode(null, code('below', { parent: 'a' }), db));
    const before = await everything();
    const done = must(await deleteCode('a', db));
    expect(await tagsOf()).toEqual({ 'n0-1': ['b'] });
    must(await takeBack(done, db));
    expect(await everything()).toEqual(before);
  });

  it('takes back what it did to notes that were written on since, and leaves what was written', async () => {
    await keep([['a', 'b']]);
    const done = must(await mergeCodes('a', 'b', db));
    const note = await db.notes.get(asId<Note['id']>('n0-0'));
    if (!note) throw new Error('a note');
    must(await editNote(note.id, note.revision, { ...note, body: 'Since.', tags: ['b', 'c'] }, db));
    must(await takeBack(done, db));
    const after = await db.notes.get(note.id);
    expect([after?.body, after?.tags]).toEqual(['Since.', ['b', 'c', 'a']]);
  });

  it('takes nothing back when a code was changed since', async () => {
    await keep([['a']]);
    const done = must(await saveCode(code('a'), code('b'), db));
    must(await saveCode(code('b'), code('b', { definition: 'since' }), db));
    expect(await takeBack(done, db)).toEqual({ ok: false, reason: 'conflict' });
    expect(await tagsOf()).toEqual({ 'n0-0': ['b'] });
  });

  it('is as it was after any change and its taking back, and never has a circle', async () => {
    const NAMES = ['a', 'b', 'c', 'd', 'e'];
    const name = fc.constantFrom(...NAMES);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.record({ name, parent: fc.option(name) }), { selector: ({ name: own }) => own }),
        fc.array(fc.uniqueArray(name), { maxLength: 6 }),
        name,
        name,
        async (codes, notes, one, other) => {
          count += 1;
          db = new Database(`codes-${count}`);
          await keep(notes);
          for (const { name: own, parent } of codes)
            await db.codes.put(code(own, { parent: parent === own ? null : parent }));
          const circles = async () => {
            const all = await db.codes.toArray();
            return all.filter(({ name: own, parent }) => parent === own || below(all, own).includes(parent ?? ''));
          };
          fc.pre((await circles()).length === 0);
          const before = await everything();
          const stored = await db.codes.get(one);
          for (const act of [
            () => saveCode(stored ?? code(one), code('renamed', { parent: stored?.parent ?? null }), db),
            () => mergeCodes(one, other, db),
            () => deleteCode(one, db),
          ]) {
            const done = await act();
            if (!done.ok) continue;
            expect(await circles()).toEqual([]);
            expect(await tagsOf()).not.toContain(one);
            must(await takeBack(done.value, db));
            expect(await everything()).toEqual(before);
          }
          await db.delete();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is as it was after renaming and renaming back', async () => {
    await keep([['a', 'b'], ['b']], [['a']]);
    await define(code('a', { definition: 'x', key: '1' }));
    must(await saveCode(null, code('c', { parent: 'a' }), db));
    const bare = async () => ({ codes: await db.codes.toArray(), tags: await tagsOf() });
    const before = await bare();
    must(await saveCode(code('a', { definition: 'x', key: '1' }), code('z', { definition: 'x', key: '1' }), db));
    expect(await bare()).not.toEqual(before);
    must(await saveCode(code('z', { definition: 'x', key: '1' }), code('a', { definition: 'x', key: '1' }), db));
    expect(await bare()).toEqual(before);
  });
});

describe('codes of a file', () => {
  it('are taken without circles, whatever the file says', async () => {
    const file = [code('a', { parent: 'b' }), code('b', { parent: 'c' }), code('c', { parent: 'a' }), code('A')];
    expect(must(await addCodes(file, db))).toHaveLength(3);
    expect(must(await addCodes(file, db))).toHaveLength(0);
    const all = must(await listCodes(db));
    for (const { name, parent } of all) expect(below(all, name)).not.toContain(parent);
    expect(all.filter(({ parent }) => parent !== null)).toHaveLength(2);
  });
});

describe('tagging many', () => {
  it('gives clippings a tag once, takes it again, and takes that back', async () => {
    await keep([['a']], [], []);
    const ids = [clippingId(0), clippingId(1), clippingId(9)];
    const done = must(await tagClippings(ids, ' to  check ', true, db));
    expect(countChange(done)).toEqual({ notes: 2, articles: 2 });
    expect(countChange(must(await tagClippings(ids, 'to check', true, db))).notes).toBe(0);
    const taken = must(await tagClippings(ids, 'to check', false, db));
    expect(await db.notes.count()).toBe(1);
    must(await takeBack(taken, db));
    expect(await db.notes.where('tags').equals('to check').count()).toBe(2);
    must(await takeBack(done, db));
    expect(await db.notes.count()).toBe(1);
  });

  it('codes claims: an own note, or the one that stands there', async () => {
    await keep([['a']]);
    const note = await db.notes.get(asId<Note['id']>('n0-0'));
    if (!note?.selectors) throw new Error('a note on a passage');
    const elsewhere = { ...note.selectors, start: 90, end: 95, exact: 'talks' };
    const places = [note.selectors, elsewhere].map((selectors) => ({ selectors, about: { kind: 'claim' } as const }));
    must(await tagPlaces(clippingId(0), places, 'money', true, db));
    const notes = await db.notes.toArray();
    expect(notes.map(({ tags, about, body }) => `${tags.join()} ${about?.kind ?? '-'} ${body}`)).toEqual(
      expect.arrayContaining(['a,money - Check *this*.', 'money claim ']),
    );
    expect(notes).toHaveLength(2);
    must(await tagPlaces(clippingId(0), places, 'money', false, db));
    expect(await tagsOf()).toEqual({ 'n0-0': ['a'] });
    expect(await tagPlaces(clippingId(5), places, 'money', true, db)).toEqual({ ok: false, reason: 'not-found' });
  });
});
