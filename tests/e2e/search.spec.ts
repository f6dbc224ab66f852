/** The search box of the library, with what nobody foresees in it. */
import { FIRST_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { expect, test } from './fixtures';

const NOTHING = 'No clipping fits what you searched for.';

/** What is typed, and how many of one article it finds. */
const TYPED: readonly (readonly [string, string, number])[] = [
  ['spaces alone', '    ', 1],
  ['a quotation mark without its fellow', '"filling the reservoir', 0],
  ['a phrase without its end that stands in the text', '"nobody has asked us', 1],
  ['operators and nothing else', '- OR "" actor: said-by: before:', 1],
  ['a regular expression', '^(a+)+$ [[:alpha:]] \\d{4} .*', 0],
  ['pictures, which are no words', '🐻‍❄️🌊', 1],
  ['words from right to left', 'قالت الوزيرة', 0],
  ['a change of direction in the midst', 'reser\u202Evoir', 0],
  ['markup', '<img src=x onerror=alert(1)>', 0],
  ['a date that is none', 'reservoir before:31.02.2026', 0],
  ['ten thousand characters', 'reservoir '.repeat(1000), 1],
  ['ten thousand characters without a space', 'x'.repeat(10_000), 0],
];

test('whatever is typed into the search gets an answer, and the article is found again afterwards', async ({
  read,
  hearsay,
}) => {
  const { page, panel } = await read(FIRST_ARTICLE);
  await panel.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(panel.page.getByText(/^Saved /).first()).toBeVisible();
  await page.goto(`chrome-extension://${hearsay.extensionId}/library.html`);
  await expect(page.locator('[data-row]')).toHaveCount(1);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const box = page.getByLabel('Search your clippings');
  for (const [what, typed, found] of TYPED) {
    await test.step(what, async () => {
      await box.fill(typed);
      await expect(page.locator('[data-row]')).toHaveCount(found);
      if (found === 0) await expect(page.getByText(NOTHING)).toBeVisible();
      await expect(page.getByText('Searching', { exact: false })).toHaveCount(0);
      // Right to left or endless: nothing that was typed widens the page.
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }
  await box.fill('reservoir');
  await expect(page.locator('[data-row]')).toHaveCount(1);
  expect(errors).toEqual([]);
});
