import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportBackup } from '../../../lib/background/backup';
import { openFile } from '../../../lib/background/import/open-file';
import type { ImportMode, ImportOutcome, LongWork } from '../../../lib/model/opened-file';
import { FORMAT } from '../../../lib/exchange/backup/format';
import { type Code, undefinedCode } from '../../../lib/model/code';
import { asId } from '../../../lib/model/ids';
import type { KeptWhole } from '../../../lib/model/kept';
import type { Naming } from '../../../lib/model/known-actor';
import { describeActors } from '../../../lib/search/actors/appearances';
import { decisionOn } from '../../../lib/search/actors/decide';
import { addRows } from '../../../lib/store/clippings';
import { Database } from '../../../lib/store/database';
import { checkIndex } from '../../../lib/store/index/check-index';
import { mergeIndex } from '../../../lib/store/index/merge-index';
import { searchClippings } from '../../../lib/store/search';
import { eraseClippings, trashClippings } from '../../../lib/store/trash';
import type { StoreFailure } from '../../../lib/store/write';
import { hashOfText } from '../../../lib/store/text-hash';
import { inventedLibrary } from '../../library/invented';
import { SHARED, keptFixture } from '../exchange/kept-fixture';

let db: Database;
let count = 0;
beforeEach(() => {
  count += 1;
  db = new Database(`backup-${count}`);
});
afterEach(async () => {
  // An import does not wait for it.
  await mergeIndex(db);
  await db.delete();
});

async function fill(...all: readonly KeptWhole[]): Promise<void> {
  for (const { clipping, text, notes, corrections, versions } of all) {
    await db.versions.bulkAdd([...versions]);
    await addRows(db, { ...clipping, textHash: await hashOfText(text.text) }, text);
    await db.notes.bulkAdd([...notes]);
    await db.corrections.bulkAdd([...corrections]);
  }
}

/** The `number`th of many articles that differ in everything that tells articles apart. */
function article(number: number, note: Partial<KeptWhole['notes'][number]> = {}): KeptWhole {
  const one = keptFixture();
  const id = asId<KeptWhole['clipping']['id']>(`00000000-0000-4000-9000-${String(number).padStart(12, '0')}`);
  const text = `${one.text.text} Number ${number}.`;
  return {
    clipping: { ...one.clipping, id, urls: [`https://ledger.example/${number}`] },
    text: { ...one.text, clippingId: id, text },
    notes: one.notes.map((n) => ({ ...n, id: asId(`note-${number}`), clippingId: id, ...note })),
    corrections: [],
    versions: [
      { clippingId: id, textHash: `later ${number}`, foundAt: 5, title: 'Later', text: `${text} Later.`, blocks: [] },
    ],
  };
}

const everything = async () => ({
  clippings: await db.clippings.toArray(),
  texts: await db.texts.toArray(),
  descriptions: await db.descriptions.toArray(),
  notes: await db.notes.toArray(),
  corrections: await db.corrections.toArray(),
  versions: await db.versions.toArray(),
  codes: await db.codes.toArray(),
  sameActors: await db.sameActors.toArray(),
  // When they were stored is no part of what they say.
  appearances: (await db.appearances.toArray()).map((row) => ({ ...row, revision: 0 })),
  spoken: await db.spoken.toArray(),
  toRead: await db.toRead.toArray(),
  waiting: await db.waiting.toArray(),
});

const person = (name: string, clippingId: string | null = null): Naming => ({
  name,
  type: 'person',
  clippingId: clippingId === null ? null : asId<KeptWhole['clipping']['id']>(clippingId),
});

const CODES: readonly Code[] = [
  { name: 'money', definition: 'Who pays.', example: '“Nobody asked us”', parent: null, colour: '#1860b0', key: 'm' },
  { name: 'pay talks', definition: '', example: '', parent: 'money', colour: '#767676', key: '' },
];

/** Opens a file and takes it in at once. */
async function importBackup(file: Blob, mode: ImportMode, progress: LongWork, into: Database) {
  const opened = await openFile(file, progress, into);
  return opened.ok ? opened.value.take(mode, progress) : { ok: false, reason: opened.reason };
}

const counted = (result: unknown) => (result as { value: ImportOutcome<StoreFailure> }).value.counts;

const fileOf = (articles: readonly unknown[], version = 1, beside: readonly unknown[] = []) =>
  new Blob([JSON.stringify({ format: FORMAT, version, articles, beside })]);

describe('a backup', () => {
  const many = Array.from({ length: 120 }, (_, i) => article(i));

  it('brings everything back, field by field', async () => {
    await fill(...many, article(200, { about: { kind: 'claim' } }));
    await db.codes.bulkAdd([...CODES]);
    await db.sameActors.add(decisionOn(person('Nia Berg'), person('Berg', 'k1'), true, 7));
    await db.toRead.add({ url: 'https://ledger.example/later', title: 'Later', addedAt: 7 });
    await db.waiting.add({
      id: asId('w1'),
      url: 'https://ledger.example/later',
      selectors: null,
      colour: 'green',
      body: 'Waits.',
      tags: ['x'],
      createdAt: 8,
    });
    const before = await everything();
    const file = await exportBackup({}, db);
    await Promise.all(db.tables.map((table) => table.clear()));
    const result = await importBackup(file, 'merge', {}, db);
    expect(counted(result)).toEqual({ articles: 121, known: 0, notes: 121, codes: 2, addresses: 1, waiting: 1 });
    expect(await everything()).toEqual(before);
  });

  it('is a JSON document', async () => {
    await fill(article(1), article(2));
    const document = JSON.parse(await (await exportBackup({}, db)).text());
    expect(document).toMatchObject({ articles: [{}, {}], beside: [] });
  });

  it('changes nothing when it is read twice', async () => {
    await fill(article(1));
    const file = await exportBackup({}, db);
    const before = await everything();
    expect(counted(await importBackup(file, 'merge', {}, db))).toMatchObject({ articles: 0, known: 1, notes: 0 });
    expect(await everything()).toEqual(before);
  });

  it('joins an article that was kept apart on both sides, by its text, and takes the newer note', async () => {
    await fill(article(1, { body: 'old', revision: 1 }));
    const there = article(1, { body: 'new', revision: 2 });
    const other = asId<KeptWhole['clipping']['id']>('other');
    const file = fileOf([
      {
        ...there,
        clipping: { ...there.clipping, id: other },
        text: { ...there.text, clippingId: other },
        notes: there.notes.map((note) => ({ ...note, clippingId: other })),
        versions: there.versions.map((version) => ({ ...version, clippingId: other })),
      },
    ]);
    await importBackup(file, 'merge', {}, db);
    const { clippings, notes } = await everything();
    expect(clippings).toHaveLength(1);
    expect(notes).toMatchObject([{ body: 'new', clippingId: article(1).clipping.id }]);
  });

  it('takes the place of what was there, when asked to', async () => {
    await fill(article(1));
    await importBackup(fileOf([article(2)]), 'replace', {}, db);
    expect((await everything()).clippings.map((one) => one.id)).toEqual([article(2).clipping.id]);
  });

  it('can be cancelled on the way out and in, and then changes nothing', async () => {
    await fill(article(1));
    const before = await everything();
    const signal = AbortSignal.abort();
    await expect(exportBackup({ signal }, db)).rejects.toThrow(/abort/i);
    expect(await importBackup(fileOf([article(2)]), 'replace', { signal }, db)).toEqual({
      ok: false,
      reason: 'cancelled',
    });
    expect(await everything()).toEqual(before);
    expect(await db.incoming.count()).toBe(0);
  });

  it.each([
    ['cut off between records', (text: string) => text.slice(0, text.lastIndexOf('\n]}')), 'cut-off'],
    ['cut off among what lies beside', (text: string) => text.slice(0, text.lastIndexOf(']}')), 'cut-off'],
    ['cut off in a record', (text: string) => text.slice(0, text.length / 2), 'cut-off'],
    ['of a newer version', (text: string) => text.replace('"version":2', '"version":999'), 'newer-version'],
    ['of another program', (text: string) => text.replace(FORMAT, 'bookmarks'), 'not-recognised'],
  ])('%s is refused and leaves the library as it was', async (_name, damage, reason) => {
    await fill(...many.slice(0, 60));
    const before = await everything();
    const file = new Blob([damage(await (await exportBackup({}, db)).text())]);
    expect(await importBackup(file, 'replace', {}, db)).toEqual({ ok: false, reason });
    expect(await everything()).toEqual(before);
  });

  it('reads a file of the first version, which has no codebook', async () => {
    const lines = `{"format":"${FORMAT}","version":1,"articles":[\n${JSON.stringify(article(1))}\n]}\n`;
    expect(await importBackup(new Blob([lines]), 'merge', {}, db)).toMatchObject({
      value: { counts: { articles: 1 }, refused: [] },
    });
  });

  it('adds the codes that are missing, keeps those that are there, and names those it cannot read', async () => {
    await db.codes.add({ ...undefinedCode('Money'), definition: 'Ours.', key: 'x' });
    const codes = [...CODES, { ...CODES[1], name: 'new', key: 'X' }, { name: 'bare' }, { ...CODES[1], colour: 'red' }];
    const file = fileOf(
      [],
      2,
      codes.map((row) => ({ kind: 'code', row })),
    );
    expect(await importBackup(file, 'merge', {}, db)).toMatchObject({
      value: { refused: [{ record: 4 }, { record: 5 }] },
    });
    expect(
      (await db.codes.toArray()).map(({ name, definition, parent, key }) => [name, definition, parent, key]),
    ).toEqual([
      ['Money', 'Ours.', null, 'x'],
      ['new', '', null, ''],
      ['pay talks', '', null, ''],
    ]);
    await importBackup(file, 'replace', {}, db);
    expect((await db.codes.toArray()).map(({ name, parent, key }) => [name, parent, key])).toEqual([
      ['money', null, 'm'],
      ['new', 'money', 'x'],
      ['pay talks', 'money', ''],
    ]);
  });

  it('brings decisions about actors to the article as it is here, and names those it cannot read', async () => {
    await fill(article(1));
    const other = asId<KeptWhole['clipping']['id']>('other');
    const there = {
      ...article(1),
      clipping: { ...article(1).clipping, id: other },
      text: { ...article(1).text, clippingId: other },
      notes: [],
      versions: [],
    };
    const sameActors = [
      decisionOn(person('Nia Berg'), person('Berg', 'other'), true, 7),
      { ...decisionOn(person('Nia Berg'), person('Ivo'), true, 7), a: { name: '', type: 'person' } },
      decisionOn(person('Nia Berg'), person('Olsen', 'elsewhere'), false, 7),
    ];
    const file = fileOf(
      [there],
      2,
      sameActors.map((row) => ({ kind: 'same-actor', row })),
    );
    expect(await importBackup(file, 'merge', {}, db)).toMatchObject({
      value: { counts: { known: 1 }, refused: [{ record: 3 }] },
    });
    expect(new Set((await db.sameActors.toArray()).map(({ b }) => b.clippingId))).toEqual(
      new Set([article(1).clipping.id, 'elsewhere']),
    );
  });

  it('counts the claims of actors with the corrections of the file', async () => {
    const [one] = inventedLibrary(1);
    const wrong = one?.corrections.map((correction) => ({ ...correction, verdict: { kind: 'wrong' } }));
    await importBackup(fileOf([{ ...one, versions: [], corrections: wrong }]), 'merge', {}, db);
    const { clippings, texts, appearances, corrections } = await everything();
    const [clipping] = clippings;
    const [text] = texts;
    if (!clipping || !text) throw new Error('nothing was read');
    expect(corrections.length).toBeGreaterThan(0);
    const rowOf = (made: typeof corrections) => ({
      ...describeActors({ clipping, text, corrections: made }).appearances,
      revision: 0,
    });
    expect(appearances).toEqual([rowOf(corrections)]);
    expect(appearances).not.toEqual([rowOf([])]);
  });

  it('is shown before it is taken, and forgotten when it is not', async () => {
    await fill(article(1));
    const before = await everything();
    const opened = await openFile(fileOf([article(1), article(2), 7]), {}, db);
    if (!opened.ok) throw new Error(opened.reason);
    expect(opened.value.preview).toMatchObject({
      kind: 'backup',
      counts: { articles: 2, notes: 2, known: 1 },
      titles: ['Harbour strike enters third week', 'Harbour strike enters third week'],
      refused: [{ record: 3 }],
      canReplace: true,
    });
    expect(await everything()).toEqual(before);
    await opened.value.drop();
    expect(await db.incoming.count()).toBe(0);
    expect(await opened.value.take('merge')).toEqual({ ok: false, reason: 'conflict' });
  });

  it('is not mixed with another that was opened meanwhile', async () => {
    const first = await openFile(fileOf([article(1), article(2)]), {}, db);
    const second = await openFile(fileOf([article(3)]), {}, db);
    expect(first.ok && (await first.value.take('merge'))).toEqual({ ok: false, reason: 'conflict' });
    expect(second.ok && counted(await second.value.take('merge'))).toMatchObject({ articles: 1 });
    expect((await everything()).clippings.map((one) => one.id)).toEqual([article(3).clipping.id]);
  });

  it('can be cancelled while it is taken, and then changes nothing', async () => {
    const before = await everything();
    const opened = await openFile(fileOf(many), {}, db);
    const cancel = new AbortController();
    const onProgress = () => cancel.abort();
    expect(opened.ok && (await opened.value.take('replace', { signal: cancel.signal, onProgress }))).toEqual({
      ok: false,
      reason: 'cancelled',
    });
    expect(await everything()).toEqual(before);
  });

  it('tells how far it is: bytes while it is read, records while it is taken', async () => {
    const file = fileOf(many);
    const read: (readonly [number, number | null])[] = [];
    const opened = await openFile(file, { onProgress: (done, all) => read.push([done, all]) }, db);
    expect(read.at(-1)).toEqual([file.size, file.size]);
    const taken: number[] = [];
    if (opened.ok) await opened.value.take('merge', { onProgress: (done) => taken.push(done) });
    expect(taken).toEqual([100, 120]);
  });

  it('can be searched at once, also by who knew what it took the place of', async () => {
    const found = async (number: number) => {
      const answer = await searchClippings(`"number ${number}"`, 0, db);
      return answer.ok && [...answer.value];
    };
    await importBackup(fileOf(many.slice(0, 60)), 'merge', {}, db);
    expect(await db.indexLog.count()).toBe(0);
    expect(await found(17)).toEqual([article(17).clipping.id]);
    await importBackup(fileOf(many.slice(60)), 'replace', {}, db);
    expect(await found(17)).toEqual([]);
    expect(await found(77)).toEqual([article(77).clipping.id]);
  });

  it('knows an article once that was erased a moment ago', async () => {
    await importBackup(fileOf(many), 'merge', {}, db);
    await trashClippings([article(7).clipping.id], db);
    await eraseClippings([article(7).clipping.id], db);
    await importBackup(fileOf(many), 'merge', {}, db);
    const found = await searchClippings('harbour', 0, db);
    expect(found.ok && found.value.size).toBe(many.length);
    expect(await checkIndex(db)).toMatchObject({ value: { damaged: 0, missing: 0, ghosts: 0 } });
  });

  it('is taken back as a whole, but for what the reader has done since', async () => {
    await fill(article(1, { body: 'old', revision: 1 }));
    const before = await everything();
    const take = async () => {
      const newer = article(1, { body: 'new', revision: 2 });
      const opened = await openFile(fileOf([newer, article(2), article(3)]), {}, db);
      const taken = opened.ok && (await opened.value.take('merge'));
      if (!taken || !taken.ok || !taken.value.undo) throw new Error('not taken');
      return taken.value.undo;
    };
    const undo = await take();
    expect((await everything()).clippings).toHaveLength(3);
    await undo();
    expect(await everything()).toEqual(before);
    const undoLater = await take();
    await db.notes.update(asId('note-2'), { body: 'mine', revision: 9 });
    await undoLater();
    expect((await everything()).clippings.map(({ id }) => id)).toEqual([
      article(1).clipping.id,
      article(2).clipping.id,
    ]);
  });

  it('that took the place of what was there cannot be taken back', async () => {
    const opened = await openFile(fileOf([article(2)]), {}, db);
    expect(opened.ok && (await opened.value.take('replace'))).toMatchObject({ value: { undo: null } });
  });

  it('names its version when that is too new', async () => {
    expect(await openFile(fileOf([], 999), {}, db)).toMatchObject({ reason: 'newer-version', version: 999 });
  });

  it('reads the records it can, and names those it cannot', async () => {
    const foreign = { ...article(2), extra: 1 };
    const report = await importBackup(fileOf([article(1), foreign, 7, article(3)]), 'merge', {}, db);
    expect(report).toMatchObject({ value: { counts: { articles: 2 }, refused: [{ record: 2 }, { record: 3 }] } });
  });
});

const IMPORTS = new URL('attacks/imports.json', SHARED);

describe.runIf(existsSync(IMPORTS))('hostile files', () => {
  const cases: { name: string; raw: string; expect: string }[] = existsSync(IMPORTS)
    ? JSON.parse(readFileSync(IMPORTS, 'utf8'))
    : [];

  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, { raw, expect: wanted }) => {
    await fill(article(1));
    const before = await everything();
    const result = await importBackup(new Blob([raw.replaceAll('FORMAT', FORMAT)]), 'merge', {}, db);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
    if (wanted.startsWith('refused')) expect(result.ok).toBe(false);
    // Records with too little or too much are refused one by one, so what was there is there as it was.
    expect(await everything()).toEqual(before);
    if (result.ok) expect(counted(result)).toMatchObject({ articles: 0, known: 0 });
  });
});
