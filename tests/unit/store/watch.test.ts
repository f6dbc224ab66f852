import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { asId } from '../../../lib/model/ids';
import { findClippings, keepClipping, removeClipping } from '../../../lib/store/clippings';
import { countByKind } from '../../../lib/store/count';
import { Database } from '../../../lib/store/database';
import { addNote } from '../../../lib/store/notes';
import { watchClipping } from '../../../lib/store/watch';
import { articleOf, SOME } from '../../panel/article';

it('tells of a new note and of the trash, not of the state it begins with, and ends', async () => {
  const db = new Database('watch');
  const draft = articleOf(SOME);
  const kept = await keepClipping(draft, db);
  if (!kept.ok) throw new Error(kept.reason);
  const onChange = vi.fn<() => void>();
  const stop = watchClipping(kept.value.id, onChange, db);
  await new Promise((done) => setTimeout(done, 50));
  expect(onChange).not.toHaveBeenCalled();

  await addNote(draft, { selectors: null, colour: 'amber', body: 'x', tags: [] }, db);
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
  await removeClipping(kept.value.id, db);
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2));
  stop();
  await addNote(draft, { selectors: null, colour: 'amber', body: 'y', tags: [] }, db);
  await new Promise((done) => setTimeout(done, 50));
  expect(onChange).toHaveBeenCalledTimes(2);
});

it('finds clippings by id in the order asked for, and counts what is kept', async () => {
  const db = new Database('find');
  const first = await keepClipping(articleOf(SOME), db);
  const { article, analysis } = articleOf(SOME.slice(0, 2));
  const meta = { ...article.meta, url: 'https://courier.example/2', canonicalUrl: 'https://courier.example/2' };
  const second = await keepClipping({ article: { ...article, meta }, analysis }, db);
  if (!first.ok || !second.ok) throw new Error('not kept');
  const found = await findClippings([second.value.id, asId('gone'), first.value.id], db);
  expect(found.ok && found.value.map(({ id }) => id)).toEqual([second.value.id, first.value.id]);
  await removeClipping(first.value.id, db);
  expect(await countByKind(db)).toEqual({
    ok: true,
    value: { clippings: 1, trashed: 1, notes: 0, codes: 0, toRead: 0 },
  });
});
