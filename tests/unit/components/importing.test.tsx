// @vitest-environment happy-dom
import '../english';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LibraryPort } from '../../../components/library/port';
import { LibraryApp } from '../../../components/library/LibraryApp';
import type { WriteFailure } from '../../../lib/messages/protocol';
import type { ImportOutcome, OpenedFile, Preview } from '../../../lib/model/opened-file';
import { fail, ok } from '../../../lib/model/result';
import type { ToReadEntry } from '../../../lib/store/to-read';
import { fakeLibrary } from '../../library/fake-library';
import { inventedLibrary } from '../../library/invented';

afterEach(() => {
  cleanup();
  location.hash = '';
});

type Opened = OpenedFile<WriteFailure>;

const PREVIEW: Preview = {
  kind: 'backup',
  counts: { articles: 7, notes: 1, known: 2 },
  titles: ['The bridge', 'الجسر'],
  refused: [{ record: 4, why: 'no title' }],
  canReplace: true,
};

function opened(change: Partial<Opened> = {}): Opened & { readonly drop: ReturnType<typeof vi.fn> } {
  const undo = async () => ok(null);
  return {
    preview: PREVIEW,
    take: vi.fn<Opened['take']>(async () => ok({ counts: { articles: 5, known: 2 }, refused: PREVIEW.refused, undo })),
    drop: vi.fn<Opened['drop']>(async () => {}),
    ...change,
  } as Opened & { readonly drop: ReturnType<typeof vi.fn> };
}

async function openPlace(hash: string, more: Partial<LibraryPort>, kept = 2) {
  location.hash = hash;
  render(<LibraryApp port={{ ...fakeLibrary(inventedLibrary(kept)), ...more }} />);
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toBeTruthy());
}
const choose = (name = 'mine.json') =>
  fireEvent.change(screen.getByLabelText('File to import'), { target: { files: [new File(['{}'], name)] } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const giving = (file: Opened) => ({ importing: { openFile: async () => ok(file) } });

describe('importing', () => {
  it('shows what is in a file before anything is taken', async () => {
    const file = opened();
    await openPlace('import', giving(file));
    choose();
    await waitFor(() => expect(screen.getByText('7 articles')).toBeTruthy());
    expect(screen.getByText('2 of these are here already')).toBeTruthy();
    expect(screen.getByText('الجسر').getAttribute('dir')).toBe('auto');
    expect(screen.getByText('1 entry cannot be read and is left out')).toBeTruthy();
    expect(screen.getByText('4: no title')).toBeTruthy();
    expect(file.take).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'Backup of Hearsay' }));
    press('Import');
    await waitFor(() => expect(screen.getByText('5 articles added.')).toBeTruthy());
    expect(file.take).toHaveBeenCalledWith('merge', expect.anything());
  });

  it('takes the place of what is kept only when asked to, under another name', async () => {
    const file = opened();
    await openPlace('import', giving(file));
    choose();
    fireEvent.click(await screen.findByRole('radio', { name: /^Goes/ }));
    press('Delete all and import');
    await waitFor(() => expect(file.take).toHaveBeenCalledWith('replace', expect.anything()));
  });

  it('asks nothing about what is kept while nothing is, nor of a file that cannot take its place', async () => {
    await openPlace('import', giving(opened()), 0);
    choose();
    await screen.findByText('7 articles');
    expect(screen.queryByRole('radio')).toBeNull();
    cleanup();
    await openPlace('import', giving(opened({ preview: { ...PREVIEW, kind: 'annotations', canReplace: false } })));
    choose();
    await screen.findByText('7 articles');
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('is taken back by undo', async () => {
    const undo = vi.fn(async () => ok(null));
    await openPlace('import', giving(opened({ take: async () => ok({ counts: { notes: 1 }, refused: [], undo }) })));
    choose();
    fireEvent.click(await screen.findByRole('button', { name: 'Import' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.getAllByText('Taken back. All is as it was before.').length).toBeGreaterThan(0));
    expect(undo).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('tells how far it is taken back, and stays as it is when that is stopped', async () => {
    let isAsked = false;
    let end: (result: ReturnType<typeof fail<'cancelled'>>) => void = () => {};
    const undo: NonNullable<ImportOutcome<WriteFailure>['undo']> = async ({ signal, onProgress } = {}) => {
      onProgress?.(3, 7);
      await vi.waitFor(() => expect(signal?.aborted).toBe(true));
      isAsked = true;
      return new Promise((resolve) => (end = resolve));
    };
    await openPlace('import', giving(opened({ take: async () => ok({ counts: { notes: 1 }, refused: [], undo }) })));
    choose();
    fireEvent.click(await screen.findByRole('button', { name: 'Import' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.getByText('3 of 7 taken back')).toBeTruthy());
    press('Stop');
    await vi.waitFor(() => expect(isAsked).toBe(true));
    end(fail('cancelled'));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy());
    expect(screen.queryByText('Taken back. All is as it was before.')).toBeNull();
  });

  it.each([
    ['cut-off', null, /ends too early\. Nothing was changed/],
    ['newer-version', 999, /format 999, and format 2 is the newest/],
    ['storage-full', null, /no space left/],
  ] as const)('says why a file was refused: %s', async (reason, version, words) => {
    await openPlace('import', { importing: { openFile: async () => ({ ...fail(reason), version }) } });
    choose();
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(words));
  });

  it('shows how far reading has come, and stops', async () => {
    let stopped = false;
    const openFile: LibraryPort['importing']['openFile'] = (_file, { signal, onProgress }) =>
      new Promise((resolve) => {
        onProgress?.(30, 120);
        const look = setInterval(() => {
          if (!signal?.aborted) return;
          clearInterval(look);
          stopped = true;
          resolve(fail('cancelled'));
        }, 5);
      });
    await openPlace('import', { importing: { openFile } });
    choose();
    await waitFor(() => expect(screen.getByText('25% read')).toBeTruthy());
    press('Stop');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^Import stopped/));
    await waitFor(() => expect(stopped).toBe(true));
  });

  it('forgets a file that was not taken', async () => {
    const file = opened();
    await openPlace('import', giving(file));
    choose();
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(file.drop).toHaveBeenCalledOnce();
    choose();
    await screen.findByText('7 articles');
    location.hash = 'articles';
    await waitFor(() => expect(file.drop).toHaveBeenCalledTimes(2));
  });

  /** Such an event, told to whatever lies under the pointer. */
  const drag = (name: string, files: readonly File[], types: readonly string[] = ['Files']) => {
    const event = new Event(name, { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { files, types } });
    fireEvent(screen.getByRole('main'), event);
    return event;
  };
  const dropped = new File(['x'], 'dropped.csv');
  const overlay = () => screen.queryByText('Drop the file to import it');

  it.each(['import', 'articles', 'codebook'])('takes a file that is dropped on the place %s', async (place) => {
    const openFile = vi.fn(async () => ok(opened()));
    location.hash = place;
    render(<LibraryApp port={{ ...fakeLibrary(inventedLibrary(3)), importing: { openFile } }} />);
    await screen.findByRole('main');
    drag('dragenter', [dropped]);
    await waitFor(() => expect(overlay()).toBeTruthy());
    expect(drag('dragover', [dropped]).defaultPrevented).toBe(true);
    drag('drop', [dropped]);
    await waitFor(() => expect(openFile).toHaveBeenCalledWith(dropped, expect.anything()));
    expect(openFile).toHaveBeenCalledOnce();
    await screen.findByText('7 articles');
    expect(location.hash).toBe('#import');
    expect(overlay()).toBeNull();
  });

  it('shows nothing any more when the file is dragged away, and leaves dragged words alone', async () => {
    await openPlace('import', {});
    drag('dragenter', [dropped]);
    drag('dragenter', [dropped]);
    drag('dragleave', [dropped]);
    await waitFor(() => expect(overlay()).toBeTruthy());
    drag('dragleave', [dropped]);
    await waitFor(() => expect(overlay()).toBeNull());
    expect(drag('dragover', [], ['text/plain']).defaultPrevented).toBe(false);
    expect(drag('drop', [], ['text/plain']).defaultPrevented).toBe(false);
  });

  it('takes none of several, and says so', async () => {
    const openFile = vi.fn(async () => ok(opened()));
    await openPlace('import', { importing: { openFile } });
    drag('drop', [dropped, dropped]);
    await waitFor(() => expect(document.body.textContent).toContain('One file at a time'));
    expect(openFile).not.toHaveBeenCalled();
  });

  it('leaves an import that is running alone', async () => {
    const openFile = vi.fn(async () => ok(opened({ take: () => new Promise(() => {}) })));
    await openPlace('import', { importing: { openFile } });
    choose();
    fireEvent.click(await screen.findByRole('button', { name: 'Import' }));
    await screen.findByText(/^Importing/);
    drag('drop', [dropped]);
    await waitFor(() => expect(document.body.textContent).toContain('An import is running'));
    expect(openFile).toHaveBeenCalledOnce();
  });
});

describe('the list of what is to be read', () => {
  const entries: readonly ToReadEntry[] = [
    { url: 'https://courier.example/lock', title: 'The lock', addedAt: 2, notes: 3 },
    { url: 'https://ledger.example/x', title: '', addedAt: 1, notes: 0 },
  ];
  const follow: LibraryPort['toRead']['follow'] = (onList) => (onList(ok(entries)), () => {});

  it('links to the articles and tells which notes wait', async () => {
    await openPlace('toRead', { toRead: { ...fakeLibrary([]).toRead, follow } });
    const links = within(screen.getByRole('list', { name: 'To read' })).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('rel')])).toEqual([
      ['The lock', 'https://courier.example/lock', 'noreferrer noopener'],
      ['https://ledger.example/x', 'https://ledger.example/x', 'noreferrer noopener'],
    ]);
    expect(screen.getByText(/3 notes wait for it/)).toBeTruthy();
  });

  it('gives back what was taken off it', async () => {
    const removed = { toRead: [], waiting: [] };
    const remove = vi.fn(async () => ok(removed));
    const restore = vi.fn(async () => ok(null));
    await openPlace('toRead', { toRead: { follow, remove, restore } });
    press('Remove \u2068The lock\u2069');
    await waitFor(() => expect(remove).toHaveBeenCalledWith(['https://courier.example/lock']));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(restore).toHaveBeenCalledWith(removed));
  });

  it('says what can fill it while it is empty', async () => {
    await openPlace('toRead', {});
    expect(screen.getByText(/Nothing is waiting to be read/)).toBeTruthy();
  });
});
