// @vitest-environment happy-dom
import '../english';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { keyedCodes } from '../../../components/coding/code-keys';
import { codingItems } from '../../../components/coding/coding-items';
import { LibraryApp } from '../../../components/library/LibraryApp';
import { type Code, type CodeUse, undefinedCode } from '../../../lib/model/code';
import { fakeLibrary, type FakeLibrary } from '../../library/fake-library';
import { inventedLibrary } from '../../library/invented';
import { readView } from '../../panel/scenes';
import { SOME } from '../../panel/article';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const code = (name: string, more: Partial<Code> = {}): Code => ({ ...undefinedCode(name), ...more });
const CODES = [code('bridge', { key: 'b' }), code('money', { key: 'm' }), code('promise')];
const use = (one: Code): CodeUse => ({ code: one, isDefined: true, notes: 0, articles: 0 });

/** Opens the newest article in coding mode. */
async function open(port: FakeLibrary = fakeLibrary(inventedLibrary(1), CODES)) {
  location.hash = '#articles/k0';
  render(<LibraryApp port={port} />);
  await waitFor(() => expect(screen.getByRole('article')).toBeTruthy());
  key('c');
  await waitFor(() => expect(screen.getByRole('region', { name: 'Coding mode' })).toBeTruthy());
  return port;
}

const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
const panel = () => within(screen.getByRole('region', { name: 'Coding mode' }));
const at = () => panel().getByText(/^\d+ of \d+$/).textContent;
const progress = () => panel().getByText(/coded$/).textContent;
const pressed = () =>
  panel()
    .getAllByRole('button', { pressed: true })
    .map((button) => button.querySelector('bdi')?.textContent);
const notes = (port: FakeLibrary) => port.now()[0]?.notes ?? [];

describe('what can be coded', () => {
  it('is the claims that were not called wrong, and passages noted beside them, in reading order', () => {
    const view = readView(SOME);
    const [first, second] = view.analysis.claims;
    if (!first || !second) throw new Error('two claims');
    const items = codingItems({ ...view, verdicts: [{ claim: second.id, verdict: { kind: 'wrong' } }] });
    expect(items).toHaveLength(view.analysis.claims.length - 1);
    expect(items.map(({ passage }) => passage.start)).toEqual(
      items.map(({ passage }) => passage.start).toSorted((a, b) => a - b),
    );
  });
});

describe('keys of codes', () => {
  it('are their own, and free digits for those without', () => {
    const keys = keyedCodes([
      use(code('a', { key: '1' })),
      use(code('b')),
      use(code('c', { key: 'x' })),
      use(code('d')),
    ]);
    expect(keys.map((each) => `${each.use.code.name} ${each.key} ${each.isLent}`)).toEqual([
      'a 1 false',
      'b 2 true',
      'c x false',
      'd 3 true',
    ]);
  });

  it('are letters when the digits have run out, of the name where one is free, and none when those have, too', () => {
    const many = Array.from({ length: 34 }, (_, i) => use(code(`m${String(i).padStart(2, '0')} zest`)));
    const keys = keyedCodes(many).map((each) => each.key);
    expect(keys.slice(0, 16)).toEqual([...Array.from('1234567890'), 'm', 'z', 'e', 's', 't', 'a']);
    expect(keys).not.toContain('j');
    expect(new Set(keys.slice(0, 33)).size).toBe(33);
    expect(keys[33]).toBe('');
  });
});

describe('coding mode', () => {
  it('codes, moves, takes away and takes back by keys alone', async () => {
    const port = await open();
    const all = Number(/of (\d+)/.exec(at() ?? '')?.[1]);
    const before = notes(port).length;
    const start = at();
    key('b');
    await waitFor(() => expect(pressed()).toContain('bridge'));
    key('1');
    await waitFor(() => expect(pressed()).toEqual(expect.arrayContaining(['bridge', 'promise'])));
    key('j');
    await waitFor(() => expect(at()).not.toBe(start));
    key('ArrowUp');
    await waitFor(() => expect(at()).toBe(start));
    key('b');
    await waitFor(() => expect(pressed()).not.toContain('bridge'));
    key('u');
    await waitFor(() => expect(pressed()).toContain('bridge'));
    key('u');
    key('u');
    await waitFor(() => expect(notes(port).length).toBe(before));
    expect(progress()).toMatch(new RegExp(`of ${all} coded`));
  });

  it('finds a code by its name, and gives it', async () => {
    await open();
    key('/');
    const field = await screen.findByRole('searchbox', { name: 'Find a code' });
    fireEvent.input(field, { target: { value: 'prom' } });
    await waitFor(() => expect(panel().queryByRole('button', { name: /money/ })).toBeNull());
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(pressed()).toContain('promise'));
    expect(screen.queryByRole('searchbox', { name: 'Find a code' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Coding mode' }));
  });

  it('gives one note to one claim, however fast the keys come', async () => {
    const port = await open();
    const before = notes(port).length;
    key('b');
    key('m');
    key('b');
    await waitFor(() => expect(pressed()).toEqual(['money']));
    const added = notes(port).slice(before);
    expect(added.map(({ tags, about }) => [tags, about?.kind])).toEqual([[['money'], 'claim']]);
  });

  it('says where it is and what was given', async () => {
    await open();
    const said = () => document.querySelector('output[aria-live]')?.textContent;
    await waitFor(() => expect(said()).toMatch(/^\d+ of \d+\. .*: .*No codes yet/s));
    key('m');
    await waitFor(() => expect(said()).toMatch(/money.* given/));
  });

  it('keeps letters out of codes while a note is written, and saves it on the claim', async () => {
    const port = await open();
    const before = notes(port).length;
    key('Enter');
    const body = await screen.findByRole('textbox', { name: 'Note' });
    fireEvent.keyDown(body, { key: 'b' });
    fireEvent.input(body, { target: { value: 'Ask again.' } });
    fireEvent.keyDown(body, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(notes(port).length).toBe(before + 1));
    expect(notes(port).at(-1)).toMatchObject({ body: 'Ask again.', tags: [], about: { kind: 'claim' } });
    key('m');
    await waitFor(() => expect(notes(port).find(({ body: words }) => words === 'Ask again.')?.tags).toEqual(['money']));
  });

  it('explains its keys and is left with Escape, which leaves the article open', async () => {
    await open();
    key('?');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    key('Escape');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Coding mode' })).toBeNull());
    expect(screen.getByRole('article')).toBeTruthy();
  });

  it('says what to do without codes', async () => {
    const [bare] = inventedLibrary(1);
    if (!bare) throw new Error('an article');
    await open(fakeLibrary([{ ...bare, notes: [] }]));
    expect(panel().getByText(/There are no codes yet/)).toBeTruthy();
  });
});

describe('tags for many', () => {
  it('are given to the clippings that are selected, and taken back', async () => {
    const port = fakeLibrary(inventedLibrary(5), CODES);
    render(<LibraryApp port={port} />);
    const list = await screen.findByRole('listbox');
    list.focus();
    key('End');
    key(' ');
    await waitFor(() => expect(screen.getByText('1 selected')).toBeTruthy());
    fireEvent.click(screen.getByRole('button', { name: 'Tag' }));
    const dialog = await screen.findByRole('dialog', { name: 'Tag 1 clipping' });
    const field = within(dialog).getByRole('combobox');
    fireEvent.input(field, { target: { value: 'promise' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    const count = () =>
      port
        .now()
        .flatMap((kept) => kept.notes)
        .filter(({ tags }) => tags.includes('promise')).length;
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Give' })).toHaveProperty('disabled', false));
    fireEvent.submit(dialog.querySelector('form') as Element);
    await waitFor(() => expect(count()).toBe(1));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(count()).toBe(0));
  });

  it('are given to all claims shown', async () => {
    const port = fakeLibrary(inventedLibrary(1), CODES);
    location.hash = '#articles/k0';
    render(<LibraryApp port={port} />);
    fireEvent.click(await screen.findByRole('tab', { name: /^Claims/ }));
    const button = await screen.findByRole('button', { name: /^Tag the \d+ claims shown/ });
    const claims = Number(/\d+/.exec(button.textContent ?? '')?.[0]);
    fireEvent.click(button);
    const dialog = await screen.findByRole('dialog');
    const field = within(dialog).getByRole('combobox');
    fireEvent.input(field, { target: { value: 'promise' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Give' })).toHaveProperty('disabled', false));
    fireEvent.submit(dialog.querySelector('form') as Element);
    await waitFor(() => expect(notes(port).filter(({ tags }) => tags.includes('promise'))).toHaveLength(claims));
  });
});

describe('a note on an actor', () => {
  it('is written from the list of actors and stands apart from those on the article', async () => {
    const port = fakeLibrary(inventedLibrary(1), CODES);
    location.hash = '#articles/k0';
    render(<LibraryApp port={port} />);
    fireEvent.click(await screen.findByRole('tab', { name: /^Actors/ }));
    fireEvent.click(document.querySelector('.actor-head') as Element);
    const name = document.querySelector('.actor .speaker bdi')?.textContent ?? '';
    fireEvent.click(
      within(document.querySelector('.actor-detail') as HTMLElement).getByRole('button', { name: 'Note' }),
    );
    const body = await screen.findByRole('textbox', { name: 'Note' });
    expect(screen.getByRole('heading', { name: new RegExp(`Note on .*${name}`) })).toBeTruthy();
    fireEvent.input(body, { target: { value: 'Call her.' } });
    fireEvent.keyDown(body, { key: 'Enter', ctrlKey: true });
    await waitFor(() =>
      expect(notes(port).at(-1)).toMatchObject({ body: 'Call her.', about: { kind: 'actor', name } }),
    );
    expect(within(screen.getByRole('list', { name: 'On actors' })).getByText('Call her.')).toBeTruthy();
  });
});
