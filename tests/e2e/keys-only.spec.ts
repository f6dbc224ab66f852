/** Taking things out of the library and choosing a language, with nothing but the keyboard. */
import { inventedLibrary, putRows, rowsOf } from '../library/invented';
import type { Page } from '@playwright/test';
import { FIRST_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { expect, pointAt, test } from './fixtures';
import { tabTo } from './tab-to';

test.use({ build: 'chrome-mv3-e2e' });

/** Keeps the name and text of the file that the page hands to the browser, and what is copied. */
async function keepWhatLeaves(page: Page): Promise<void> {
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      Object.assign(globalThis, { lastFile: file });
      return make(file);
    };
    navigator.clipboard.writeText = async (text) => void Object.assign(globalThis, { lastCopy: text });
  });
}

const lastFile = (page: Page) =>
  page.evaluate(async () => {
    const file: unknown = Reflect.get(globalThis, 'lastFile');
    return file instanceof Blob ? file.text() : null;
  });

test('an article is cited and exported, and all is backed up, by keys alone', async ({ hearsay }) => {
  const page = await hearsay.context.newPage();
  await page.goto(`chrome-extension://${hearsay.extensionId}/library.html`);
  await page.evaluate(putRows, rowsOf(inventedLibrary(3)));
  await page.reload();
  await keepWhatLeaves(page);
  await expect(page.locator('[data-row]')).toHaveCount(3);

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  const reading = page.getByRole('article');
  const button = (name: string) => reading.getByRole('button', { name, exact: true }).first();
  await tabTo(button('Cite'));
  await page.keyboard.press('Enter');
  await tabTo(button('MLA'));
  await page.keyboard.press('Space');
  await expect(button('MLA')).toHaveAttribute('aria-pressed', 'true');
  const shown = await page.locator('.citation-text').textContent();
  await tabTo(button('Copy as citation'));
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'lastCopy'))).toBe(shown);

  await tabTo(button('Export'));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toBeVisible();
  await tabTo(dialog.getByRole('radio', { name: /^Markdown files/ }));
  // Within a group of choices the arrows move.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: /^Table of claims/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => lastFile(page)).toMatch(/^\uFEFF?\S+,\S+/);
  // The keyboard is where it was before the dialog.
  await expect(button('Export')).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await tabTo(page.getByRole('button', { name: 'Back up', exact: true }));
  await page.keyboard.press('Enter');
  await expect.poll(() => lastFile(page)).toContain('"format":"hearsay-backup"');
});

test('a language chosen by hand is spoken at once in every page, and stays', async ({ hearsay, read }) => {
  const { page: article, panel, overlay } = await read(FIRST_ARTICLE);
  await panel.shows(/Karvonia/);
  const origin = `chrome-extension://${hearsay.extensionId}`;
  const library = await hearsay.context.newPage();
  await library.goto(`${origin}/library.html`);
  await expect(library.getByRole('heading', { level: 1 })).toHaveText('Library');
  const options = await hearsay.context.newPage();
  await options.goto(`${origin}/options.html`);
  await tabTo(options.getByRole('combobox', { name: 'Language of the interface' }));
  await options.keyboard.press('D');
  await expect(options.getByRole('combobox', { name: 'Sprache der Oberfläche' })).toHaveValue('de');
  await expect(options.locator('html')).toHaveAttribute('lang', 'de');
  await expect(library.getByRole('heading', { level: 1 })).toHaveText('Bibliothek');
  await expect(library).toHaveTitle(/Bibliothek/);
  await article.bringToFront();
  await expect(panel.page.getByRole('tab', { name: /^Aussagen/ })).toBeVisible();
  const { x, y } = await pointAt(article, 'Nobody has asked us yet');
  await article.mouse.move(x, y);
  await overlay.waitFor('dialog', 'Eine Aussage von \u2068Liu Wenqing\u2069');
  await options.bringToFront();
  await library.reload();
  await expect(library.getByRole('heading', { level: 1 })).toHaveText('Bibliothek');
  await tabTo(options.getByRole('combobox', { name: 'Sprache der Oberfläche' }));
  await options.keyboard.press('Home');
  await expect(options.getByRole('combobox', { name: 'Language of the interface' })).toHaveValue('');
  await expect(library.getByRole('heading', { level: 1 })).toHaveText('Library');
});
