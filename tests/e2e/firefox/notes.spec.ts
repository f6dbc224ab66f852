import { FIRST_ARTICLE, SECOND_ARTICLE } from '../../../scripts/start/serve-site.mjs';
import { expect, test } from './fixtures';
import type { FirefoxPage } from './page';
import type { Sidebar } from './sidebar';

/** Selects words with the mouse, presses Note in the bar over the page, and writes it in the sidebar. */
async function note(tab: FirefoxPage, sidebar: Sidebar, words: string, body: string, tag = ''): Promise<void> {
  await tab.select(words);
  await tab.press('Note');
  await sidebar.type('form textarea', body);
  if (tag !== '') {
    await sidebar.type('form input[role=combobox]', tag);
    await sidebar.key('form input[role=combobox]', 'Enter');
  }
  await sidebar.press('form button', 'Save');
  await sidebar.shows(body);
}

test('a note with a tag is pinned by mouse and survives a reload; its tag completes the next', async ({
  site,
  tab,
  sidebar,
}) => {
  await tab.read(site.origin + FIRST_ARTICLE);
  await sidebar.shows('Karvonia begins');
  await note(tab, sidebar, 'The authors of the study', 'Who paid for it?', 'hydrology');
  await expect.poll(() => tab.painted('note-')).toBe('The authors of the study');

  await tab.read(site.origin + FIRST_ARTICLE);
  await sidebar.shows('Who paid for it?');
  await expect.poll(() => tab.painted('note-')).toBe('The authors of the study');

  await sidebar.press('button', 'Write a note on this article');
  await sidebar.type('form input[role=combobox]', 'hyd');
  await expect.poll(() => sidebar.run(`named('[role=option]', 'hydrology') !== undefined`)).toBe(true);
});

test('in an edited article a note stays with its words; one whose words were cut is listed as not found', async ({
  site,
  tab,
  sidebar,
}) => {
  await tab.read(site.origin + SECOND_ARTICLE);
  await sidebar.shows('Lethany protests as river flow drops');
  await note(tab, sidebar, 'There is no such paper in this building', 'Stays as it was');
  await note(tab, sidebar, 'He promised the same of the last dam', 'Was cut');
  site.setLater(true);
  await tab.read(site.origin + SECOND_ARTICLE);
  await sidebar.shows('Lethany protests to commission');
  await sidebar.press('[role=tab]', 'Notes');
  await sidebar.shows('Not found on this page');
  expect(await sidebar.text()).toMatch(/Stays as it was[^]*Not found on this page[^]*Was cut/);
  await expect.poll(() => tab.painted('note-')).toBe('There is no such paper in this building');
});
