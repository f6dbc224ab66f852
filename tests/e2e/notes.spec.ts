import type { HearsayBrowser } from '../../scripts/start/hearsay-browser';
import { selectWords } from '../../scripts/start/page-overlay';
import { FIRST_ARTICLE, SECOND_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { countPainted, expect, paintedWords, type Reading, readNext, test } from './fixtures';

/** Selects words with the mouse, presses Note in the bar, and writes it in the panel. */
async function note({ page, panel, overlay }: Reading, words: string, body: string, tags: readonly string[] = []) {
  await selectWords(page, words);
  await overlay.press('button', 'Note', 'toolbar');
  await panel.writeNote(body, tags);
  await expect(panel.notes.filter({ hasText: body })).toBeVisible();
  // What was asked for in the page is done: nothing stands in the way of reading on.
  await expect.poll(() => overlay.names('toolbar')).toEqual([]);
}

test('a note with tags is pinned by mouse, survives a reload, and keeps the article', async ({ read, hearsay }) => {
  const reading = await read(FIRST_ARTICLE);
  const { page, panel } = reading;
  await panel.shows('Karvonia begins');
  await note(reading, 'The authors of the study', 'Who paid for it?', ['dam', 'study']);
  await expect(panel.notes.first()).toContainText('study');
  await expect(panel.page.getByText(/^Saved/).first()).toBeVisible();
  await expect.poll(() => paintedWords(page, 'note-')).toBe('The authors of the study');

  await page.reload();
  await hearsay.clickButton(page);
  await expect(panel.notes).toHaveCount(1);
  await expect(panel.notes.first()).toContainText('Who paid for it?');
  await expect.poll(() => paintedWords(page, 'note-')).toBe('The authors of the study');
});

test('a highlight is one press on a colour', async ({ read }) => {
  const { page, panel, overlay } = await read(FIRST_ARTICLE);
  await panel.shows('Karvonia begins');
  await selectWords(page, 'He added that no neighbour');
  await overlay.press('button', 'Highlight in green', 'toolbar');
  await expect.poll(() => paintedWords(page, 'note-green')).toBe('He added that no neighbour');
  await panel.select('Notes');
  await expect(panel.notes).toHaveCount(1);
});

test('a note on a claim is written with the keyboard alone', async ({ read }) => {
  const { page, panel } = await read(FIRST_ARTICLE);
  await panel.shows('Karvonia begins');
  const { keyboard } = panel.page;
  await panel.tab('Claims').focus();
  await keyboard.press('Tab');
  await expect(panel.page.getByRole('combobox', { name: 'Order' })).toBeFocused();
  for (let stops = 0; stops < 8; stops += 1) {
    await keyboard.press('Tab');
    if (
      await panel.claims
        .first()
        .getByRole('button')
        .first()
        .evaluate((row) => row === document.activeElement)
    )
      break;
  }
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  const detail = panel.claims.nth(1).getByRole('button', { name: 'Note', exact: true });
  for (let stops = 0; stops < 8; stops += 1) {
    await keyboard.press('Tab');
    if (await detail.evaluate((button) => button === document.activeElement)) break;
  }
  await keyboard.press('Enter');
  await expect(panel.page.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused();
  await keyboard.type('Written without a mouse.');
  await keyboard.press('Tab');
  await keyboard.type('keys');
  await keyboard.press('Enter');
  await keyboard.press('Control+Enter');
  await expect(panel.notes.filter({ hasText: 'Written without a mouse.' })).toContainText('keys');
  await expect.poll(() => countPainted(page, 'note-')).toBeGreaterThan(0);
});

test('a note on selected words is reached by keyboard in the page', async ({ read, hearsay }) => {
  const { page, panel, overlay } = await read(FIRST_ARTICLE);
  await panel.shows('Karvonia begins');
  await page.bringToFront();
  await page.evaluate(() => {
    const paragraph = document.querySelector('article p.first');
    const text = paragraph?.firstChild;
    if (text) document.getSelection()?.setBaseAndExtent(text, 0, text, 8);
  });
  await page.keyboard.press('Shift+ArrowRight');
  await overlay.waitFor('button', 'Note', 'toolbar');
  await pressFocusKeys(hearsay);
  // The keyboard is in the bar: the steps below count from there.
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
  const { keyboard } = page;
  for (let stops = 0; stops < 6; stops += 1) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(panel.page.getByRole('combobox', { name: 'Tags' })).toBeFocused();
});

/** The keys of a command reach the browser, not the page, so no test can press them: its event is sent instead. */
async function pressFocusKeys(hearsay: HearsayBrowser): Promise<void> {
  const worker = await hearsay.worker();
  await worker.evaluate(async () => {
    const { tabs, commands } = (globalThis as unknown as { chrome: ChromeCommands }).chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    commands.onCommand.dispatch('focus-page', tab);
  });
}

interface ChromeCommands {
  readonly tabs: { query(filter: object): Promise<readonly unknown[]> };
  readonly commands: { readonly onCommand: { dispatch(command: string, tab: unknown): void } };
}

test('tags complete from those in use', async ({ read }) => {
  const reading = await read(FIRST_ARTICLE);
  const { panel } = reading;
  await panel.shows('Karvonia begins');
  await note(reading, 'The authors of the study', 'One', ['hydrology']);
  await panel.page.getByRole('button', { name: 'Write a note on this article' }).click();
  const tags = panel.page.getByRole('combobox', { name: 'Tags' });
  await tags.fill('hyd');
  await expect(panel.page.getByRole('option', { name: 'hydrology' })).toBeVisible();
  await tags.press('ArrowDown');
  await tags.press('Enter');
  await panel.page.locator('form').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(panel.page.getByRole('list', { name: 'On the article itself' })).toContainText('hydrology');
});

test('a note is edited, deleted, and brought back by undo', async ({ read }) => {
  const reading = await read(FIRST_ARTICLE);
  const { page, panel } = reading;
  await panel.shows('Karvonia begins');
  await note(reading, 'The authors of the study', 'First words');
  await panel.notes.first().getByRole('button', { name: 'Edit' }).click();
  await panel.writeNote('Second words');
  await expect(panel.notes.first()).toContainText('Second words');
  await panel.notes.first().getByRole('button', { name: 'Delete' }).click();
  await expect(panel.notes).toHaveCount(0);
  await expect.poll(() => countPainted(page, 'note-')).toBe(0);
  await panel.page.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.notes.first()).toContainText('Second words');
  await expect.poll(() => paintedWords(page, 'note-')).toBe('The authors of the study');
});

test('in an edited article notes stay with their words; what was cut is listed as not found', async ({
  site,
  read,
  hearsay,
}) => {
  const reading = await read(SECOND_ARTICLE);
  const { page, panel } = reading;
  await panel.shows('Lethany protests as river flow drops');
  await note(reading, 'There is no such paper in this building', 'Stays as it was');
  await note(reading, 'He promised the same of the last dam', 'Was cut');
  site.setLater(true);
  await readNext(hearsay, reading, site.origin + SECOND_ARTICLE);
  await panel.shows('Lethany protests to commission');
  await panel.select('Notes');
  await expect(panel.notes).toHaveCount(1);
  await expect(panel.notes.first()).toContainText('Stays as it was');
  await expect.poll(() => paintedWords(page, 'note-')).toBe('There is no such paper in this building');
  await expect(panel.lostNotes).toHaveCount(1);
  await expect(panel.lostNotes.first()).toContainText('He promised the same of the last dam');
  site.setLater(false);
  await readNext(hearsay, reading, site.origin + SECOND_ARTICLE);
  await expect(panel.notes).toHaveCount(2);
});
