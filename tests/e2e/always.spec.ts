import { FIRST_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { countPainted, expect, test } from './fixtures';

// A browser driven by tests cannot answer the permission prompt: this build holds the permission already.
test.use({ build: 'chrome-mv3-e2e' });

test('"Always on this site" reads articles as they open, until it is switched off', async ({ read, hearsay, site }) => {
  const { page, panel } = await read(FIRST_ARTICLE);
  await panel.shows('Karvonia begins');
  const always = panel.page.getByRole('switch', { name: 'Always on this site' });
  if (!(await always.isChecked())) await always.click();
  await expect(always).toBeChecked();
  const second = await hearsay.context.newPage();
  await second.goto(site.origin + FIRST_ARTICLE);
  await expect.poll(() => countPainted(second, 'claim-')).toBeGreaterThan(10);
  await page.bringToFront();
});
