/** Files that come in, from the choice to the article they belong to. */
import { FIRST_ARTICLE, SECOND_ARTICLE } from '../../scripts/start/serve-site.mjs';
import type { Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, paintedWords, test } from './fixtures';

const importPage = async (page: Page, extensionId: string) => {
  await page.goto(`chrome-extension://${extensionId}/library.html#import`);
  await expect(page.getByRole('heading', { level: 2, name: 'Import' })).toBeVisible();
};

const choose = (page: Page, name: string, content: string) =>
  page.getByLabel('File to import').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });

test('notes of another program wait at the address, and are placed when the article is read', async ({
  site,
  hearsay,
  read,
}) => {
  const page = await hearsay.context.newPage();
  await importPage(page, hearsay.extensionId);
  const url = site.origin + FIRST_ARTICLE;
  const selector = [{ type: 'TextQuoteSelector', exact: 'The authors of the study', prefix: '', suffix: '' }];
  const rows = [
    {
      uri: `${url}#part`,
      text: 'Who are they?',
      tags: ['study'],
      target: [{ selector }],
      document: { title: ['Dam'] },
    },
    { uri: 'place:nowhere', text: 'x' },
  ];
  await choose(page, 'export.json', JSON.stringify({ total: 2, rows }));

  await expect(page.getByRole('heading', { level: 2, name: 'Notes of other programs' })).toBeFocused();
  await expect(page.getByText(/^1 note on an article you have not kept/)).toBeVisible();
  await expect(page.getByText('1 entry cannot be read and is left out')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText('1 note waits for its article, which is now under “To read”.')).toBeVisible();

  await page.getByRole('main').getByRole('link', { name: 'To read' }).click();
  await expect(page.getByRole('link', { name: 'Dam' })).toHaveAttribute('href', url);
  await expect(page.getByText('1 note waits for it')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const reading = await read(FIRST_ARTICLE);
  await reading.panel.select('Notes');
  await expect(reading.panel.notes).toHaveCount(1);
  await expect(reading.panel.notes.first()).toContainText('Who are they?');
  await expect.poll(() => paintedWords(reading.page, 'note-')).toBe('The authors of the study');
  await page.bringToFront();
  await expect(page.getByText('Nothing is waiting to be read.')).toBeVisible();
});

test('bookmarks become things to read, which can be taken back as a whole', async ({ site, hearsay }) => {
  const page = await hearsay.context.newPage();
  await importPage(page, hearsay.extensionId);
  const links = [FIRST_ARTICLE, SECOND_ARTICLE].map((path, i) => `<DT><A HREF="${site.origin}${path}">Number ${i}</A>`);
  await choose(page, 'bookmarks.html', `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL>${links.join('\n')}</DL>`);
  await expect(page.getByText('2 addresses to read')).toBeVisible();
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText('2 addresses added under “To read”.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('main').getByText('Taken back. All is as it was before.')).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'To read' }).click();
  await expect(page.getByText('Nothing is waiting to be read.')).toBeVisible();
});

test('a file that is none of those that can be read changes nothing and says so', async ({ hearsay }) => {
  const page = await hearsay.context.newPage();
  await importPage(page, hearsay.extensionId);
  await choose(page, 'letter.txt', 'Dear reader');
  await expect(page.getByRole('alert')).toContainText('none of those that can be read here');
  await choose(page, 'newer.json', '{"format":"hearsay-backup","version":999,"articles":[]}');
  await expect(page.getByRole('alert')).toContainText('format 999');
});
