import { SECOND_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { countPainted, expect, test } from './fixtures';

test('a kept article that was edited says what changed, shows it in the page, and can be read as it was', async ({
  site,
  read,
  hearsay,
}) => {
  const { page, panel } = await read(SECOND_ARTICLE);
  await panel.shows('Lethany protests');
  await panel.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(panel.page.getByText(/^Saved /).first()).toBeVisible();
  const line = panel.page.getByRole('button', { name: /This article has changed since you kept it/ });
  await page.reload();
  await hearsay.clickButton(page);
  await panel.shows('Lethany protests');
  await expect(panel.page.getByText(/^Saved /).first()).toBeVisible();
  await expect(line).toHaveCount(0);

  site.setLater(true);
  await page.reload();
  await hearsay.clickButton(page);
  await expect(line).toBeVisible();
  await line.click();
  const changes = panel.page.getByRole('list', { name: 'What changed' }).getByRole('listitem');
  const now = changes.getByRole('button').first();
  const words = await now.locator('ins').innerText();
  await now.click();
  await expect.poll(() => countPainted(page, 'flash')).toBeGreaterThan(0);
  expect(await page.locator('body').innerText()).toContain(words);

  await panel.page.getByRole('button', { name: /^As you kept it/ }).click();
  await expect(panel.page.getByRole('article').getByRole('heading', { level: 3 })).toContainText('Lethany protests');
  await panel.page.keyboard.press('Escape');
  await expect(panel.page.getByRole('button', { name: /^As it read on/ })).toHaveCount(1);
});
