/** One actor over all clippings: by mouse and by keyboard, on invented clippings in the built extension. */
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type HearsayBrowser, launchHearsay } from '../../scripts/start/hearsay-browser';
import { chromiumPath } from '../harness/stand';
import { inventedArchive } from '../library/invented-archive';
import { putRows, rowsOf } from '../library/invented';

let hearsay: HearsayBrowser;

test.beforeEach(async () => {
  hearsay = await launchHearsay({
    executablePath: chromiumPath() ?? '/usr/bin/chromium',
    extension: resolve('.output/chrome-mv3-e2e'),
    headless: true,
  });
});

test.afterEach(() => hearsay.close());

/** The library with sixty clippings, at its list of actors. */
async function openActors(): Promise<Page> {
  const page = await hearsay.context.newPage();
  const address = `chrome-extension://${hearsay.extensionId}/library.html`;
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
  await page.evaluate(putRows, rowsOf(inventedArchive(60, 30)));
  await page.goto(`${address}#actors`);
  await page.reload();
  await expect(page.getByText('30 actors')).toBeVisible();
  return page;
}

const row = (page: Page, name: string) => page.getByRole('option', { name: new RegExp(`^${name}`) });
const said = (page: Page) => page.locator('.actor-claim');
const count = async (page: Page) => Number(await page.locator('.actor-claims h3 .count').textContent());

test('by mouse: two actors are joined, read, narrowed on the chart, followed into an article, and parted again', async () => {
  const page = await openActors();
  await row(page, 'Ana Ruiz').click();
  await expect(page.getByRole('heading', { level: 2, name: 'Ana Ruiz' })).toBeVisible();
  await expect(said(page).first()).toBeVisible();
  const alone = await count(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole('button', { name: 'All actors' }).click();
  await row(page, 'Ana Ruiz').click({ modifiers: ['Control'] });
  await row(page, 'Mara Olsen').click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: 'Same actor' }).click();
  await expect(page.getByText('29 actors')).toBeVisible();
  await page.getByRole('option', { name: /^(Ana Ruiz|Mara Olsen)/ }).click();
  await expect(said(page).first()).toBeVisible();
  const both = await count(page);
  expect(both).toBeGreaterThan(alone);

  const chart = await page.locator('.time-line-chart').boundingBox();
  if (!chart) throw new Error('no chart');
  await page.mouse.move(chart.x + chart.width * 0.5, chart.y + 20);
  await page.mouse.down();
  await page.mouse.move(chart.x + chart.width * 0.75, chart.y + 20, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Clear all' })).toBeVisible();
  expect(await count(page)).toBeLessThan(both);
  await expect(page.locator('[data-mark]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();

  const words = await said(page).first().locator('.passage').textContent();
  await said(page).first().getByRole('link').click();
  await expect(page.locator('.kept-text')).toContainText(words ?? '');
  await expect(page.locator('.claim-detail')).toHaveCount(1);
  await page.goBack();

  await page.getByRole('button', { name: /Mara Olsen.* is someone else/ }).click();
  await page.getByRole('button', { name: 'In all of them' }).click();
  await page.getByRole('button', { name: 'All actors' }).click();
  await expect(page.getByText('30 actors')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('29 actors')).toBeVisible();
});

test('by keyboard: an actor is found, opened, read mark by mark, put in a table, and left', async () => {
  const page = await openActors();
  await page.getByRole('searchbox', { name: 'Find an actor' }).focus();
  await page.keyboard.type('ruiz ana');
  await expect(page.getByRole('listbox', { name: 'Actors' }).getByRole('option')).toHaveCount(1);
  await page.getByRole('listbox', { name: 'Actors' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Ana Ruiz' })).toBeFocused();
  await expect(said(page).first()).toBeVisible();

  for (let i = 0; i < 20; i += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.hasAttribute('data-mark') ?? false)) break;
  }
  const marked = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const last = await marked();
  expect(last).toMatch(/(Quoted|Partly quoted|Reported): /);
  await expect(page.getByRole('link', { name: 'Show in the article' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  expect(await marked()).not.toBe(last);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  const first = await marked();
  await page.keyboard.press('Home');
  expect(await marked()).toBe(first);

  await page.getByRole('button', { name: 'As a table' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: 'Actors' })).toBeVisible();
});
