// @vitest-environment happy-dom
import '../english';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TroubleNotice } from '../../../components/trouble/TroubleNotice';
import type { TroublePort } from '../../../components/trouble/port';
import type { StoreTrouble } from '../../../lib/store/trouble';

afterEach(cleanup);

/** A port that tells this trouble at once. */
function port(trouble: StoreTrouble | null, more: Partial<TroublePort> = {}): TroublePort {
  return {
    follow: (onTrouble) => {
      onTrouble(trouble);
      return () => {};
    },
    newestBackup: async () => 'hearsay-backup-1.json',
    missing: async () => 0,
    accept: vi.fn(async () => {}),
    startAnew: vi.fn(async () => {}),
    reload: vi.fn<() => void>(),
    isPrivate: false,
    ...more,
  };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the notice of trouble', () => {
  it('shows nothing while all is well', () => {
    const { container } = render(<TroubleNotice port={port(null)} />);
    expect(container.textContent).toBe('');
  });

  it.each<readonly [StoreTrouble, RegExp]>([
    ['superseded', /updated while this page was open/],
    ['blocked', /Close its other pages/],
    ['newer-data', /newer version of Hearsay/],
    ['damaged', /cannot read what Hearsay has kept/],
    ['full', /disk is full/],
    ['emptied', /began with an empty library/],
    ['shortened', /what was kept last is gone/],
  ])('says what %s is', (trouble, words) => {
    render(<TroubleNotice port={port(trouble)} />);
    expect(screen.getByRole('alert').textContent).toMatch(words);
  });

  it('loads a page anew that was superseded', () => {
    const shown = port('superseded');
    render(<TroubleNotice port={shown} />);
    press('Reload the page');
    expect(shown.reload).toHaveBeenCalledOnce();
  });

  it('offers the newest backup where what was kept is gone, until the reader has understood', async () => {
    const shown = port('emptied');
    render(<TroubleNotice port={shown} />);
    await waitFor(() => expect(screen.getByText(/hearsay-backup-1\.json/)).toBeTruthy());
    expect(screen.getByRole('link', { name: 'Restore from a backup' })).toBeTruthy();
    press('Understood');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(shown.accept).toHaveBeenCalledOnce();
  });

  it('says how many articles are missing, offers the newest backup, and goes for good once understood', async () => {
    const shown = port('shortened', { missing: async () => 13 });
    render(<TroubleNotice port={shown} />);
    await waitFor(() => expect(screen.getByText('Your library holds 13 articles fewer than it did.')).toBeTruthy());
    await waitFor(() => expect(screen.getByText(/hearsay-backup-1\.json/)).toBeTruthy());
    press('Understood');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(shown.accept).toHaveBeenCalledOnce();
  });

  it('asks before it begins with an empty library', async () => {
    const shown = port('damaged', { newestBackup: async () => null });
    render(<TroubleNotice port={shown} />);
    await waitFor(() => expect(screen.getByText(/If you have a backup file/)).toBeTruthy());
    press('Begin with an empty library');
    expect(shown.startAnew).not.toHaveBeenCalled();
    fireEvent.click(screen.getAllByRole('button', { name: 'Begin with an empty library' }).at(-1) ?? document.body);
    await waitFor(() => expect(shown.reload).toHaveBeenCalledOnce());
    expect(shown.startAnew).toHaveBeenCalledOnce();
  });

  it('says of a private window that nothing stays', () => {
    render(<TroubleNotice port={port(null, { isPrivate: true })} />);
    expect(screen.getByText(/Private window/)).toBeTruthy();
  });
});
