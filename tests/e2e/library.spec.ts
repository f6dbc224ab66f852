/** The library, from an article that is read and saved to its export and back out of the trash. */
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type HearsayBrowser, launchHearsay } from '../../scripts/start/hearsay-browser';
import { FIRST_ARTICLE, serveSite, type Site } from '../../scripts/start/serve-site.mjs';
import { chromiumPath } from '../harness/stand';

const TITLE = 'Karvonia begins filling Velibrod reservoir';

let site: Site;
let hearsay: HearsayBrowser;

test.beforeEach(async () => {
  site = await serveSite();
  hearsay = await launchHearsay({
    executablePath: chromiumPath() ?? '/usr/bin/chromium',
    extension: resolve('.output/chrome-mv3-e2e'),
    headless: true,
  });
});

test.afterEach(async () => {
  await hearsay.close();
  await site.close();
});

/** Reads the first article of the sample site, saves it in the panel and follows the panel's link to the library. */
async function savedInLibrary(): Promise<Page> {
  const page = await hearsay.context.newPage();
  await page.goto(site.origin + FIRST_ARTICLE);
  const panel = await hearsay.openPanel(page);
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(panel.getByRole('button', { name: 'Remove', exact: true })).toBeVisible();
  const address = await panel.getByRole('link', { name: 'Library' }).getAttribute('href');
  await page.goto(`chrome-extension://${hearsay.extensionId}${address ?? ''}`);
  await expect(page.getByRole('heading', { level: 2, name: TITLE })).toBeVisible();
  return page;
}

/** Keeps the files that the page hands to the browser: a second client, as the panel needs one, moves the downloads. */
async function keepFiles(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      Object.assign(globalThis, { lastFile: file });
      return make(file);
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { lastFile: Blob }).lastFile.text());
}

const rows = (page: Page) => page.locator('[data-row]');

test('an article that was saved is read, noted, exported, removed and brought back, though its page is gone', async () => {
  const page = await savedInLibrary();
  await site.close();

  await expect(page.locator('.claimed.direct').first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Ask who measured the river.');
  await page.getByRole('combobox', { name: 'Tags' }).fill('to check');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('tab', { name: 'Notes 1' })).toBeVisible();

  await page.getByLabel('Search your clippings').fill('measured river');
  await expect(rows(page)).toHaveCount(1);
  await page.getByLabel('Search your clippings').fill('nobody has asked us yet');
  await expect(rows(page)).toHaveCount(1);
  await page.getByLabel('Search your clippings').fill('xyzzy');
  await expect(page.getByText('No clipping fits what you searched for.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all clippings' }).click();

  const lastFile = await keepFiles(page);
  const download = page.waitForEvent('download');
  await page.getByRole('region', { name: 'Reading list' }).getByRole('button', { name: 'Export' }).click();
  await page.getByRole('radio', { name: 'Table of claims' }).check();
  await page.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toMatch(/^hearsay-claims-.*\.csv$/);
  const csv = await lastFile();
  expect(csv.split('\r\n').length).toBeGreaterThan(20);
  expect(csv).toContain('Liu Wenqing');

  await page.getByRole('button', { name: 'Move to the trash' }).first().click();
  await expect(page.getByText('Nothing kept yet')).toBeVisible();
  await page.getByRole('link', { name: 'Trash 1' }).click();
  await rows(page).first().click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('link', { name: 'Articles' }).click();
  await expect(rows(page)).toHaveCount(1);
});

test('two tabs that edit one note see the conflict, and nothing is lost', async () => {
  const first = await savedInLibrary();
  await first.keyboard.press('e');
  await first.getByRole('textbox', { name: 'Note', exact: true }).fill('As it was');
  await first.keyboard.press('Control+Enter');
  await expect(first.getByText('As it was')).toBeVisible();
  const second = await hearsay.context.newPage();
  await second.goto(first.url());
  const edit = async (page: Page, words: string) => {
    await page.bringToFront();
    await page.getByRole('tab', { name: 'Notes 1' }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('textbox', { name: 'Note', exact: true }).fill(words);
  };
  await edit(first, 'Written here');
  await edit(second, 'Written there');
  await second.keyboard.press('Control+Enter');
  await expect(first.getByText('This note was changed elsewhere while you were writing.')).toBeVisible();
  await first.bringToFront();
  await first.getByRole('button', { name: 'Put both together' }).click();
  await first.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(second.getByText('Written there')).toBeVisible();
  await expect(second.getByText('Written here')).toBeVisible();
});
