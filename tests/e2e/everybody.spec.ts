/** Every place of our own pages, for everybody: in both themes, at the browser's own zoom, still, and spoken. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { FIRST_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { inventedArchive } from '../library/invented-archive';
import { inventedCodes, putRows, rowsOf } from '../library/invented';
import { expect, test } from './fixtures';

interface Place {
  readonly name: string;
  /** Path under the extension's origin. */
  readonly path: string;
  /** Waits for what the place shows, and opens what stands over it. */
  readonly arrive: (page: Page) => Promise<unknown>;
}

const row = (page: Page) => page.locator('[data-row]').first();
const heading = (name: string) => (page: Page) => expect(page.getByRole('heading', { name }).first()).toBeVisible();

const PLACES: readonly Place[] = [
  { name: 'the list', path: 'library.html#articles', arrive: (page) => expect(row(page)).toBeVisible() },
  {
    name: 'an article',
    path: 'library.html#articles',
    arrive: async (page) => {
      await row(page).click();
      await expect(page.getByRole('article')).toBeVisible();
    },
  },
  {
    name: 'the export dialog',
    path: 'library.html#articles',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Export' }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'the actors',
    path: 'library.html#actors',
    arrive: (page) => expect(page.getByText('12 actors')).toBeVisible(),
  },
  { name: 'an actor', path: 'library.html#actors/person:ana ruiz', arrive: heading('Ana Ruiz') },
  { name: 'things to read', path: 'library.html#toRead', arrive: heading('To read') },
  { name: 'the codebook', path: 'library.html#codebook/bridge', arrive: heading('bridge') },
  { name: 'two coders', path: 'library.html#compare', arrive: heading('Compare two coders') },
  {
    name: 'the trash',
    path: 'library.html#trash',
    arrive: (page) => expect(page.getByText(/trash/i).nth(1)).toBeVisible(),
  },
  { name: 'the import', path: 'library.html#import', arrive: heading('Import') },
  { name: 'the options', path: 'options.html', arrive: (page) => expect(page.getByText('20 clippings')).toBeVisible() },
  {
    name: 'the first page',
    path: 'welcome.html',
    arrive: (page) => expect(page.getByText(/^\d+ claims and \d+ actors found\.$/)).toBeVisible(),
  },
];

/** Sets the zoom of the browser for our own pages and waits until the page is laid out anew. */
async function zoomTo(page: Page, factor: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    // Typed here and not by the whole browser interface, which this file has no need of.
    const { chrome } = globalThis as unknown as { chrome: { tabs: { setZoom(factor: number): Promise<void> } } };
    await chrome.tabs.setZoom(wanted);
  }, factor);
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(factor);
}

/** Contrast is a matter of the theme, width one of the zoom: two runs meet both, all four take their time. */
const RUNS = [
  { theme: 'light', zoom: 2 },
  { theme: 'dark', zoom: 1 },
  ...(process.env['ALL']
    ? ([
        { theme: 'light', zoom: 1 },
        { theme: 'dark', zoom: 2 },
      ] as const)
    : []),
] as const;

for (const { theme, zoom } of RUNS) {
  test.describe(`${theme} at ${zoom * 100} %`, () => {
    test.use({ theme });

    test(`axe finds nothing to object to, and no place is wider than its window, ${theme}, ${zoom * 100} %`, async ({
      hearsay,
    }) => {
      const page = await hearsay.context.newPage();
      await page.emulateMedia({ colorScheme: theme });
      const origin = `chrome-extension://${hearsay.extensionId}`;
      await page.goto(`${origin}/library.html`);
      await page.evaluate(putRows, { ...rowsOf(inventedArchive(20, 12)), codes: inventedCodes(3) });
      for (const place of PLACES) {
        await page.goto(`${origin}/${place.path}`);
        await page.reload();
        await zoomTo(page, zoom);
        await place.arrive(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
        expect(found, place.name).toEqual([]);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(tooWide, `${place.name}: pixels beyond the window`).toBeLessThanOrEqual(0);
      }
    });
  });
}

test('what happens is said to a screen reader, and each part has its role and name', async ({ read }) => {
  const { panel } = await read(FIRST_ARTICLE);
  await panel.shows('Karvonia begins');
  const voice = panel.page.locator('output[aria-live="polite"]');
  await expect(panel.page.getByRole('tablist')).toMatchAriaSnapshot(`
    - tablist:
      - tab /Claims \\d+/ [selected]
      - tab /Actors \\d+/
      - tab /Notes/
      - tab /Related/
  `);
  await expect(panel.page.getByRole('heading', { level: 1 })).toHaveAccessibleName(/Karvonia begins/);
  await expect(panel.claims.first().getByRole('button').first()).toHaveAccessibleName(/\S/);
  await panel.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(voice).toContainText(/saved/i);
  await panel.page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(voice).toContainText(/removed/i);
  await panel.page.getByRole('button', { name: 'Undo' }).click();
  await expect(voice).toContainText(/\S/);
});

test('nothing moves by itself where the reader wants stillness', async ({ read }) => {
  const { page, panel } = await read(FIRST_ARTICLE);
  await panel.shows('Karvonia begins');
  for (const shown of [page, panel.page]) await shown.emulateMedia({ reducedMotion: 'reduce' });
  const last = panel.claims.last().getByRole('button').first();
  await last.focus();
  await panel.page.keyboard.press('Enter');
  // The page jumps there: it is never seen on the way.
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  const [first, second] = [await page.evaluate(() => scrollY), await page.evaluate(() => scrollY)];
  expect(second).toBe(first);
  const moving = () => document.getAnimations().filter(({ playState }) => playState === 'running').length;
  expect(await panel.page.evaluate(moving)).toBe(0);
  expect(await page.evaluate(moving)).toBe(0);
});
