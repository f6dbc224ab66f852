/** Taking things out of the library and choosing a language, with nothing but the keyboard. */
import { inventedLibrary, putRows, rowsOf } from '../library/invented';
import type { Page } from '@playwright/test';
import { FIRST_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { expect, pointAt, test } from './fixtures';

test.use({ build: 'chrome-mv3-e2e' });

/** Presses Tab until the keyboard is on the one element of this role and name; so often that all of a page was met. */
async function tabTo(page: Page, role: 'button' | 'link' | 'radio' | 'combobox', name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: typeof name === 'string' }).first();
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 200; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never came to ${role} ${String(name)}`);
}

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
  await tabTo(page, 'button', 'Cite');
  await page.keyboard.press('Enter');
  await tabTo(page, 'button', 'MLA');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'MLA' })).toHaveAttribute('aria-pressed', 'true');
  const shown = await page.locator('.citation-text').textContent();
  await tabTo(page, 'button', 'Copy as citation');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'lastCopy'))).toBe(shown);

  await tabTo(page, 'button', 'Export');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toBeVisible();
  await tabTo(page, 'radio', /^Markdown/);
  // Within a group of choices the arrows move.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { checked: true }).last()).toHaveAccessibleName(/CSV/);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => lastFile(page)).toMatch(/^\uFEFF?\S+,\S+/);
  // The keyboard is where it was before the dialog.
  await expect(page.getByRole('button', { name: 'Export' })).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await tabTo(page, 'button', 'Back up');
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
  await tabTo(options, 'combobox', 'Language of the interface');
  await options.keyboard.press('D');
  await expect(options.getByRole('combobox', { name: 'Sprache der Oberfläche' })).toHaveValue('de');
  await expect(options.locator('html')).toHaveAttribute('lang', 'de');
  await expect(library.getByRole('heading', { level: 1 })).toHaveText('Bibliothek');
  await expect(library).toHaveTitle(/Bibliothek/);
  await expect(panel.page.getByRole('tab', { name: /^Aussagen/ })).toBeVisible();
  await article.bringToFront();
  const { x, y } = await pointAt(article, 'Nobody has asked us yet');
  await article.mouse.move(x, y);
  await overlay.waitFor('dialog', 'Eine Aussage von \u2068Liu Wenqing\u2069');
  await options.bringToFront();
  await library.reload();
  await expect(library.getByRole('heading', { level: 1 })).toHaveText('Bibliothek');
  await tabTo(options, 'combobox', 'Sprache der Oberfläche');
  await options.keyboard.press('Home');
  await expect(options.getByRole('combobox', { name: 'Language of the interface' })).toHaveValue('');
  await expect(library.getByRole('heading', { level: 1 })).toHaveText('Library');
});
