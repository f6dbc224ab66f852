// @vitest-environment happy-dom
import '../english';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OptionsApp } from '../../../components/options/OptionsApp';
import type { OptionsPort } from '../../../components/options/port';
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
    setLayers: async () => {},
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
});
