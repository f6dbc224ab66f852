// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import '../../english';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { LibraryApp } from '../../../../components/library/LibraryApp';
import type { LibraryPort } from '../../../../components/library/port';
import { libraryPort } from '../../../../entrypoints/library/library-port';
import type { Article } from '../../../../lib/model/article';
import { keepClipping } from '../../../../lib/store/clippings';
import { database } from '../../../../lib/store/database';
import { addVersion } from '../../../../lib/store/versions';
import { fakePort } from '../../../panel/fake-port';

afterEach(async () => {
  cleanup();
  location.hash = '';
  await database.delete();
});

/** A real store answers, on a machine that may be busy. */
const PATIENCE = { timeout: 20_000 };

const ADDRESS = 'https://news.example/ferry';
const KEPT = ['The ferry takes 40 people at a time.', '“Nobody should pay for the rain,” said Li Wei of Marrow.'];
const LATER = ['The ferry takes 60 people at a time.', '“Everybody should pay for the rain,” said Li Wei of Marrow.'];

function articleOf(paragraphs: readonly string[]): Article {
  const text = paragraphs.join('\n\n');
  const blocks = paragraphs.map((paragraph) => {
    const start = text.indexOf(paragraph);
    return { start, end: start + paragraph.length, kind: 'paragraph' as const };
  });
  const rest = { byline: '', outlet: 'Post', published: null, modified: null, language: 'en' };
  return { meta: { url: ADDRESS, canonicalUrl: ADDRESS, title: 'The ferry', ...rest }, text, blocks };
}

it('shows in the reading view what the stored article says otherwise now, old beside new, and every version for reading', async () => {
  const analysis = { engine: 'test', sentences: [], actors: [], claims: [] };
  const kept = await keepClipping({ article: articleOf(KEPT), analysis });
  if (!kept.ok) throw new Error(kept.reason);
  expect((await addVersion(kept.value.id, articleOf(LATER))).ok).toBe(true);
  location.hash = `#articles/${kept.value.id}`;
  const port = libraryPort();
  const drafts = fakePort({ view: null });
  const reading: LibraryPort['reading'] = (view) => ({
    ...port.reading(view),
    readDrafts: (url) => drafts.readDrafts(url),
    writeDrafts: (url, written) => drafts.writeDrafts(url, written),
  });
  render(<LibraryApp port={{ ...port, reading }} />);

  fireEvent.click(await screen.findByRole('button', { name: /changed since you kept it/ }, PATIENCE));
  const changes = within(screen.getByRole('list', { name: 'What changed' })).getAllByRole('listitem');
  const told = changes.map((change) => change.textContent ?? '').join('\n');
  for (const words of ['40', '60', 'Nobody', 'Everybody']) expect(told).toContain(words);

  fireEvent.click(screen.getByRole('button', { name: /^As you kept it/ }));
  const edition = () => document.querySelector('.edition')?.textContent;
  await waitFor(() => expect(edition()).toContain(KEPT[0]), PATIENCE);
  expect(edition()).not.toContain(LATER[0]);
  fireEvent.keyDown(document.querySelector('.edition') ?? document.body, { key: 'Escape' });
  fireEvent.click(await screen.findByRole('button', { name: /^As it read on/ }, PATIENCE));
  await waitFor(() => expect(edition()).toContain(LATER[1]), PATIENCE);
}, 60_000);
