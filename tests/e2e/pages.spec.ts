import { FIRST_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { countPainted, expect, paintedWords, pathOf, readNext, test } from './fixtures';

test('a single-page site is followed from article to article, without a click', async ({ site, read }) => {
  const { page, panel } = await read(pathOf(site, 'harbour-ferries-to-run-on-batteries'));
  await panel.shows('Caldera ferries');
  await expect.poll(() => paintedWords(page, 'claim-')).toContain('a good start in a harbour');
  await page.getByRole('button', { name: /^Next: A library/ }).click();
  await panel.shows('A library for lost nets');
  await expect.poll(() => paintedWords(page, 'claim-')).toContain('they were for his brother');
  expect(await paintedWords(page, 'claim-')).not.toContain('gulls');
});

test('a page that is no article says so and is read anyway on demand', async ({ read }) => {
  const { page, panel } = await read('/');
  await expect(panel.page.getByText('This page does not look like an article')).toBeVisible();
  expect(await countPainted(page, '')).toBe(0);
  await panel.page.getByRole('button', { name: 'Read it anyway' }).click();
  await expect(panel.tab('Claims')).toBeVisible();
});

test('a German article has actors and notes, and says that claims are found in English only', async ({
  site,
  read,
}) => {
  const { panel } = await read(pathOf(site, 'stausee-streit-am-isenna'));
  await panel.shows('Streit um Stausee');
  await expect(panel.page.getByText('Claims are found in English articles only').first()).toBeVisible();
  expect(await panel.count('Claims')).toBe(0);
});

test('a PDF and a page of the browser get their own sentence', async ({ site, read, hearsay }) => {
  const reading = await read(FIRST_ARTICLE);
  const { page, panel } = reading;
  await panel.shows('Karvonia begins');
  await page.goto('chrome://version/');
  await hearsay.clickButton(page);
  await expect(panel.page.getByText('The browser lets no extension read this page.')).toBeVisible();
  await page.goto(`${site.origin}/paper.pdf`);
  await hearsay.clickButton(page);
  await expect(panel.page.getByText('This is a PDF. Hearsay reads web pages only.')).toBeVisible();
});

test('a page without text, one too long, and one that is all frame get their own sentences', async ({
  site,
  read,
  hearsay,
}) => {
  const reading = await read(FIRST_ARTICLE);
  await reading.panel.shows('Karvonia begins');
  const other = site.origin.replace('localhost', '127.0.0.1');
  const pages = [
    ['<ul><li><a href="/a">A</a><li><a href="/b">B</a></ul>', 'There is no article text on this page.'],
    [`<article>${'<p>A word and another word stand here.</p>'.repeat(16_000)}</article>`, 'This page is too long'],
    [
      `<iframe src="${other}${FIRST_ARTICLE}" style="width: 100%; height: 90vh"></iframe>`,
      'The article stands in a frame from another site.',
    ],
  ] as const;
  for (const [i, [body, sentence]] of pages.entries()) {
    const address = `${site.origin}/odd/${i}`;
    await hearsay.context.route(address, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Odd</title>${body}` }),
    );
    await readNext(hearsay, reading, address);
    await expect(reading.panel.page.getByText(sentence)).toBeVisible();
  }
});

test('a dark page is painted in colours for dark pages', async ({ site, read }) => {
  const { page, panel } = await read(pathOf(site, 'growers-watch-the-third-step'));
  await panel.shows('At Dolna Mera');
  await expect.poll(() => countPainted(page, '-dark-')).toBeGreaterThan(5);
  expect(await countPainted(page, '-light-')).toBe(0);
});

test('a long article has forty claims and more, all of them in the list', async ({ site, read }) => {
  const { panel } = await read(pathOf(site, 'forty-voices-on-one-river'));
  await panel.shows('One river, two ledgers');
  expect(await panel.count('Claims')).toBeGreaterThanOrEqual(40);
  expect(await panel.claims.count()).toBe(await panel.count('Claims'));
});

test('moving to another site leaves the panel asking for a click', async ({ site, read, hearsay }) => {
  const reading = await read(FIRST_ARTICLE);
  await reading.panel.shows('Karvonia begins');
  const other = site.origin.replace('localhost', '127.0.0.1');
  await reading.page.goto(other + FIRST_ARTICLE).catch(() => {});
  await expect(reading.panel.page.getByText('only after you click its button in the toolbar')).toBeVisible();
  await readNext(hearsay, reading, site.origin + FIRST_ARTICLE);
  await reading.panel.shows('Karvonia begins');
});
