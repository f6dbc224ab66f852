// @vitest-environment happy-dom
import '../../english';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { LibraryApp } from '../../../../components/library/LibraryApp';
import { fail } from '../../../../lib/model/result';
import { fakeLibrary, type FakeLibrary } from '../../../library/fake-library';
import { inventedLibrary } from '../../../library/invented';

afterEach(() => {
  cleanup();
  location.hash = '';
});

async function open(count: number, port = fakeLibrary(inventedLibrary(count))) {
  render(<LibraryApp port={port} />);
  await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'Library' })).toBeTruthy());
  return { port };
}

const list = () => screen.getByRole('listbox');
const rows = () => within(list()).getAllByRole('option');
const size = () => Number(rows()[0]?.getAttribute('aria-setsize'));
const key = (name: string, more = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
const press = (name: string | RegExp) => fireEvent.click(screen.getAllByRole('button', { name })[0] as Element);
const to = (name: string | RegExp) => fireEvent.click(screen.getByRole('link', { name }));
const activeRow = () => document.getElementById(list().getAttribute('aria-activedescendant') ?? '')?.dataset['row'];
const chosen = () =>
  rows()
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map((row) => row.dataset['row']);
const ids = (port: FakeLibrary, inTrash: boolean) =>
  port.now().flatMap(({ clipping }) => (Boolean(clipping.trashedAt) === inTrash ? [clipping.id] : []));

describe('the library', () => {
  it('goes from place to place by links, and back with the browser', async () => {
    await open(3);
    const here = () => screen.getByRole('navigation').querySelector('[aria-current="page"]')?.textContent;
    expect(here()).toBe('Articles');
    fireEvent.click(rows()[0] as Element);
    await waitFor(() => expect(screen.getByRole('article')).toBeTruthy());
    to(/^Trash/);
    await waitFor(() => expect(here()).toBe('Trash 0'));
    expect(screen.queryByRole('article')).toBeNull();
    history.back();
    await waitFor(() => expect(screen.getByRole('article')).toBeTruthy());
    expect(here()).toBe('Articles');
  });

  it('leads from what was said before to where it stands in the kept text', async () => {
    await open(3);
    fireEvent.click(rows()[0] as Element);
    await waitFor(() => expect(screen.getByRole('article')).toBeTruthy());
    fireEvent.click(screen.getByRole('tab', { name: /Claims/ }));
    await waitFor(() => expect(document.querySelector('.claim-head')).not.toBeNull());
    fireEvent.click(document.querySelector('.claim-head') as Element);
    press('Said before');
    const link = await waitFor(() => screen.getByRole('link', { name: 'Olsen asks for a second inspection' }));
    expect(link.getAttribute('href')).toBe('#articles/k9/c2');
  });

  it('says what to do while nothing is kept', async () => {
    await open(0);
    expect(screen.getByText('Nothing kept yet')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
  });

  it('says why when the store does not answer', async () => {
    const port = {
      ...fakeLibrary([]),
      followClippings: (tell: (found: ReturnType<typeof failed>) => void) => (tell(failed()), () => {}),
    };
    render(<LibraryApp port={port} />);
    await waitFor(() => expect(screen.getByText(/storage did not answer/)).toBeTruthy());
  });

  it('says that nothing was found only once the texts were searched too', async () => {
    await open(3);
    const notice = () => screen.queryByText('No clipping fits what you searched for.');
    fireEvent.input(screen.getByLabelText('Search your clippings'), { target: { value: 'xyzzy' } });
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    expect(notice()).toBeNull();
    await waitFor(() => expect(notice()).not.toBeNull());
  });

  it('renders only the rows in sight of ten thousand', async () => {
    await open(10_000);
    await waitFor(() => expect(size()).toBe(10_000));
    expect(rows().length).toBeLessThan(60);
    list().focus();
    key('End');
    await waitFor(() => expect(activeRow()).toBe('k0'));
    expect(rows().length).toBeLessThan(60);
  });

  it('narrows by search and facets, and shows all again', async () => {
    await open(30);
    fireEvent.input(screen.getByLabelText('Search your clippings'), { target: { value: 'ferrymen DAY late' } });
    await waitFor(() => expect(size()).toBe(5));
    fireEvent.input(screen.getByLabelText('Search your clippings'), { target: { value: 'xyzzy' } });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Show all clippings' })).not.toBeNull());
    press('Show all clippings');
    await waitFor(() => expect(size()).toBe(30));
    const facet = screen.getByRole('checkbox', { name: /^The Sandvik Courier/ });
    fireEvent.click(facet);
    await waitFor(() => expect(size()).toBeLessThan(30));
    expect(screen.getByRole('checkbox', { name: new RegExp(`^The Sandvik Courier ?${size()}$`) })).toBeTruthy();
  });

  it('finds words that stand in the kept text alone', async () => {
    await open(30);
    fireEvent.input(screen.getByLabelText('Search your clippings'), { target: { value: 'report 17 of' } });
    await waitFor(() => expect(rows().map((row) => row.dataset['row'])).toEqual(['k17']));
  });

  it('is worked by keys alone: /, j, k, Enter, Escape', async () => {
    await open(30);
    key('/');
    expect(document.activeElement).toBe(screen.getByLabelText('Search your clippings'));
    fireEvent.keyDown(screen.getByLabelText('Search your clippings'), { key: 'Escape' });
    screen.getByLabelText('Search your clippings').blur();
    key('j');
    await waitFor(() => expect(activeRow()).toBe('k29'));
    key('j');
    await waitFor(() => expect(activeRow()).toBe('k28'));
    key('k');
    await waitFor(() => expect(activeRow()).toBe('k29'));
    key('Enter');
    await waitFor(() => expect(screen.getByRole('article')).toBeTruthy());
    expect(location.hash).toBe('#articles/k29');
    key('Escape');
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
    expect(document.activeElement).toBe(list());
  });

  it('selects with Space, Shift and arrows, and all with Ctrl+A', async () => {
    await open(30);
    list().focus();
    key('ArrowDown');
    await waitFor(() => expect(activeRow()).toBe('k29'));
    key(' ');
    await waitFor(() => expect(chosen()).toEqual(['k29']));
    key('End');
    await waitFor(() => expect(activeRow()).toBe('k0'));
    key('ArrowUp');
    await waitFor(() => expect(activeRow()).toBe('k1'));
    key('ArrowDown', { shiftKey: true });
    await waitFor(() => expect(screen.getByText('3 selected')).toBeTruthy());
    key('a', { ctrlKey: true });
    await waitFor(() => expect(screen.getByText('30 selected')).toBeTruthy());
    key('Escape');
    await waitFor(() => expect(screen.queryByText('30 selected')).toBeNull());
  });

  it('shows the kept text with its claims marked, and opens a claim that is pressed', async () => {
    await open(4);
    fireEvent.click(rows()[0] as Element);
    await waitFor(() => expect(screen.getByRole('article')).toBeTruthy());
    const mark = document.querySelector<HTMLElement>('[data-claim="c2"]');
    expect(mark?.className).toContain('mixed');
    fireEvent.click(mark as Element);
    await waitFor(() =>
      expect(document.querySelector('.claim.mixed button')?.getAttribute('aria-expanded')).toBe('true'),
    );
  });

  it('links to the web only, and tells the site nothing', async () => {
    const [one] = inventedLibrary(1);
    if (!one) throw new Error('one clipping');
    // eslint-disable-next-line no-script-url -- that is what must not become a link
    const meta = { ...one.clipping.meta, url: 'javascript:alert(1)', canonicalUrl: 'javascript:alert(1)' };
    await open(1, fakeLibrary([{ ...one, clipping: { ...one.clipping, meta } }]));
    fireEvent.click(rows()[0] as Element);
    await waitFor(() => expect(screen.getByRole('article')).toBeTruthy());
    expect(screen.queryByText('Open the original')).toBeNull();
    cleanup();
    await open(1);
    fireEvent.click(rows()[0] as Element);
    const link = await screen.findByRole('link', { name: 'Open the original' });
    expect([link.getAttribute('href'), link.getAttribute('rel')]).toEqual([
      'https://paper.example/0',
      'noreferrer noopener',
    ]);
  });

  it('moves to the trash and back, and deletes for good only when asked twice', async () => {
    const { port } = await open(3);
    list().focus();
    key('j');
    key('Delete');
    await waitFor(() => expect(ids(port, true)).toEqual(['k2']));
    press('Undo');
    await waitFor(() => expect(ids(port, true)).toEqual([]));
    key('x');
    await waitFor(() => expect(screen.getByText('1 selected')).toBeTruthy());
    press('Move to the trash');
    await waitFor(() => expect(ids(port, true)).toEqual(['k2']));
    to(/^Trash/);
    await waitFor(() => expect(size()).toBe(1));
    press('Empty the trash');
    const dialog = await screen.findByRole('alertdialog');
    expect(ids(port, true)).toEqual(['k2']);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Delete for good' }));
    await waitFor(() => expect(port.now().map(({ clipping }) => clipping.id)).toEqual(['k1', 'k0']));
  });

  it('exports what is selected, in the format chosen', async () => {
    const { port } = await open(5);
    list().focus();
    key('j');
    key(' ');
    await waitFor(() => expect(screen.getByText('1 selected')).toBeTruthy());
    press('Export');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('radio', { name: /^RIS/ }));
    fireEvent.submit(dialog.querySelector('form') as Element);
    await waitFor(() => expect(port.downloads).toHaveLength(1));
    expect(port.downloads[0]?.name).toMatch(/^hearsay-ris-\d{4}-\d{2}-\d{2}\.ris$/);
    expect(port.downloads[0]?.parts.map(String).join('')).toContain('https://paper.example/4');
    expect(port.downloads[0]?.parts.map(String).join('')).not.toContain('https://paper.example/3');
  });

  it('cites in the style chosen', async () => {
    await open(1);
    fireEvent.click(rows()[0] as Element);
    press(await screen.findByText('Cite').then(({ textContent }) => textContent));
    expect(screen.getByText(/^Halvorsen, R., & Achterberg, B\./)).toBeTruthy();
    press('MLA');
    await waitFor(() => expect(screen.getByText(/^Halvorsen, Ruth, and Ben Achterberg\./)).toBeTruthy());
  });

  it('shows the conflict when a note was changed elsewhere, and keeps both', async () => {
    const { port } = await open(1);
    fireEvent.click(rows()[0] as Element);
    await waitFor(() => expect(screen.getByRole('article')).toBeTruthy());
    fireEvent.click(screen.getByRole('tab', { name: /^Notes/ }));
    press('Edit');
    fireEvent.input(screen.getByRole('textbox', { name: 'Note' }), { target: { value: 'Mine' } });
    await changeElsewhere(port, 'Theirs');
    await waitFor(() =>
      expect(screen.getByText('This note was changed elsewhere while you were writing.')).toBeTruthy(),
    );
    press('Put both together');
    await waitFor(() =>
      expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' }).value).toBe('Theirs\n\nMine'),
    );
  });
});

const failed = () => fail('storage-failed' as const);

/** Another tab saves the first note of the first clipping. */
async function changeElsewhere(port: FakeLibrary, body: string): Promise<void> {
  const kept = port.now()[0];
  const note = kept?.notes[0];
  if (!kept || !note) throw new Error('a clipping with a note');
  const { clipping, text } = kept;
  const article = { meta: clipping.meta, text: text.text, blocks: text.blocks };
  const view = { article, clipping } as Parameters<FakeLibrary['reading']>[0] extends () => infer View ? View : never;
  await port.reading(() => view).editNote(note.id, note.revision, { ...note, body });
}
