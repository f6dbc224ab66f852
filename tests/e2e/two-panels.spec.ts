/** One article in two windows, each with its own side panel, and one note that is written in both. */
import type { Page } from '@playwright/test';
import type { HearsayBrowser } from '../../scripts/start/hearsay-browser';
import { selectWords } from '../../scripts/start/page-overlay';
import { FIRST_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { expect, type Reading, test } from './fixtures';
import { Panel } from './panel';

const CONFLICT = 'This note was changed elsewhere while you were writing.';

/** Opens the article of a page in a window of its own, with a panel. */
async function readInNewWindow(hearsay: HearsayBrowser, page: Page) {
  // Tabs are found by their addresses, so this one has its own.
  const opened = hearsay.context.waitForEvent('page');
  await (await hearsay.worker()).evaluate((url) => chrome.windows.create({ url }), `${page.url()}#second`);
  const second = await opened;
  await second.waitForLoadState();
  return new Panel(await hearsay.openPanel(second));
}

/** A note, shown by the panels of two windows. */
async function noteInTwoPanels(hearsay: HearsayBrowser, reading: Reading): Promise<readonly [Panel, Panel]> {
  const { page, panel, overlay } = reading;
  await panel.shows('Karvonia begins');
  await selectWords(page, 'The authors of the study');
  await overlay.press('button', 'Note', 'toolbar');
  await panel.writeNote('As it was');
  await expect(panel.notes).toContainText('As it was');
  const beside = await readInNewWindow(hearsay, page);
  await beside.shows('Karvonia begins');
  await beside.select('Notes');
  await expect(beside.notes).toContainText('As it was');
  return [panel, beside];
}

const body = ({ page }: Panel) => page.getByRole('textbox', { name: 'Note', exact: true });
const saveButton = ({ page }: Panel) => page.locator('form').getByRole('button', { name: 'Save', exact: true });

async function edit(panel: Panel, words: string): Promise<void> {
  await panel.notes.getByRole('button', { name: 'Edit' }).click();
  await body(panel).fill(words);
}

/** What is stored of all notes, in their order. */
async function storedNotes(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const opened = indexedDB.open('hearsay');
    await new Promise((done) => opened.addEventListener('success', done));
    const asked = opened.result.transaction('notes').objectStore('notes').getAll();
    await new Promise((done) => asked.addEventListener('success', done));
    opened.result.close();
    return asked.result.map(({ body: words }: { readonly body: string }) => words);
  });
}

test('of two panels that edit one note the second sees both texts, and puts them together', async ({
  read,
  hearsay,
}) => {
  const [here, there] = await noteInTwoPanels(hearsay, await read(FIRST_ARTICLE));
  await edit(here, 'Written here');
  await edit(there, 'Written there');
  await saveButton(there).click();
  const conflict = here.page.getByRole('alert').filter({ hasText: CONFLICT });
  await expect(conflict).toContainText('Written there');
  await expect(conflict).toContainText('Written here');
  await here.page.getByRole('button', { name: 'Put both together' }).click();
  await saveButton(here).click();
  for (const panel of [here, there]) {
    await expect(panel.notes).toContainText('Written there');
    await expect(panel.notes).toContainText('Written here');
  }
  expect(await storedNotes(here.page)).toEqual(['Written there\n\nWritten here']);
});

test('two panels that save one note at the same moment lose neither text', async ({ read, hearsay }) => {
  const panels = await noteInTwoPanels(hearsay, await read(FIRST_ARTICLE));
  const [here, there] = panels;
  await edit(here, 'Written here');
  await edit(there, 'Written there');
  await Promise.all(panels.map((panel) => saveButton(panel).click()));
  const conflicts = panels.map(({ page }) => page.getByRole('alert').filter({ hasText: CONFLICT }));
  const seen = async () => (await Promise.all(conflicts.map((one) => one.isVisible()))).filter(Boolean).length;
  await expect.poll(seen).toBe(1);
  const [loser, words] = (await conflicts[0]?.isVisible()) ? [here, 'Written here'] : [there, 'Written there'];
  await expect(loser.page.getByRole('alert').filter({ hasText: CONFLICT })).toContainText(words);
  await loser.page.getByRole('button', { name: 'Put both together' }).click();
  await saveButton(loser).click();
  await expect
    .poll(async () => (await storedNotes(here.page)).map((note) => note.split('\n\n').toSorted()))
    .toEqual([['Written here', 'Written there']]);
});

test('what is being written to a note that the other panel deletes is kept, and saved', async ({ read, hearsay }) => {
  const [here, there] = await noteInTwoPanels(hearsay, await read(FIRST_ARTICLE));
  await edit(here, 'Still being written');
  await there.notes.getByRole('button', { name: 'Delete' }).click();
  await expect(here.page.getByText('This note was deleted elsewhere. What you wrote is still here.')).toBeVisible();
  await expect(body(here)).toHaveValue('Still being written');
  await saveButton(here).click();
  await expect(here.notes).toContainText('Still being written');
  await expect(there.notes).toContainText('Still being written');
  expect(await storedNotes(here.page)).toEqual(['Still being written']);
});

/** The call of the browser that is made in the worker. */
declare const chrome: { readonly windows: { create(window: object): Promise<unknown> } };
