import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportBackup, importBackup } from '../../../lib/background/backup';
import { FORMAT } from '../../../lib/exchange/backup/format';
import { type Code, undefinedCode } from '../../../lib/model/code';
import { asId } from '../../../lib/model/ids';
import type { KeptWhole } from '../../../lib/model/kept';
import type { Naming } from '../../../lib/model/known-actor';
import { describeActors } from '../../../lib/search/actors/appearances';
import { decisionOn } from '../../../lib/search/actors/decide';
import { addRows } from '../../../lib/store/clippings';
import { Database } from '../../../lib/store/database';
import { hashOfText } from '../../../lib/store/text-hash';
import { inventedLibrary } from '../../library/invented';
import { SHARED, keptFixture } from '../exchange/kept-fixture';

let db: Database;
let count = 0;
beforeEach(() => {
  count += 1;
  db = new Database(`backup-${count}`);
});
afterEach(() => db.delete());

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
  appearances: await db.appearances.toArray(),
  spoken: await db.spoken.toArray(),
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

const fileOf = (articles: readonly unknown[], version = 1) =>
  new Blob([JSON.stringify({ format: FORMAT, version, articles })]);

describe('a backup', () => {
  const many = Array.from({ length: 120 }, (_, i) => article(i));

  it('brings everything back, field by field', async () => {
    await fill(...many, article(200, { about: { kind: 'claim' } }));
    await db.codes.bulkAdd([...CODES]);
    await db.sameActors.add(decisionOn(person('Nia Berg'), person('Berg', 'k1'), true, 7));
    const before = await everything();
    const file = await exportBackup({}, db);
    await Promise.all(db.tables.map((table) => table.clear()));
    expect(await importBackup(file, 'merge', {}, db)).toEqual({
      ok: true,
      value: { added: 121, known: 0, notes: 121, refused: [] },
    });
    expect(await everything()).toEqual(before);
  });

  it('is a JSON document', async () => {
    await fill(article(1), article(2));
    expect(JSON.parse(await (await exportBackup({}, db)).text()).articles).toHaveLength(2);
  });

  it('changes nothing when it is read twice', async () => {
    await fill(article(1));
    const file = await exportBackup({}, db);
    const before = await everything();
    expect(await importBackup(file, 'merge', {}, db)).toMatchObject({ value: { added: 0, known: 1, notes: 0 } });
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
    ['cut off in a record', (text: string) => text.slice(0, text.length / 2), 'cut-off'],
    ['of a newer version', (text: string) => text.replace('"version":2', '"version":999'), 'newer-version'],
    ['of another program', (text: string) => text.replace(FORMAT, 'bookmarks'), 'not-a-backup'],
  ])('%s is refused and leaves the library as it was', async (_name, damage, reason) => {
    await fill(...many.slice(0, 60));
    const before = await everything();
    const file = new Blob([damage(await (await exportBackup({}, db)).text())]);
    expect(await importBackup(file, 'replace', {}, db)).toEqual({ ok: false, reason });
    expect(await everything()).toEqual(before);
  });

  it('reads a file of the first version, which has no codebook', async () => {
    const lines = `{"format":"${FORMAT}","version":1,"articles":[\n${JSON.stringify(article(1))}\n]}\n`;
    expect(await importBackup(new Blob([lines]), 'merge', {}, db)).toMatchObject({ value: { added: 1, refused: [] } });
  });

  it('adds the codes that are missing, keeps those that are there, and names those it cannot read', async () => {
    await db.codes.add({ ...undefinedCode('Money'), definition: 'Ours.', key: 'x' });
    const codes = [...CODES, { ...CODES[1], name: 'new', key: 'X' }, { name: 'bare' }, { ...CODES[1], colour: 'red' }];
    const file = new Blob([JSON.stringify({ format: FORMAT, version: 2, codes, articles: [] })]);
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
    const file = new Blob([JSON.stringify({ format: FORMAT, version: 2, sameActors, articles: [there] })]);
    expect(await importBackup(file, 'merge', {}, db)).toMatchObject({ value: { known: 1, refused: [{ record: 2 }] } });
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
    expect(appearances).toEqual([describeActors({ clipping, text, corrections }).appearances]);
    expect(appearances).not.toEqual([describeActors({ clipping, text, corrections: [] }).appearances]);
  });

  it('reads the records it can, and names those it cannot', async () => {
    const foreign = { ...article(2), extra: 1 };
    const report = await importBackup(fileOf([article(1), foreign, 7, article(3)]), 'merge', {}, db);
    expect(report).toMatchObject({ value: { added: 2, refused: [{ record: 2 }, { record: 3 }] } });
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
    if (result.ok) expect(result.value).toMatchObject({ added: 0, known: 0 });
  });
});
