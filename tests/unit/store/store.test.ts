import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../lib/model/article';
import type { ClippingDraft } from '../../../lib/model/clipping';
import { type ActorId, type ClaimId, asId } from '../../../lib/model/ids';
import type { NoteDraft } from '../../../lib/model/note';
import type { Result } from '../../../lib/model/result';
import { findMemory, keepClipping, listClippings, removeClipping, restoreClipping } from '../../../lib/store/clippings';
import { Database } from '../../../lib/store/database';
import { addNote, correct, deleteNote, editNote, restoreNote, tagsBeginningWith } from '../../../lib/store/notes';
import { findSaidBefore } from '../../../lib/store/actors/said-before';
import { write } from '../../../lib/store/write';

let db: Database;
let count = 0;

beforeEach(() => {
  count += 1;
  db = new Database(`test-${count}`);
});
afterEach(() => db.delete());

function article(path: string, text = `Text of ${path}.`, canonical = path): Article {
  const meta = { title: path, byline: '', outlet: '', published: null, modified: null, language: 'en' };
  const at = (p: string) => `https://ledger.example/${p}`;
  return { meta: { ...meta, url: at(path), canonicalUrl: at(canonical) }, text, blocks: [] };
}

function draft(...args: Parameters<typeof article>): ClippingDraft {
  return { article: article(...args), analysis: { engine: 'test', sentences: [], actors: [], claims: [] } };
}

const NOTE: NoteDraft = {
  selectors: { exact: 'Text', prefix: '', suffix: ' of', start: 0, end: 4 },
  colour: 'amber',
  body: 'look',
  tags: [' pay  talks ', 'strike', 'strike', ''],
};

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

describe('an article', () => {
  it('is stored once, however often it is kept', async () => {
    const first = must(await keepClipping(draft('a'), db));
    expect(must(await keepClipping(draft('a'), db)).id).toBe(first.id);
    expect(await db.clippings.count()).toBe(1);
    expect(await db.texts.count()).toBe(1);
  });

  it('is found under another address by its text, and learns that address', async () => {
    const first = must(await keepClipping(draft('a', 'Same text.'), db));
    must(await keepClipping(draft('b', 'Same  text.\n'), db));
    const memory = must(await findMemory(article('b', 'Edited.'), db));
    expect(memory?.clipping.id).toBe(first.id);
    expect(memory?.text.text).toBe('Same text.');
  });

  it('is found by its address after it was edited, without a fragment', async () => {
    must(await keepClipping(draft('a'), db));
    expect(must(await findMemory(article('a#top', 'Other words.', 'a#top'), db))?.clipping.meta.title).toBe('a');
  });

  it('is told from another that wrongly shares its canonical address', async () => {
    const one = must(await keepClipping(draft('one', 'One.', 'home'), db));
    must(await keepClipping(draft('home', 'Home.'), db));
    expect(must(await findMemory(article('one', 'One, edited.', 'home'), db))?.clipping.id).toBe(one.id);
  });

  it('goes to the trash with its notes and comes back with them', async () => {
    const note = must(await addNote(draft('a'), NOTE, db));
    must(await removeClipping(note.clippingId, db));
    expect(must(await findMemory(article('a'), db))).toBeNull();
    expect(must(await listClippings(db))).toEqual([]);
    must(await restoreClipping(note.clippingId, db));
    expect(must(await findMemory(article('a'), db))?.notes.map((n) => n.id)).toEqual([note.id]);
  });

  it('comes back from the trash when it is kept again', async () => {
    const { id } = must(await keepClipping(draft('a'), db));
    must(await removeClipping(id, db));
    expect(must(await keepClipping(draft('a'), db))).toMatchObject({ id, trashedAt: 0 });
  });

  it('that is not there cannot be removed', async () => {
    expect(await removeClipping(asId('none'), db)).toEqual({ ok: false, reason: 'not-found' });
  });
});

describe('a note', () => {
  it('keeps its article, with cleaned tags, in one transaction', async () => {
    must(await addNote(draft('a'), NOTE, db));
    const memory = must(await findMemory(article('a'), db));
    expect(memory?.notes).toMatchObject([{ body: 'look', tags: ['pay talks', 'strike'], revision: 1 }]);
  });

  it('brings its article back from the trash, with the notes made before', async () => {
    const { id, clippingId } = must(await addNote(draft('a'), NOTE, db));
    must(await removeClipping(clippingId, db));
    const second = must(await addNote(draft('a'), NOTE, db));
    const memory = must(await findMemory(article('a'), db));
    expect(memory?.clipping.trashedAt).toBe(0);
    expect(new Set(memory?.notes.map((note) => note.id))).toEqual(new Set([id, second.id]));
  });

  it('leaves nothing behind when its transaction fails', async () => {
    const result = await write(async (tables) => {
      await tables.clippings.add({
        ...must(await Promise.resolve({ ok: true, value: {} } as const)),
        id: asId('x'),
      } as never);
      throw new DOMException('full', 'QuotaExceededError');
    }, db);
    expect(result).toEqual({ ok: false, reason: 'storage-full' });
    expect(await db.clippings.count()).toBe(0);
  });

  it('is changed by the writer that read its newest revision, and by no other', async () => {
    const { id } = must(await addNote(draft('a'), NOTE, db));
    expect(must(await editNote(id, 1, { ...NOTE, body: 'first' }, db)).revision).toBe(2);
    expect(await editNote(id, 1, { ...NOTE, body: 'second' }, db)).toEqual({ ok: false, reason: 'conflict' });
    expect((await db.notes.get(id))?.body).toBe('first');
  });

  it('that was deleted comes back as it was', async () => {
    const note = must(await addNote(draft('a'), NOTE, db));
    must(await deleteNote(note.id, db));
    expect(await db.notes.count()).toBe(0);
    must(await restoreNote(note, db));
    expect(await db.notes.get(note.id)).toEqual(note);
  });

  it('that is gone cannot be changed', async () => {
    expect(await editNote(asId('none'), 1, NOTE, db)).toEqual({ ok: false, reason: 'not-found' });
  });
});

describe('a verdict', () => {
  const content = { exact: 'Text', prefix: '', suffix: '', start: 0, end: 4 };
  it('replaces the one before, and can be taken back', async () => {
    must(await correct(draft('a'), content, { kind: 'wrong' }, db));
    must(await correct(draft('a'), content, { kind: 'speaker', name: 'Ana Ruiz' }, db));
    expect((await db.corrections.toArray()).map((c) => c.verdict)).toEqual([{ kind: 'speaker', name: 'Ana Ruiz' }]);
    must(await correct(draft('a'), content, null, db));
    expect(await db.corrections.count()).toBe(0);
  });
});

describe('taking back a verdict', () => {
  const content = { exact: 'Text', prefix: '', suffix: '', start: 0, end: 4 };
  it('stores no article that was not kept, and leaves one in the trash there', async () => {
    must(await correct(draft('a'), content, null, db));
    expect(await db.clippings.count()).toBe(0);
    const { id } = must(await keepClipping(draft('b'), db));
    must(await removeClipping(id, db));
    must(await correct(draft('b'), content, null, db));
    expect((await db.clippings.get(id))?.trashedAt).toBeGreaterThan(0);
  });
});

describe('tags', () => {
  it('complete from those in use, most used first', async () => {
    for (const tags of [['strike', 'Stone'], ['strike'], ['other']])
      must(await addNote(draft('a'), { ...NOTE, tags }, db));
    expect(must(await tagsBeginningWith('st', db))).toEqual(['strike', 'Stone']);
    expect(must(await tagsBeginningWith('', db))).toEqual(['strike', 'other', 'Stone']);
    expect(must(await tagsBeginningWith('x', db))).toEqual([]);
  });

  it('do not complete from notes in the trash', async () => {
    const { clippingId } = must(await addNote(draft('a'), { ...NOTE, tags: ['strike', 'stone'] }, db));
    must(await addNote(draft('b'), { ...NOTE, tags: ['stone'] }, db));
    must(await removeClipping(clippingId, db));
    expect(must(await tagsBeginningWith('', db))).toEqual(['stone']);
    must(await restoreClipping(clippingId, db));
    expect(must(await tagsBeginningWith('st', db))).toEqual(['stone', 'strike']);
  });

  it.each(['toString', '__proto__', 'constructor'])('may be called %s', async (tag) => {
    must(await addNote(draft('a'), { ...NOTE, tags: [tag] }, db));
    expect(must(await tagsBeginningWith(tag.slice(0, 3), db))).toEqual([tag]);
  });
});

describe('what an actor said before', () => {
  const text = '“Ferries will run,” said Ana Ruiz.';
  const claim = {
    id: asId<ClaimId>('c1'),
    kind: 'direct',
    source: [],
    cue: [],
    content: [{ start: 0, end: 19 }],
    actor: asId<ActorId>('a1'),
    speaker: 'Ana Ruiz',
    stance: 'asserts',
    certainty: 0.9,
    why: [],
  } as const;
  const actor = { id: asId<ActorId>('a1'), name: 'Ana Ruiz', type: 'person', role: '', mentions: [] } as const;
  const said = (path: string): ClippingDraft => ({
    article: article(path, text),
    analysis: { engine: 'test', sentences: [], actors: [actor], claims: [claim] },
  });
  const content = { exact: text.slice(0, 19), prefix: '', suffix: '', start: 0, end: 19 };
  const sayings = async (name: string) => must(await findSaidBefore(name, null, db)).map((one) => one.content);

  it('is found under the name', async () => {
    must(await keepClipping(said('a'), db));
    expect(await sayings('Ana Ruiz')).toEqual(['“Ferries will run,”']);
    expect(await sayings('Li Wei')).toEqual([]);
  });

  it('follows the correction of the speaker, also to a name that the article does not have', async () => {
    must(await correct(said('a'), content, { kind: 'speaker', name: 'Li Wei' }, db));
    expect(await sayings('Ana Ruiz')).toEqual([]);
    expect(await sayings('Li Wei')).toEqual(['“Ferries will run,”']);
  });

  it('leaves out what the reader called wrong, and the trash', async () => {
    must(await correct(said('a'), content, { kind: 'wrong' }, db));
    expect(await sayings('Ana Ruiz')).toEqual([]);
    const { id } = must(await keepClipping(said('b'), db));
    must(await removeClipping(id, db));
    expect(await sayings('Ana Ruiz')).toEqual([]);
  });
});
