/** Coding an article with keys alone: a code is made, claims are coded with its key, one is noted, one taken back. */
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type HearsayBrowser, launchHearsay } from '../../scripts/start/hearsay-browser';
import { chromiumPath } from '../harness/stand';
import { inventedLibrary, putRows, rowsOf } from '../library/invented';
import { tabTo } from './tab-to';

let hearsay: HearsayBrowser;

test.beforeEach(async () => {
  hearsay = await launchHearsay({
    executablePath: chromiumPath() ?? '/usr/bin/chromium',
    extension: resolve('.output/chrome-mv3-e2e'),
    headless: true,
  });
});

test.afterEach(() => hearsay.close());

/** The library page with one invented article that nobody has noted anything on. */
async function openLibrary(): Promise<Page> {
  const page = await hearsay.context.newPage();
  const address = `chrome-extension://${hearsay.extensionId}/library.html`;
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 2, name: 'Nothing kept yet' })).toBeVisible();
  const bare = inventedLibrary(1).map((kept) => ({ ...kept, notes: [], corrections: [] }));
  await page.evaluate(putRows, rowsOf(bare));
  await page.reload();
  await expect(page.locator('[data-row]')).toHaveCount(1);
  return page;
}

test('an article is coded with keys alone', async () => {
  const page = await openLibrary();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await tabTo(page.getByRole('link', { name: 'Codebook' }));
  await press('Enter');
  await expect(page.getByText('No codes yet')).toBeVisible();
  await press('n');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('promises');
  await press('Tab');
  await page.keyboard.type('Who promises what, and until when.');
  await tabTo(page.getByRole('textbox', { name: 'Key' }));
  await page.keyboard.type('p');
  await press('Control+Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'promises' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await tabTo(page.getByRole('link', { name: 'Articles' }));
  await press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await press('j', 'Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await press('c');
  const coding = page.getByRole('region', { name: 'Coding mode' });
  await expect(coding.getByText(/^0 of \d+ coded$/)).toBeVisible();
  await expect(page.locator('.claimed.pointed').first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const code = coding.getByRole('button', { name: 'promises' });
  await press('p');
  await expect(code).toHaveAttribute('aria-pressed', 'true');
  await expect(coding.getByText(/^1 of \d+ coded$/)).toBeVisible();
  await press('j');
  await expect(coding.getByText(/^2 of \d+$/)).toBeVisible();
  await expect(code).toHaveAttribute('aria-pressed', 'false');
  await press('p');
  await expect(coding.getByText(/^2 of \d+ coded$/)).toBeVisible();
  await press('u');
  await expect(coding.getByText(/^1 of \d+ coded$/)).toBeVisible();
  await press('Enter');
  await expect(coding.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('Ask for the date.');
  await press('Control+Enter');
  await expect(coding.getByRole('textbox', { name: 'Note' })).toBeHidden();
  await press('k');
  await expect(code).toHaveAttribute('aria-pressed', 'true');
  await press('Escape');
  await expect(coding).toBeHidden();
  await expect(page.getByRole('tab', { name: 'Notes 2' })).toBeVisible();

  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('link', { name: /^promises/ })).toContainText('1');
  await expect(page.getByText('1 note on 1 article')).toBeVisible();
});
