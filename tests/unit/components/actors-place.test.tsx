// @vitest-environment happy-dom
import '../english';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextMark } from '../../../components/actor-page/next-mark';
import { LibraryApp } from '../../../components/library/LibraryApp';
import { asId, type ClaimId, type ClippingId } from '../../../lib/model/ids';
import type { Kept } from '../../../lib/model/kept';
import { fakeLibrary } from '../../library/fake-library';
import { inventedLibrary } from '../../library/invented';
import { inventedArchive } from '../../library/invented-archive';
import { articleOf } from '../../panel/article';

// happy-dom measures nothing: everything is as wide as a window.
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 900 });
});
afterEach(() => {
  cleanup();
  location.hash = '';
});

async function open(library: readonly Kept[], hash = '#actors') {
  location.hash = hash;
  const port = fakeLibrary(library);
  render(<LibraryApp port={port} />);
  await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'Library' })).toBeTruthy());
  return port;
}

const list = () => screen.getByRole('listbox', { name: 'Actors' });
const rows = () => within(list()).getAllByRole('option');
const names = () => rows().map((row) => row.querySelector('.shelf-title')?.textContent);
const key = (name: string, more = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
const press = (name: string | RegExp) => fireEvent.click(screen.getAllByRole('button', { name })[0] as Element);

/** Clippings in which these people say something, one each. */
function saidBy(...people: readonly string[]): readonly Kept[] {
  const [model] = inventedLibrary(1);
  if (!model) throw new Error('no invented article');
  return people.map((name, at): Kept => {
    const { article, analysis } = articleOf([[name, `“Word ${at},”`, 'direct', 'said', 0.9]]);
    const id = asId<ClippingId>(`s${at}`);
    return {
      ...model,
      clipping: { ...model.clipping, id, meta: { ...article.meta, title: `Report ${at}` } },
      text: { clippingId: id, text: article.text, blocks: [], analysis },
      notes: [],
      corrections: [],
    };
  });
}

describe('the list of actors', () => {
  it('says what to do while there are none', async () => {
    await open([]);
    await waitFor(() => expect(screen.getByText('No actors yet')).toBeTruthy());
  });

  it('is searched, narrowed by type and put in another order', async () => {
    await open(inventedArchive(40, 30));
    await waitFor(() => expect(screen.getByText('30 actors')).toBeTruthy());
    press(/^Place/);
    await waitFor(() => expect(screen.getAllByText('5 of 30 actors shown.').length).toBeGreaterThan(0));
    press(/^Place/);
    fireEvent.input(screen.getByRole('searchbox', { name: 'Find an actor' }), { target: { value: 'vucin' } });
    await waitFor(() => expect(names().every((name) => name?.includes('Vučin'))).toBe(true));
    fireEvent.input(screen.getByRole('searchbox', { name: 'Find an actor' }), { target: { value: '' } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value: 'name' } });
    await waitFor(() => expect(names()).toEqual(names().toSorted((a, b) => (a ?? '').localeCompare(b ?? '', 'en'))));
  });

  it('renders only the rows in sight of thousands', async () => {
    await open(inventedArchive(500, 4000));
    await waitFor(() => expect(Number(rows()[0]?.getAttribute('aria-setsize'))).toBeGreaterThan(1500));
    expect(rows().length).toBeLessThan(60);
  });

  it('joins two that were selected by keys, says so, and takes it back', async () => {
    await open(saidBy('Ana Ruiz', 'Ivo Brand', 'Ana Ruiz'));
    await waitFor(() => expect(names()[0]).toBe('Ana Ruiz'));
    const before = rows().length;
    key('j');
    key(' ');
    fireEvent.input(screen.getByRole('searchbox', { name: 'Find an actor' }), { target: { value: 'brand' } });
    await waitFor(() => expect(names()).toEqual(['Ivo Brand']));
    list().focus();
    key('Home');
    key(' ');
    await waitFor(() => expect(screen.getByText('2 selected')).toBeTruthy());
    press('Same actor');
    await waitFor(() => expect(screen.getAllByText(/are one actor now/).length).toBeGreaterThan(0));
    fireEvent.input(screen.getByRole('searchbox', { name: 'Find an actor' }), { target: { value: '' } });
    await waitFor(() => expect(rows().length).toBe(before - 1));
    press('Undo');
    await waitFor(() => expect(rows().length).toBe(before));
  });
});

describe('proposals', () => {
  const library = saidBy('Mohammed Nasser', 'Muhammad Nasser', 'Ivo Brand');

  it('are made, and once refused not made again', async () => {
    await open(library);
    await waitFor(() => press(/^Perhaps the same/));
    await waitFor(() => expect(screen.getByText('another spelling', { exact: false })).toBeTruthy());
    press(/are not the same/);
    await waitFor(() => expect(screen.queryByText(/^Perhaps the same/)).toBeNull());
  });

  it('once accepted make one actor of two, with the claims of both', async () => {
    await open(library);
    await waitFor(() => press(/^Perhaps the same/));
    await waitFor(() => press(/are the same actor/));
    await waitFor(() => expect(names().filter((name) => name?.includes('Nasser'))).toHaveLength(1));
    fireEvent.click(rows().find((row) => row.textContent?.includes('Nasser')) as Element);
    await waitFor(() => expect(screen.getByText('“Word 0,”')).toBeTruthy());
    expect(screen.getByText('“Word 1,”')).toBeTruthy();
  });
});

describe('the page of an actor', () => {
  it('is opened and left by keys', async () => {
    await open(inventedArchive(40, 30));
    await waitFor(() => expect(rows().length).toBeGreaterThan(3));
    key('j');
    key('Enter');
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toBe(document.activeElement));
    key('Escape');
    await waitFor(() => expect(list()).toBeTruthy());
  });

  it('follows what it is narrowed to: claims, chart and table', async () => {
    await open(inventedArchive(40, 30), '#actors/person:ana ruiz');
    const count = () =>
      Number(screen.getByRole('region', { name: 'What was said' }).querySelector('.count')?.textContent);
    const marks = () => document.querySelectorAll('[data-mark]').length;
    await waitFor(() => expect(marks()).toBeGreaterThan(5));
    const before = count();
    press(/^Reported/);
    await waitFor(() => expect(count()).toBeLessThan(before));
    expect(marks()).toBe(count());
    press('As a table');
    const cells = () =>
      [...screen.getByRole('table').querySelectorAll('td')].map((cell) => Number(cell.textContent)).filter(Boolean);
    expect(cells().reduce((sum, n) => sum + n, 0)).toBe(count());
    press('Clear all');
    await waitFor(() => expect(count()).toBe(before));
    fireEvent.input(screen.getByRole('searchbox', { name: 'Words said' }), { target: { value: 'xyzzy' } });
    await waitFor(() => expect(screen.getByText('Nothing said in what you narrowed down to.')).toBeTruthy());
  });

  it('has one mark of the chart in the tab order', async () => {
    await open(inventedArchive(40, 30), '#actors/person:ana ruiz');
    await waitFor(() => expect(document.querySelectorAll('[data-mark]').length).toBeGreaterThan(5));
    expect(document.querySelectorAll('[data-mark][tabindex="0"]')).toHaveLength(1);
  });

  it('takes a name out in some articles, which become an actor of their own', async () => {
    await open(saidBy('Ruiz', 'Ruiz', 'Ruiz'), '#actors/person:ruiz');
    await waitFor(() => expect(screen.getByText(/Only this one name is known/)).toBeTruthy());
    press('\u2068Ruiz\u2069 is someone else');
    fireEvent.click(screen.getByRole('checkbox', { name: /Report 1/ }));
    await waitFor(() => press('In the ticked articles'));
    await waitFor(() => expect(screen.queryByText('“Word 1,”')).toBeNull());
    expect(screen.getByText('“Word 0,”')).toBeTruthy();
    press('All actors');
    await waitFor(() => expect(names().filter((name) => name === 'Ruiz')).toHaveLength(2));
  });

  it('says so when nobody is called so any more', async () => {
    await open(inventedArchive(4, 4), '#actors/person:nobody');
    await waitFor(() => expect(screen.getByText(/Nobody is called so/)).toBeTruthy());
  });
});

describe('arrow keys in the time line', () => {
  const mark = (x: number, lane: number) => ({
    x,
    y: 0,
    lane,
    claims: [
      {
        clippingId: asId<ClippingId>('k'),
        id: asId<ClaimId>('c'),
        title: '',
        outlet: '',
        at: x,
        published: null,
        kind: 'direct' as const,
        certainty: 1,
        words: '',
      },
    ],
  });
  const marks = [mark(10, 0), mark(30, 0), mark(20, 1), mark(90, 2)];
  it.each([
    ['ArrowRight', 0, 2],
    ['ArrowLeft', 0, 0],
    ['ArrowRight', 3, 3],
    ['ArrowDown', 1, 2],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['Home', 3, 0],
    ['End', 0, 3],
    ['x', 0, null],
  ])('%s from mark %i leads to %s', (name, from, to) => {
    expect(nextMark(marks, from, name)).toBe(to);
  });
});
