import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { FIRST_ARTICLE, SECOND_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { expect, pathOf, readNext, test } from './fixtures';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe objects to, one line each. */
async function violations(panel: Page): Promise<readonly string[]> {
  await panel.evaluate(AXE);
  const { violations: found } = await panel.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ theme });

    test(`axe finds nothing to object to in the panel, ${theme}`, async ({ site, read, hearsay }) => {
      test.setTimeout(120_000);
      const reading = await read('/');
      const { panel } = reading;
      const isDark = await panel.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
      expect(isDark).toBe(theme === 'dark');
      const check = async (state: string) => expect(await violations(panel.page), state).toEqual([]);
      await expect(panel.page.getByRole('button', { name: 'Read it anyway' })).toBeVisible();
      await check('not an article');

      await readNext(hearsay, reading, site.origin + FIRST_ARTICLE);
      await panel.shows('Karvonia begins');
      await check('claims');
      const claim = await panel.open('We were promised');
      await claim.getByRole('button', { name: 'Someone else' }).click();
      await check('a claim opened, asking for the speaker');
      await panel.select('Actors');
      await check('actors');
      await panel.select('Notes');
      await check('no notes');
      await panel.page.getByRole('button', { name: 'Write a note on this article' }).click();
      await check('writing a note');
      await panel.writeNote('A *note* with a [link](https://paper.example)', ['tagged']);
      await expect(panel.page.getByRole('list', { name: 'On the article itself' })).toContainText('tagged');
      await check('a note');
      await panel.page.getByRole('button', { name: 'Delete' }).click();
      await expect(panel.page.getByRole('button', { name: 'Undo' })).toBeVisible();
      await check('undo offered');

      await readNext(hearsay, reading, site.origin + SECOND_ARTICLE);
      await panel.shows('Lethany protests');
      await panel.select('Related');
      await expect(panel.related.first()).toBeVisible();
      await check('related');
      await readNext(hearsay, reading, site.origin + pathOf(site, 'stausee-streit-am-isenna'));
      await panel.shows('Streit um Stausee');
      await check('not English');
    });
  });
}
