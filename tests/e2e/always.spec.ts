import { FIRST_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { countPainted, expect, test } from './fixtures';

// A browser driven by tests cannot answer the permission prompt: this build holds the permission already.
test.use({ build: 'chrome-mv3-e2e' });

test('"Always on this site" reads articles as they open, without a click', async ({ read, hearsay, site }) => {
  const { panel } = await read(FIRST_ARTICLE);
  await panel.shows('Karvonia begins');
  const always = panel.page.getByRole('switch', { name: 'Always on this site' });
  await expect(always).toBeChecked();
  const second = await hearsay.context.newPage();
  await second.goto(site.origin + FIRST_ARTICLE);
  await expect.poll(() => countPainted(second, 'claim-')).toBeGreaterThan(10);
});

test('a permission that the browser keeps is told of, and the switch goes on showing what holds', async ({ read }) => {
  const { panel } = await read(FIRST_ARTICLE);
  await panel.shows('Karvonia begins');
  const always = panel.page.getByRole('switch', { name: 'Always on this site' });
  await expect(always).toBeChecked();
  // This build has the permission by its manifest, so no one can give it back.
  await always.press(' ');
  await expect(panel.page.getByText('The browser did not allow it.')).toBeVisible();
  await expect(always).toBeChecked();
});
