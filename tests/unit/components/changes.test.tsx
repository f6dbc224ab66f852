// @vitest-environment happy-dom
import '../english';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { countWords } from '../../../components/changes/sentence';
import { createPanelState } from '../../../components/panel-state';
import { PanelApp } from '../../../components/panel/PanelApp';
import type { PageView } from '../../../lib/model/page-view';
import { fakePort } from '../../panel/fake-port';
import { SCENES } from '../../panel/scenes';

afterEach(cleanup);

type ReadView = Extract<PageView, { state: 'read' }>;

async function open(change: Partial<ReadView> = {}) {
  const { view } = SCENES['changed']?.() ?? { view: null };
  if (view?.state !== 'read') throw new Error('no scene');
  const port = fakePort({ view: { ...view, ...change } });
  render(<PanelApp port={port} state={createPanelState()} />);
  await waitFor(() => expect(document.querySelector('h1.article-title')).not.toBeNull());
  return { port, view };
}

const line = () => screen.getByRole('button', { name: /since you kept it/ });
const items = () => within(screen.getByRole('list', { name: 'What changed' })).getAllByRole('listitem');

describe('an article that changed', () => {
  it('says in one line what changed and since when, and to screen readers without being asked', async () => {
    await open();
    const words = /changed since you kept it on 14 Nov 2026: 2 numbers, 1 quotation, 1 name/;
    expect(line().textContent).toMatch(words);
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(words));
    expect(line().getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('list', { name: 'What changed' })).toBeNull();
  });

  it.each<[string, Partial<ReadView>]>([
    ['never changed', { changes: [], versions: [] }],
    ['is not kept', { clipping: null }],
  ])('says nothing when it %s', async (_, change) => {
    await open(change);
    expect(screen.queryByRole('region', { name: 'Changes of this article' })).toBeNull();
  });

  it('sets the kept words beside the words now, as deleted and inserted', async () => {
    await open();
    fireEvent.click(line());
    const [number, , name, gone] = items();
    expect(number?.textContent).toContain('Number changed');
    expect(number?.querySelector('del')?.textContent).toBe('14');
    expect(number?.querySelector('ins')?.textContent).toBe('17');
    expect(number?.textContent).toMatch(/Kept 14 Nov 2026: .*14 million.*Now: .*17 million/);
    expect(name?.querySelector('del')).toBeNull();
    expect(name?.textContent).toMatch(/Kept 14 Nov 2026: Not there/);
    expect(gone?.textContent).toMatch(/Now: Not there/);
    expect(gone?.querySelector('button')).toBeNull();
  });

  it('shows the words now in the page when they are pressed, and marks them while they are pointed at', async () => {
    const { port } = await open();
    fireEvent.click(line());
    const words = within(items()[0] as HTMLElement).getByRole('button', { name: /17.*Show in the page/ });
    fireEvent.focus(words);
    fireEvent.click(words);
    fireEvent.blur(words);
    expect(port.asked.point).toEqual([{ kind: 'change', id: 'v1' }, null]);
    expect(port.asked.reveal).toEqual([{ kind: 'change', id: 'v1' }]);
  });

  it('opens a version for reading, and comes back to where one was', async () => {
    await open();
    fireEvent.click(line());
    const [kept] = within(screen.getByRole('list', { name: 'Read it in full' })).getAllByRole('button');
    expect(kept?.textContent).toContain('As you kept it, 14 Nov 2026');
    fireEvent.click(kept as Element);
    await waitFor(() => expect(screen.getByText('Bridge (kept)')).toBeTruthy());
    expect(screen.getByRole('heading', { name: 'Why it closed' })).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('As you kept it');
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
    await waitFor(() => expect(document.activeElement?.getAttribute('data-version')).toBe('kept'));
  });

  it('says so when a version cannot be read', async () => {
    await open();
    fireEvent.click(line());
    fireEvent.click(within(screen.getByRole('list', { name: 'Read it in full' })).getAllByRole('button')[2] as Element);
    await waitFor(() => expect(screen.getByText('This version could not be read.')).toBeTruthy());
  });

  it('keeps the versions within reach when the article reads as before', async () => {
    await open({ changes: [] });
    fireEvent.click(screen.getByRole('button', { name: /but it read otherwise in between/ }));
    expect(screen.queryByRole('list', { name: 'What changed' })).toBeNull();
    expect(screen.getByRole('list', { name: 'Read it in full' })).toBeTruthy();
  });

  it('names one of a kind in the singular', async () => {
    const { view } = await open();
    expect(countWords(view.changes.slice(0, 1))).toBe('1 number');
  });
});
