import { readFileSync } from 'node:fs';
import { FIRST_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { countPainted, expect, paintedWords, pathOf, pointAt, readNext, test } from './fixtures';

const GOLD: Record<string, readonly { speaker: string; quote: string }[]> = JSON.parse(
  readFileSync('tests/fixtures/site/gold.json', 'utf8'),
);

const TITLE = 'Karvonia begins filling Velibrod reservoir';

test('a click on the toolbar button reads the article, paints its claims by kind and leaves the page as it was', async ({
  site,
  read,
  hearsay,
}) => {
  const plain = await hearsay.context.newPage();
  await plain.goto(site.origin + FIRST_ARTICLE);
  const before = await plain.evaluate(() => document.documentElement.outerHTML);
  await plain.close();

  const { page, panel } = await read(FIRST_ARTICLE);
  await panel.shows(TITLE);
  expect(await panel.count('Claims')).toBeGreaterThanOrEqual(20);
  expect(await panel.count('Actors')).toBeGreaterThanOrEqual(10);
  for (const kind of ['claim-direct', 'claim-mixed', 'claim-indirect']) {
    await expect.poll(() => countPainted(page, kind)).toBeGreaterThan(2);
  }
  // The browser's own look of the words, wherever in the page the rules begin.
  const lines = await page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => name.includes('-claim-'))
      .map(([name, [first]]) => {
        const words = first instanceof Range ? first.startContainer.parentElement : null;
        return words && getComputedStyle(words, `::highlight(${name})`).textDecorationLine;
      }),
  );
  expect([...new Set(lines)]).toEqual(['underline']);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  expect(site.requests.filter((path) => path !== FIRST_ARTICLE && path !== '/favicon.ico')).toEqual([]);
});

test('quotations of the sample articles are found with their speakers', async ({ site, read, hearsay }) => {
  test.setTimeout(120_000);
  const reading = await read('/');
  const { panel } = reading;
  const missed: string[] = [];
  for (const [slug, claims] of Object.entries(GOLD)) {
    await readNext(hearsay, reading, site.origin + pathOf(site, slug));
    await panel.shows(site.articles.find((each) => each.slug === slug)?.title ?? '');
    const rows = await panel.claims.allTextContents();
    for (const { speaker, quote } of claims) {
      const words = quote.replace(/^["“]|[,.]?["”]$/g, '');
      const surname = speaker.split(' ').at(-1) ?? '';
      if (!rows.some((row) => row.includes(words) && row.includes(surname))) missed.push(`${speaker}: ${quote}`);
    }
  }
  // What the engine must reach is measured on corpora; this sees that its answers arrive in the panel.
  const wanted = Object.values(GOLD).flat().length;
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(wanted * 0.25);
});

test('the card of a claim comes under the pointer, names the speaker, is judged and closed by Escape', async ({
  read,
}) => {
  const { page, panel, overlay } = await read(FIRST_ARTICLE);
  await panel.shows(TITLE);
  const { x, y } = await pointAt(page, 'Nobody has asked us yet');
  await page.mouse.move(x, y);
  await overlay.waitFor('dialog', 'A claim of \u2068Liu Wenqing\u2069');
  expect(await paintedWords(page, 'pointed-content')).toContain('Nobody has asked us yet');
  await expect(panel.claim('Nobody has asked us yet').getByRole('button').first()).toHaveAttribute(
    'aria-current',
    'true',
  );
  await overlay.press('button', 'Right');
  await expect(panel.claim('Nobody has asked us yet')).toContainText('You marked this right');
  await page.keyboard.press('Escape');
  await expect.poll(() => overlay.names('dialog')).toEqual([]);
});

test('pointing at a claim in the panel marks it in the page, and Enter scrolls to it', async ({ read }) => {
  const { page, panel } = await read(FIRST_ARTICLE);
  await panel.shows(TITLE);
  const last = panel.claim('You do not stop a clock');
  await last.hover();
  await expect.poll(() => paintedWords(page, 'pointed-content')).toContain('You do not stop a clock');
  const scrolled = await page.evaluate(() => scrollY);
  await last.getByRole('button').first().press('Enter');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 500);
});

test('actors light up in the page from the panel', async ({ read }) => {
  const { page, panel } = await read(FIRST_ARTICLE);
  await panel.shows(TITLE);
  await panel.select('Actors');
  const actors = panel.page.getByRole('list', { name: 'Actors in this article' });
  await actors.getByRole('listitem').filter({ hasText: 'Petkov' }).hover();
  await expect.poll(() => countPainted(page, 'pointed-actor')).toBeGreaterThan(1);
});

test('layers are switched off and on one by one', async ({ read }) => {
  const { page, panel } = await read(FIRST_ARTICLE);
  await panel.shows(TITLE);
  const layers = panel.page.getByRole('group', { name: 'In the page' });
  await expect.poll(() => countPainted(page, 'claim-')).toBeGreaterThan(10);
  await layers.getByRole('button', { name: 'Claims' }).click();
  await expect.poll(() => countPainted(page, 'claim-')).toBe(0);
  await layers.getByRole('button', { name: 'Actors' }).click();
  await expect.poll(() => countPainted(page, 'actor-')).toBeGreaterThan(10);
  await layers.getByRole('button', { name: 'Claims' }).click();
  await expect.poll(() => countPainted(page, 'claim-')).toBeGreaterThan(10);
});

test('claims are filtered by kind and speaker and grouped by speaker', async ({ read }) => {
  const { panel } = await read(FIRST_ARTICLE);
  await panel.shows(TITLE);
  const all = await panel.claims.count();
  await panel.page.getByRole('combobox', { name: 'Speaker' }).selectOption('Liu Wenqing');
  await expect(panel.claims).not.toHaveCount(all);
  for (const row of await panel.claims.all()) await expect(row).toContainText('Liu Wenqing');
  await panel.page.getByRole('combobox', { name: 'Speaker' }).selectOption('');
  await panel.page.getByRole('combobox', { name: 'Order' }).selectOption('speaker');
  await expect(panel.page.getByRole('heading', { name: /^Liu Wenqing/ })).toBeVisible();
});
