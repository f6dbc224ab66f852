/** The options page: each thing it offers is tried, and axe looks at it. */
import { AxeBuilder } from '@axe-core/playwright';
import { inventedLibrary, putRows, rowsOf } from '../library/invented';
import { expect, test } from './fixtures';

test.use({ build: 'chrome-mv3-e2e' });

test('a backup is written when the reader wants it, and what is kept is counted', async ({ hearsay }) => {
  const page = await hearsay.context.newPage();
  const origin = `chrome-extension://${hearsay.extensionId}`;
  await page.goto(`${origin}/library.html`);
  await page.evaluate(putRows, rowsOf(inventedLibrary(3)));
  await page.goto(`${origin}/options.html`);
  await expect(page.getByText('3 clippings')).toBeVisible();
  await expect(page.getByText(/0 requests to anywhere else/)).toBeVisible();
  await page.getByRole('button', { name: 'Every day' }).click();
  await expect(page.getByText('None was written yet.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText(/^The last one was written on /)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Every day' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Off' }).click();
  await expect(page.getByRole('button', { name: 'Back up now' })).toBeHidden();
});
