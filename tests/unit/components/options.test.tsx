// @vitest-environment happy-dom
import '../english';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OptionsApp } from '../../../components/options/OptionsApp';
import type { OptionsPort } from '../../../components/options/port';
import { asId, type ClippingId } from '../../../lib/model/ids';
import { fail, ok } from '../../../lib/model/result';
import type { Fault } from '../../../lib/store/check/fault';
import { FIRST_SETTINGS, type RollingSettings } from '../../../lib/platform/rolling-settings';

afterEach(cleanup);

/** A port on settings in memory; `allows` is what the browser answers when it is asked for a permission. */
function port(more: Partial<OptionsPort> = {}, first: Partial<RollingSettings> = {}, allows = true): OptionsPort {
  let settings: RollingSettings = { ...FIRST_SETTINGS, ...first };
  const change = async (next: Partial<RollingSettings>) => (settings = { ...settings, ...next });
  return {
    sites: async () => [],
    forgetSite: async () => true,
    layers: async () => ({ claims: true, actors: false, notes: true }),
    setLayer: async () => {},
    samples: [{ mark: 'rose', tone: 'dark', tint: 'red', line: 'underline', offset: '1px', contrast: 9.04 }],
    shortcuts: async () => [{ name: 'Read', keys: 'Alt+Shift+H' }],
    shortcutPage: 'chrome://extensions/shortcuts',
    openShortcutPage: async () => true,
    backup: {
      settings: async () => settings,
      setEvery: async (every) => (allows ? change({ every }) : settings),
      setKeep: (keep) => change({ keep }),
      backUpNow: () => change({ lastAt: Date.UTC(2026, 4, 1, 12), failure: null }),
    },
    language: { chosen: async () => null, choose: async () => {} },
    kept: async () => ({
      clippings: 3,
      notes: 1,
      codes: 2,
      toRead: 0,
      trashed: 1,
      bytes: 2_500_000,
      quota: 10_000_000_000,
      persisted: true,
    }),
    library: {
      check: async () => ok({ articles: 3, claims: 9, notes: 1, indexed: 3, postings: 400, faults: [] }),
      mend: async () => ok(null),
      newestBackup: async () => null,
    },
    permissions: async () => ['activeTab', 'storage'],
    requests: async () => 0,
    ...more,
  };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the options page', () => {
  it('turns on backups only when the browser allows it, and says so when it does not', async () => {
    render(<OptionsApp port={port({}, {}, false)} />);
    await screen.findByRole('button', { name: 'Every day' });
    press('Every day');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('did not allow'));
    expect(screen.getByRole('button', { name: 'Every day' }).getAttribute('aria-pressed')).toBe('false');
    expect(screen.queryByRole('button', { name: 'Back up now' })).toBeNull();
  });

  it('tells when the last backup was written, and why one was not', async () => {
    render(<OptionsApp port={port({}, { every: 'week', failure: 'interrupted' })} />);
    await waitFor(() => expect(screen.getByText(/None was written yet/)).toBeTruthy());
    expect(screen.getByRole('alert').textContent).toContain('downloads folder');
    press('Back up now');
    await waitFor(() => expect(screen.getByText(/The last one was written on 1 May 2026/)).toBeTruthy());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('counts what is kept by kind, with the room it takes', async () => {
    render(<OptionsApp port={port()} />);
    await waitFor(() => expect(screen.getByText('3 clippings')).toBeTruthy());
    expect(screen.getByText('2 codes')).toBeTruthy();
    expect(screen.getByText('1 clipping in the trash')).toBeTruthy();
    expect(screen.queryByText(/addresses to read/)).toBeNull();
    expect(screen.getByText('2.5 MB of the 10,000 MB that the browser grants')).toBeTruthy();
    expect(screen.getByText(/has promised/)).toBeTruthy();
  });

  it('opens the page of the keys, or says where it is', async () => {
    const openShortcutPage = vi.fn(async () => false);
    render(<OptionsApp port={port({ openShortcutPage })} />);
    press('Change the keys');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('chrome://extensions/shortcuts'));
  });

  it('counts requests that left, again when asked to', async () => {
    let count = 0;
    render(<OptionsApp port={port({ requests: async () => count++ })} />);
    await waitFor(() => expect(screen.getByText(/0 requests to anywhere else/)).toBeTruthy());
    press('Count again');
    await waitFor(() => expect(screen.getByText(/1 request to somewhere else/)).toBeTruthy());
  });

  it('shows each mark with the contrast of its words', async () => {
    render(<OptionsApp port={port()} />);
    expect(screen.getByText('words 9.0:1')).toBeTruthy();
  });

  const FAULTS: readonly Fault[] = [
    { kind: 'index', clippingId: asId<ClippingId>('k1'), title: 'The bridge' },
    { kind: 'text-missing', clippingId: asId<ClippingId>('k2'), title: 'The ferry' },
  ];

  it('checks the library, mends what can be mended, and offers the newest backup for the rest', async () => {
    let faults = FAULTS;
    const mend = vi.fn(async () => {
      faults = FAULTS.slice(1);
      return ok(null);
    });
    const check = async () => ok({ articles: 3, claims: 9, notes: 1, indexed: 3, postings: 400, faults });
    render(<OptionsApp port={port({ library: { check, mend, newestBackup: async () => 'hearsay-backup-1.json' } })} />);
    press('Check my library');
    await waitFor(() => expect(screen.getByText(/3 articles, 9 claims, 1 notes, 400 entries/)).toBeTruthy());
    expect(screen.getByText(/1 entry of the index/).textContent).toContain('The bridge');
    expect(screen.getByText(/The text of 1 article is missing/).textContent).toContain('The ferry');
    await waitFor(() => expect(screen.getByText(/hearsay-backup-1\.json/)).toBeTruthy());
    press('Mend what can be mended');
    await waitFor(() => expect(screen.queryByText(/1 entry of the index/)).toBeNull());
    expect(mend).toHaveBeenCalledWith(FAULTS);
    expect(screen.queryByRole('button', { name: 'Mend what can be mended' })).toBeNull();
    expect(screen.getByText(/The text of 1 article is missing/)).toBeTruthy();
  });

  it('says that a sound library is sound, and why one could not be read', async () => {
    const { library } = port();
    let answers = 0;
    const check = async () => (answers++ === 0 ? library.check({}) : fail('newer-data' as const));
    render(<OptionsApp port={port({ library: { ...library, check } })} />);
    press('Check my library');
    await waitFor(() => expect(screen.getByText(/everything fits together/, { selector: 'p' })).toBeTruthy());
    press('Check my library');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('newer version'));
  });
});
