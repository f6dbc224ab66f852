/** The page that a new reader sees first. */
import { AxeBuilder } from '@axe-core/playwright';
import { countPainted, expect, paintedWords, pointAt, test } from './fixtures';
import { PageOverlay } from '../../scripts/start/page-overlay';

test.use({ keepWelcome: true });

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ theme });

    test(`opens once on install and shows the real thing on a sample, ${theme}`, async ({ hearsay }) => {
      const isWelcome = (url: string) => url.endsWith('/welcome.html');
      await expect.poll(() => hearsay.context.pages().filter((page) => isWelcome(page.url())).length).toBe(1);
      const page = hearsay.context.pages().find((each) => isWelcome(each.url()));
      if (!page) throw new Error('no first page');
      await expect(page.getByText(/^\d+ claims and \d+ actors found\.$/)).toBeVisible();
      await expect.poll(() => paintedWords(page, 'claim-direct')).toContain('People do not need light to sleep');
      expect(await countPainted(page, `-${theme}-`)).toBeGreaterThan(4);
      expect(await countPainted(page, theme === 'light' ? '-dark-' : '-light-')).toBe(0);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

      const overlay = new PageOverlay(page);
      const { x, y } = await pointAt(page, 'People do not need light');
      await page.mouse.move(x, y);
      await expect.poll(() => overlay.names('dialog')).toContainEqual(expect.stringContaining('Fontaine'));
    });
  });
}
