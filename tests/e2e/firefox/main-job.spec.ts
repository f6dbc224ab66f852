import { FIRST_ARTICLE, SECOND_ARTICLE } from '../../../scripts/start/serve-site.mjs';
import { expect, test } from './fixtures';

test('a click on the toolbar button reads the article, paints it by layers and leaves the page as it was', async ({
  site,
  firefox,
  tab,
  sidebar,
}) => {
  await firefox.go(tab.context, site.origin + FIRST_ARTICLE);
  const before = await tab.run<string>('document.documentElement.outerHTML');
  await firefox.clickButton(tab.context);
  await sidebar.shows('Karvonia begins');
  expect(await sidebar.count('Claims')).toBeGreaterThan(10);
  expect(await sidebar.count('Actors')).toBeGreaterThan(10);
  await expect.poll(() => tab.painted('claim-direct')).toContain('Nobody has asked us yet');
  // The browser's own look of the words, wherever in the page the rules begin.
  const lines = `[...new Set([...CSS.highlights].filter(([name]) => name.includes('-claim-')).map(([name, ranges]) =>
    getComputedStyle([...ranges][0].startContainer.parentElement, '::highlight(' + name + ')').textDecorationLine))]`;
  expect(await tab.run(lines)).toEqual(['underline']);
  expect(await tab.run<string>('document.documentElement.outerHTML')).toBe(before);

  await sidebar.press('.layers button', 'Claims');
  await expect.poll(() => tab.painted('claim-')).toBe('');
  // A press switches what the reader sees, and the sidebar hears of the page a little later.
  await expect.poll(() => sidebar.run(`named('.layers button', 'Claims').ariaPressed`)).toBe('false');
  await sidebar.press('.layers button', 'Actors');
  await expect.poll(() => tab.painted('actor-')).toContain('Petkov');
  await sidebar.press('.layers button', 'Claims');
  await expect.poll(() => tab.painted('claim-direct')).toContain('Nobody has asked us yet');
});

test('an article is saved, removed, brought back by undo, and named as related to the second one', async ({
  site,
  tab,
  sidebar,
}) => {
  await tab.read(site.origin + FIRST_ARTICLE);
  await sidebar.shows('Karvonia begins');
  await sidebar.press('button', 'Save');
  await sidebar.shows(/^Saved /m);
  await sidebar.press('button', 'Remove');
  await sidebar.showsNot('Saved ');
  await sidebar.press('button', 'Undo');
  await sidebar.shows(/^Saved /m);

  await tab.read(site.origin + SECOND_ARTICLE);
  await sidebar.shows('Lethany protests');
  await sidebar.press('[role=tab]', 'Related');
  await sidebar.shows('Karvonia begins filling');
  await sidebar.shows('al-Rahmani');
});

test('a correction of the reader wins over the engine, also after a reload', async ({ site, tab, sidebar }) => {
  await tab.read(site.origin + FIRST_ARTICLE);
  await sidebar.shows('Karvonia begins');
  const wrong = `[...document.querySelectorAll('li')].find((each) => each.textContent.includes('had fallen by 31 percent'))`;
  await sidebar.run(`${wrong}.querySelector('button').click()`);
  await sidebar.press('button', 'Wrong');
  await sidebar.shows('You marked this wrong');

  await tab.read(site.origin + FIRST_ARTICLE);
  await sidebar.shows('Karvonia begins');
  await expect.poll(() => sidebar.run<string>(`${wrong}.textContent`).catch(String)).toContain('You marked this wrong');
});

test('a single-page site is followed from article to article, without a click', async ({ site, tab, sidebar }) => {
  const ferries = site.articles.find(({ slug }) => slug === 'harbour-ferries-to-run-on-batteries');
  await tab.read(site.origin + (ferries?.path ?? ''));
  await sidebar.shows('Caldera ferries');
  await expect.poll(() => tab.painted('claim-')).toContain('a good start in a harbour');
  await tab.run(
    `[...document.querySelectorAll('button')].find((e) => e.textContent.startsWith('Next: A library')).click()`,
  );
  await sidebar.shows('A library for lost nets');
  await expect.poll(() => tab.painted('claim-')).toContain('they were for his brother');
});

test('a page that cannot be read says why, and a German one that claims are found in English only', async ({
  site,
  tab,
  sidebar,
}) => {
  await tab.read(`${site.origin}/`);
  await sidebar.shows('This page does not look like an article');
  await tab.read(`${site.origin}/paper.pdf`);
  await sidebar.shows('This is a PDF.');
  await tab.read('about:support');
  await sidebar.shows('The browser lets no extension read this page.');
  const german = site.articles.find(({ language }) => language === 'de');
  await tab.read(site.origin + (german?.path ?? ''));
  await sidebar.shows('Claims are found in English articles only');
});
