// @vitest-environment happy-dom
import '../english';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { createPanelState } from '../../../components/panel-state';
import { PanelApp } from '../../../components/panel/PanelApp';
import { asId } from '../../../lib/model/ids';
import type { PageView } from '../../../lib/model/page-view';
import { SOME } from '../../panel/article';
import { type FakePort, fakePort } from '../../panel/fake-port';
import { note, readView, type Scene, SCENES } from '../../panel/scenes';

afterEach(cleanup);

async function open(scene: Scene | undefined, port: FakePort = fakePort(scene ?? { view: null })) {
  const state = createPanelState();
  const shown = render(<PanelApp port={port} state={state} />);
  await waitFor(() => expect(shown.container.querySelector('h1')).not.toBeNull());
  return { port, state, ...shown };
}

const rows = () => [...document.querySelectorAll<HTMLElement>('.claim-head')];
const press = (name: string | RegExp) => fireEvent.click(screen.getAllByRole('button', { name })[0] as Element);
const tab = (name: RegExp) => fireEvent.click(screen.getByRole('tab', { name }));

const withNotes = (): Scene => ({
  view: readView(SOME, {
    notes: [
      { note: note('n1', 'amber', 'the bridge', 'First body', ['money']), span: { start: 0, end: 5 } },
      { note: note('n2', 'rose', 'gone words', 'Orphan body', []), span: null },
    ],
  }),
});

describe('the panel', () => {
  it('lists every claim and says how many were found', async () => {
    await open(SCENES['some']?.());
    expect(rows()).toHaveLength(SOME.length);
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('8 claims and 8 actors'));
  });

  it('scrolls the page to a claim that is pressed, and opens its detail', async () => {
    const { port } = await open(SCENES['some']?.());
    fireEvent.click(rows()[2] as Element);
    expect(port.asked.reveal).toEqual([{ kind: 'claim', id: 'c3' }]);
    expect(rows()[2]?.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText(/Reported in the writer’s words/)).toBeTruthy();
  });

  it('shows what was said before when the page asks for it, with a link to the article on the web', async () => {
    const view = readView(SOME, {});
    await open({ view: view.state === 'read' ? { ...view, asked: { kind: 'before', claim: asId('c3') } } : view });
    await waitFor(() => expect(screen.getByText('Olsen asks for a second inspection')).toBeTruthy());
    expect(rows()[2]?.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('link', { name: /second inspection/ }).getAttribute('href')).toBe(
      'https://ledger.example/inspection',
    );
  });

  it('marks the claim under the pointer in the page, and points in the page at the one under the pointer here', async () => {
    const { port, container } = await open(SCENES['some']?.());
    await waitFor(() => {
      port.pointIn(asId('c4'));
      expect(container.querySelector('.marked')?.getAttribute('data-claim')).toBe('c4');
    });
    fireEvent.focus(rows()[0] as Element);
    fireEvent.blur(rows()[0] as Element);
    expect(port.asked.point).toEqual([{ kind: 'claim', id: 'c1' }, null]);
  });

  it('switches the one layer that is pressed, though the press before has not come back yet', async () => {
    const port = fakePort(SCENES['some']?.() ?? { view: null });
    const pressed: unknown[] = [];
    await open(undefined, { ...port, setLayer: (...asked) => pressed.push(asked) });
    const layers = within(screen.getByRole('group', { name: 'In the page' }));
    fireEvent.click(layers.getByRole('button', { name: 'Claims' }));
    fireEvent.click(layers.getByRole('button', { name: 'Actors' }));
    expect(pressed).toEqual([
      ['claims', false],
      ['actors', true],
    ]);
  });

  it('filters by kind and by speaker, says so, and keeps it when tabs are switched', async () => {
    await open(SCENES['some']?.());
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('8 claims'));
    fireEvent.click(screen.getByRole('button', { name: 'Partly quoted 2' }));
    await waitFor(() => expect(rows()).toHaveLength(2));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('2 of 8 claims shown'));
    tab(/Actors/);
    tab(/Claims/);
    expect(rows()).toHaveLength(2);
  });

  it('has one tab stop in the list and moves it with the arrow keys', async () => {
    await open(SCENES['some']?.());
    expect(rows().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    rows()[0]?.focus();
    fireEvent.keyDown(rows()[0] as Element, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(rows()[1]);
    fireEvent.keyDown(rows()[1] as Element, { key: 'End' });
    expect(document.activeElement).toBe(rows().at(-1));
    expect(rows().filter(({ tabIndex }) => tabIndex === 0)).toEqual([rows().at(-1)]);
  });

  it('takes a verdict, and takes it back', async () => {
    const { port } = await open(SCENES['verdicts']?.());
    fireEvent.click(rows()[0] as Element);
    press('Right');
    fireEvent.click(screen.getByRole('button', { name: 'Someone else' }));
    fireEvent.input(screen.getByLabelText('Who said it?'), { target: { value: ' Ines Okafor ' } });
    press('Use this name');
    await waitFor(() =>
      expect(port.asked.correct).toEqual([
        ['c1', null],
        ['c1', { kind: 'speaker', name: 'Ines Okafor' }],
      ]),
    );
  });

  it('lists 400 claims with one tab stop', async () => {
    await open(SCENES['many']?.());
    expect(rows()).toHaveLength(400);
    expect(rows().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  });

  it('says in one sentence why there are no claims', async () => {
    await open(SCENES['none']?.());
    expect(screen.getByText('No one is quoted or reported in this article.')).toBeTruthy();
  });
});

describe('a page that is not read', () => {
  const refused = (reason: Extract<PageView, { state: 'not-read' }>['reason'], canReadAnyway = false): Scene => ({
    view: { state: 'not-read', reason, canReadAnyway, url: '' },
  });

  it.each([
    ['not-an-article', 'does not look like an article'],
    ['too-large', 'too long'],
    ['no-text', 'no article text'],
    ['pdf', 'PDF'],
    ['browser-page', 'no extension'],
    ['frame', 'frame from another site'],
    ['failed', 'could not be read'],
  ] as const)('says why: %s', async (reason, words) => {
    await open(refused(reason));
    expect(screen.getByRole('main').textContent).toContain(words);
    expect(screen.queryByRole('button', { name: 'Read it anyway' })).toBeNull();
  });

  it('offers to read it anyway where that makes sense', async () => {
    await open(refused('not-an-article', true));
    expect(screen.getByRole('button', { name: 'Read it anyway' })).toBeTruthy();
  });

  it('offers to start, and explains the toolbar button when the browser refuses', async () => {
    await open({ view: null });
    fireEvent.click(await screen.findByRole('button', { name: 'Read this page' }));
    await waitFor(() => expect(screen.getByText(/click its button in the toolbar/)).toBeTruthy());
  });
});

describe('notes', () => {
  it('shows what is not found on the page apart', async () => {
    await open(withNotes());
    tab(/Notes/);
    const lost = screen.getByRole('list', { name: 'Not found on this page' });
    expect(within(lost).getByText('Orphan body')).toBeTruthy();
  });

  it('deletes with undo', async () => {
    await open(withNotes());
    tab(/Notes/);
    press('Delete');
    await waitFor(() => expect(screen.queryByText('First body')).toBeNull());
    press('Undo');
    await waitFor(() => expect(screen.getByText('First body')).toBeTruthy());
  });

  it('keeps what was typed when the panel is closed in the middle of it', async () => {
    const { port, unmount } = await open(withNotes());
    tab(/Notes/);
    press('Edit');
    fireEvent.input(await screen.findByLabelText('Note'), { target: { value: 'Half a sen' } });
    unmount();
    await open(undefined, port);
    tab(/Notes/);
    expect(await screen.findByDisplayValue('Half a sen')).toBeTruthy();
  });

  it('keeps the words and says why when the storage is full', async () => {
    const { port } = await open(withNotes());
    tab(/Notes/);
    press('Write a note on this article');
    fireEvent.input(await screen.findByLabelText('Note'), { target: { value: 'Precious' } });
    port.refuse = 'storage-full';
    fireEvent.submit(document.querySelector('form') as Element);
    expect((await screen.findByRole('alert')).textContent).toContain('no space left');
    expect(screen.getByDisplayValue('Precious')).toBeTruthy();
    port.refuse = null;
    fireEvent.submit(document.querySelector('form') as Element);
    await waitFor(() => expect(screen.queryByDisplayValue('Precious')).toBeNull());
    expect(screen.getByText('Precious')).toBeTruthy();
  });

  it('shows both versions when the note was changed elsewhere, and loses neither', async () => {
    const { port } = await open(withNotes());
    tab(/Notes/);
    press('Edit');
    fireEvent.input(await screen.findByLabelText('Note'), { target: { value: 'Mine' } });
    await port.editNote(asId('n1'), 1, { selectors: null, body: 'Theirs', tags: ['other'], colour: 'blue' });
    await waitFor(() => expect(screen.getByText(/changed elsewhere/)).toBeTruthy());
    expect(screen.getByText('Theirs')).toBeTruthy();
    press('Put both together');
    const body = await screen.findByLabelText<HTMLTextAreaElement>('Note');
    expect(body.value).toBe('Theirs\n\nMine');
    fireEvent.submit(document.querySelector('form') as Element);
    await waitFor(() => expect(screen.getByText('Mine')).toBeTruthy());
    expect(screen.getByText('other')).toBeTruthy();
  });

  it('opens an editor for what was asked for in the page', async () => {
    const selectors = { exact: 'chosen words', prefix: '', suffix: '', start: 2, end: 14 };
    const { state } = await open({ view: readView(SOME, { asked: { kind: 'note', selectors, focus: 'body' } }) });
    await waitFor(() => expect(state.tab.value).toBe('notes'));
    expect(await screen.findByText('chosen words')).toBeTruthy();
    expect(screen.getByLabelText('Note')).toBeTruthy();
  });

  it('completes tags and adds them by keyboard', async () => {
    await open(withNotes());
    tab(/Notes/);
    press('Edit');
    const field = await screen.findByRole('combobox', { name: 'Tags' });
    fireEvent.input(field, { target: { value: 'mi' } });
    expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual([
      'ministry',
      'minutes',
    ]);
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByRole('button', { name: /Remove the tag .ministry/ })).toBeTruthy();
  });
});

describe('strings of the page', () => {
  it('stand in elements of their own direction', async () => {
    const { container } = await open(SCENES['long']?.());
    expect(container.querySelector('.claim[data-claim="c2"] .speaker bdi')?.textContent).toBe('عمر الفاروق');
    expect(container.querySelector('.claim[data-claim="c2"] .passage')?.getAttribute('dir')).toBe('auto');
  });
});
