/** What a private window leaves behind: nothing on the disk, in a browser whose reader let Hearsay into private windows. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { serveArticles } from '../../../scripts/faults/serve-articles';
import { findChromium } from '../../../scripts/start/find-browser.mjs';
import { type HearsayBrowser, launchHearsay } from '../../../scripts/start/hearsay-browser';
import { expect, test } from '../fixtures';

/** Words that stand in the article alone; the first two go on as a note's. */
const OPEN = 'quorvexle';
const PRIVATE = 'zymbrathol';

test('THREATS: a private window says that nothing stays, and nothing of it reaches the disk', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'hearsay-private-'));
  const site = await serveArticles();
  const hearsay = await launchHearsay({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    extension: resolve('.output/chrome-mv3-e2e'),
    headless: true,
    profile,
    keepWelcome: true,
  });
  try {
    await allowPrivateWindows(hearsay);
    const options = `chrome-extension://${hearsay.extensionId}/options.html`;
    const own = await hearsay.context.newPage();
    await own.goto(options);
    await (await hearsay.context.newPage()).goto(`${site.address(1)}?${OPEN}`);
    await keep(own, OPEN);
    await expect(own.getByText('Private window')).toBeHidden();

    // How far the library has come is remembered a moment after the article was kept.
    await expect.poll(() => settingsIn(own)).toMatchObject({ libraryMark: { articles: 1 } });
    const before = await settingsIn(own);
    const hidden = await openPrivately(own, hearsay.context, [`${site.address(2)}?${PRIVATE}`, options]);
    await expect(hidden.getByText('Private window')).toBeVisible();
    await keep(hidden, PRIVATE);
    await hidden.reload();
    await expect(hidden.getByText('1 clipping')).toBeVisible();
    expect(await settingsIn(hidden), 'settings after a private window').toEqual(before);
  } finally {
    await hearsay.context.close();
    await site.close();
  }
  const found = (words: string) => filesWith(profile, words);
  expect(found(OPEN), 'the search finds what an open window leaves').not.toEqual([]);
  expect(found(PRIVATE)).toEqual([]);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** Switches on what readers switch on in the page of extensions. */
async function allowPrivateWindows({ context, extensionId }: HearsayBrowser): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(async (id) => {
    // Without that the browser would not start an unpacked extension again.
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true });
  }, extensionId);
  // The extension starts again.
  await expect
    .poll(() => page.evaluate((id) => chrome.developerPrivate.getExtensionInfo(id), extensionId))
    .toMatchObject({ state: 'ENABLED', incognitoAccess: { isActive: true } });
  await page.close();
}

/** Opens a private window on these addresses; gives the page of the last. */
async function openPrivately(own: Page, context: BrowserContext, urls: readonly string[]): Promise<Page> {
  await own.evaluate((addresses) => chrome.windows.create({ incognito: true, url: addresses }), urls);
  const isIt = async (page: Page) =>
    page.url() === urls.at(-1) && page.evaluate(() => chrome.extension.inIncognitoContext).catch(() => false);
  await expect.poll(async () => (await Promise.all(context.pages().map(isIt))).includes(true)).toBe(true);
  for (const page of context.pages()) if (await isIt(page)) return page;
  throw new Error('no private window');
}

/** Reads the tab whose address has these words, and keeps its article, from one of our own pages in the same window. */
async function keep(own: Page, words: string): Promise<void> {
  const kept = await own.evaluate(async (wanted) => {
    const shown = (await chrome.tabs.query({})).find((tab) => tab.url?.includes(wanted))?.id ?? -1;
    await chrome.scripting.executeScript({ target: { tabId: shown }, files: ['/content-scripts/content.js'] });
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const message = { channel: 'tab', name: 'keep', args: [] };
      const answer = await chrome.tabs.sendMessage(shown, message, { frameId: 0 }).catch(() => null);
      if (answer?.answer?.ok) return true;
      await new Promise((again) => setTimeout(again, 100));
    }
    return false;
  }, words);
  expect(kept, `an article with ${words} is kept`).toBe(true);
}

function settingsIn(own: Page): Promise<object> {
  return own.evaluate(() => chrome.storage.local.get(null));
}

/** Files below the folder that hold the words, in either of the ways in which browsers write text. */
function filesWith(folder: string, words: string): string[] {
  const wanted = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return wanted.some((each) => bytes.includes(each));
    });
}

/** The calls of the browser that are made inside its pages. */
declare const chrome: {
  readonly developerPrivate: {
    updateProfileConfiguration(change: object): Promise<void>;
    updateExtensionConfiguration(change: object): Promise<void>;
    getExtensionInfo(id: string): Promise<unknown>;
  };
  readonly extension: { readonly inIncognitoContext: boolean };
  readonly windows: { create(window: object): Promise<unknown> };
  readonly tabs: {
    query(filter: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(tab: number, message: object, options: object): Promise<{ answer?: { ok?: boolean } }>;
  };
  readonly scripting: { executeScript(call: object): Promise<unknown> };
  readonly storage: { readonly local: { get(keys: null): Promise<object> } };
};
