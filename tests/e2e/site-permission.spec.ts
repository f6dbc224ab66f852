import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { findChromium } from '../../scripts/start/find-browser.mjs';
import { launchHearsay } from '../../scripts/start/hearsay-browser';
import { FIRST_ARTICLE, SECOND_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { countPainted, expect, test as base } from './fixtures';
import { Panel } from './panel';

const LOCALHOST = 'http://localhost/*';

/**
 * No test can press the button in the browser's own question. But a browser does not ask again for what its reader has
 * once allowed and given back, so the profile is made to remember that; granting and revoking are then the real ones.
 */
const test = base.extend({
  hearsay: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'hearsay-'));
    const launch = {
      executablePath: findChromium() ?? '/usr/bin/chromium',
      extension: resolve('.output/chrome-mv3'),
      headless: true,
      profile,
    };
    const first = await launchHearsay(launch);
    await first.close();
    rememberYes(join(profile, 'Default/Preferences'), first.extensionId);
    const second = await launchHearsay({ ...launch, extensionId: first.extensionId });
    await use(second);
    await second.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
});

interface Preferences {
  readonly extensions: { readonly settings: Record<string, { runtime_granted_permissions?: object }> };
}

function rememberYes(file: string, extensionId: string): void {
  const preferences = JSON.parse(readFileSync(file, 'utf8')) as Preferences;
  const ours = preferences.extensions.settings[extensionId];
  if (!ours) throw new Error('the profile does not know the extension');
  ours.runtime_granted_permissions = {
    api: [],
    explicit_host: [LOCALHOST],
    manifest_permissions: [],
    scriptable_host: [],
  };
  writeFileSync(file, JSON.stringify(preferences));
}

interface Chrome {
  readonly permissions: { getAll(): Promise<{ readonly origins: readonly string[] }> };
  readonly scripting: { getRegisteredContentScripts(): Promise<readonly { readonly matches: readonly string[] }[]> };
}

/** What the browser grants, and where it runs the content script on load; asked in a page of the extension. */
async function stateOf(ownPage: Page) {
  return ownPage.evaluate(async () => {
    const { permissions, scripting } = (globalThis as unknown as { chrome: Chrome }).chrome;
    const registered = await scripting.getRegisteredContentScripts();
    return { origins: (await permissions.getAll()).origins, read: registered.flatMap(({ matches }) => matches) };
  });
}

/** Names of the worlds in which scripts run in a page, from its next load on: that of a content script is the extension's. */
async function worldsOf(page: Page): Promise<readonly string[]> {
  const worlds: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Runtime.executionContextCreated', ({ context }) => void worlds.push(context.name));
  await session.send('Runtime.enable');
  return worlds;
}

test('"Always on this site" is granted in the panel, reads on load, and is given back on the options page', async ({
  hearsay,
  site,
}) => {
  const page = await hearsay.context.newPage();
  await page.goto(site.origin + FIRST_ARTICLE);
  const panel = new Panel(await hearsay.openPanel(page));
  await panel.shows('Karvonia begins');
  expect(await stateOf(panel.page)).toEqual({ origins: [], read: [] });
  const always = panel.page.getByRole('switch', { name: 'Always on this site' });
  await expect(always).not.toBeChecked();

  await always.press(' ');
  await expect(always).toBeChecked();
  await expect.poll(() => stateOf(panel.page)).toEqual({ origins: [LOCALHOST], read: [LOCALHOST] });
  const allowed = await hearsay.context.newPage();
  const worlds = await worldsOf(allowed);
  await allowed.goto(site.origin + SECOND_ARTICLE);
  await expect.poll(() => countPainted(allowed, 'claim-')).toBeGreaterThan(5);
  expect(worlds).toContain('Hearsay');

  const options = await hearsay.context.newPage();
  await options.goto(`chrome-extension://${hearsay.extensionId}/options.html`);
  await options.getByRole('button', { name: /^Remove .*localhost/ }).click();
  await expect.poll(() => stateOf(options)).toEqual({ origins: [], read: [] });
  await expect(options.getByText('None yet.', { exact: false })).toBeVisible();
  // The panel, which was open all the time, hears of it.
  await page.bringToFront();
  await expect(always).not.toBeChecked();

  const after = await hearsay.context.newPage();
  const worldsAfter = await worldsOf(after);
  await after.goto(site.origin + SECOND_ARTICLE);
  await after.waitForFunction(() => document.readyState === 'complete');
  expect(worldsAfter).not.toContain('Hearsay');
  expect(await countPainted(after, '')).toBe(0);
  // A click reads it as before.
  await hearsay.clickButton(after);
  await expect.poll(() => countPainted(after, 'claim-')).toBeGreaterThan(5);
  expect(worldsAfter).toContain('Hearsay');
});
