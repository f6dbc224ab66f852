/** Finding, taking back, ordering codes, comparing and backing up, with nothing but the keyboard. */
import type { Locator, Page } from '@playwright/test';
import { toAnnotationCollection } from '../../lib/exchange/web-annotation/to-annotations';
import { inventedCodes, inventedLibrary, putRows, rowsOf } from '../library/invented';
import { keptFixture } from '../unit/exchange/kept-fixture';
import { expect, test } from './fixtures';
import { tabTo } from './tab-to';

test.use({ build: 'chrome-mv3-e2e' });

const KEPT = 12;

const rows = (page: Page) => page.locator('[data-row]');
const counted = (page: Page) => page.locator('.list-count');
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Moves the keyboard to what this is and presses it. */
async function enter(wanted: Locator): Promise<void> {
  await tabTo(wanted);
  await wanted.page().keyboard.press('Enter');
}

test('clippings are searched, narrowed down by facets and shown again by keys alone', async ({ hearsay }) => {
  const page = await openLibrary(hearsay.context.newPage(), hearsay.extensionId);
  const search = page.getByRole('combobox', { name: 'Search your clippings' });
  await press(page, '/');
  await expect(search).toBeFocused();
  await page.keyboard.type('"report 10 of the harbour"');
  await expect(counted(page)).toHaveText('1 of 12 clippings');
  // Out of the box, which empties it before.
  await press(page, 'Escape', 'Escape');
  await expect(rows(page)).toHaveCount(KEPT);

  await press(page, '/');
  await page.keyboard.type('outl');
  await press(page, 'ArrowDown', 'Enter');
  await expect(search).toHaveValue('outlet:');
  await press(page, 'ArrowDown', 'Enter');
  await expect(search).toHaveValue(/^outlet:\S/);
  await expect(counted(page)).toHaveText(/^[1-9] of 12 clippings$/);
  while ((await search.inputValue()) !== '') await press(page, 'Escape');
  await expect(rows(page)).toHaveCount(KEPT);

  const outlets = page.getByRole('group', { name: 'Outlet' }).getByRole('checkbox');
  const first = outlets.first();
  await tabTo(first);
  await press(page, 'Space');
  await expect(first).toBeChecked();
  await expect(counted(page)).toHaveText(/^\d+ of 12 clippings$/);
  const narrowed = await rows(page).count();
  await press(page, 'Tab', 'Space');
  await expect.poll(() => rows(page).count()).toBeGreaterThan(narrowed);
  await enter(page.getByRole('button', { name: 'Clear all' }));
  await expect(rows(page)).toHaveCount(KEPT);

  await tabTo(page.getByRole('combobox', { name: 'Order' }));
  await press(page, 'End');
  await expect(rows(page).first()).toContainText('A buyer for the land beside the lock');
  const list = page.getByRole('listbox', { name: 'Reading list' });
  await tabTo(list);
  await press(page, 'ArrowDown', 'Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByRole('article')).toBeHidden();
  await expect(list).toBeFocused();
});

test('clippings are put in the trash, taken out again, and deleted for good by keys alone', async ({ hearsay }) => {
  const page = await openLibrary(hearsay.context.newPage(), hearsay.extensionId);
  await press(page, 'j', 'x', 'j', 'x');
  await expect(page.getByText('2 selected')).toBeVisible();
  await press(page, 'Delete');
  await expect(rows(page)).toHaveCount(KEPT - 2);
  await press(page, 'j', 'Delete');
  await expect(rows(page)).toHaveCount(KEPT - 3);
  await enter(page.getByRole('button', { name: 'Undo' }));
  await expect(rows(page)).toHaveCount(KEPT - 2);

  await enter(link(page, 'Trash 2'));
  await expect(rows(page)).toHaveCount(2);
  await press(page, 'j', 'Enter');
  await enter(page.getByRole('article').getByRole('button', { name: 'Restore' }));
  await expect(rows(page)).toHaveCount(1);

  await press(page, 'j', 'x');
  await enter(page.getByRole('button', { name: 'Delete for good' }));
  const asked = page.getByRole('alertdialog', { name: 'Delete for good' });
  await expect(asked).toBeVisible();
  // What cannot be undone is not where the keyboard stands.
  await press(page, 'Enter');
  await expect(asked).toBeHidden();
  await expect(rows(page)).toHaveCount(1);
  await enter(page.getByRole('button', { name: 'Delete for good' }));
  await enter(asked.getByRole('button', { name: 'Delete for good' }));
  await expect(page.getByText('The trash is empty.', { exact: false })).toBeVisible();
  await enter(link(page, 'Articles'));
  await expect(rows(page)).toHaveCount(KEPT - 1);
});

test('codes are found, defined, renamed, merged and deleted by keys alone', async ({ hearsay }) => {
  const page = await openLibrary(hearsay.context.newPage(), hearsay.extensionId);
  await enter(link(page, 'Codebook'));
  const tree = page.getByRole('list', { name: 'Codebook' });
  await expect(tree.getByRole('link').first()).toBeVisible();
  await tabTo(tree.getByRole('link').first());
  const named = (name: string) => tree.getByRole('link', { name: new RegExp(`^${name}`) }).first();
  for (let moves = 0; moves < 20 && !(await isFocused(named('money'))); moves++) await press(page, 'ArrowDown');
  await press(page, 'Enter');
  const detail = page.getByRole('article');
  await expect(detail.getByRole('heading', { level: 2, name: 'money' })).toBeVisible();

  await tabTo(detail.getByRole('textbox', { name: 'Name' }));
  await press(page, 'Control+a');
  await page.keyboard.type('costs');
  await press(page, 'Control+Enter');
  await expect(detail.getByRole('heading', { level: 2, name: 'costs' })).toBeVisible();

  await enter(detail.getByRole('button', { name: 'Merge into another' }));
  const merge = page.getByRole('dialog', { name: 'Merge “\u2068costs\u2069”' });
  await tabTo(merge.getByRole('combobox', { name: 'Into' }));
  await page.keyboard.type('bridge');
  await expect(merge.getByText(/get “.bridge.” in place of “.costs.”/)).toBeVisible();
  await enter(merge.getByRole('button', { name: 'Merge', exact: true }));
  await expect(merge).toBeHidden();
  await expect(named('costs')).toBeHidden();
  await expect(detail.getByRole('heading', { level: 2, name: 'bridge' })).toBeVisible();

  await enter(detail.getByRole('button', { name: 'Delete', exact: true }));
  await enter(page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }));
  await expect(named('bridge')).toBeHidden();
  await enter(page.getByRole('button', { name: 'Undo' }));
  await expect(named('bridge')).toBeVisible();
});

test('two coders are compared, and every disagreement is decided, by keys alone', async ({ hearsay }) => {
  const page = await openLibrary(hearsay.context.newPage(), hearsay.extensionId);
  await enter(link(page, 'Compare'));
  const A = { 'The port of Northgate': ['port'], 'talks had failed': ['talks', 'blame'] };
  const B = { 'The port of Northgate': ['port'], 'talks had failed': ['talks'], 'The crews': ['threat'] };
  await choose(page.getByLabel('File of the first coder'), 'ana.jsonld', A);
  await choose(page.getByLabel('File of the second coder'), 'ben.jsonld', B);
  await expect(page.getByText('1 article is in both files.')).toBeVisible();
  const walk = page.getByRole('group', { name: 'Disagreements' });
  await expect(walk.getByText(/^1 of 2/)).toBeVisible();
  await press(page, '1');
  await expect(walk.getByText(/^2 of 2 · 1 of 2 decided/)).toBeVisible();
  await enter(walk.getByRole('button', { name: /Both/ }));
  await expect(walk.getByText(/2 of 2 decided/)).toBeVisible();
  const download = page.waitForEvent('download');
  await enter(page.getByRole('button', { name: 'Save the adjudicated file' }));
  expect((await download).suggestedFilename()).toMatch(/^hearsay-adjudicated-.*\.jsonld$/);
});

test('backups by themselves are switched on, written and switched off by keys alone', async ({ hearsay }) => {
  const page = await hearsay.context.newPage();
  await page.goto(`chrome-extension://${hearsay.extensionId}/options.html`);
  const chip = (name: string) => page.getByRole('button', { name, exact: true });
  await expect(chip('Off')).toHaveAttribute('aria-pressed', 'true');
  await tabTo(chip('Every day'));
  await press(page, 'Space');
  await expect(chip('Every day')).toHaveAttribute('aria-pressed', 'true');
  const keep = page.getByRole('combobox', { name: 'How many stay' });
  const before = await keep.inputValue();
  await tabTo(keep);
  await press(page, 'End');
  await expect(keep).not.toHaveValue(before);
  await enter(chip('Back up now'));
  await expect(page.getByText(/^The last one was written on /)).toBeVisible();
  await tabTo(chip('Off'));
  await press(page, 'Enter');
  await expect(chip('Back up now')).toBeHidden();
});

async function openLibrary(opening: Promise<Page>, extensionId: string): Promise<Page> {
  const page = await opening;
  await page.goto(`chrome-extension://${extensionId}/library.html`);
  await page.evaluate(putRows, { ...rowsOf(inventedLibrary(KEPT)), codes: inventedCodes(3) });
  await page.reload();
  await expect(rows(page)).toHaveCount(KEPT);
  return page;
}

function isFocused(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element) => element === document.activeElement);
}

/** Chooses the file of a coder, in whose article these words bear these codes; the browser's own dialog is answered for the reader. */
async function choose(field: Locator, name: string, codings: Readonly<Record<string, readonly string[]>>) {
  const { text } = keptFixture().text;
  const notes = Object.entries(codings).map(([exact, tags]) => {
    const start = text.indexOf(exact);
    return { selectors: { exact, prefix: '', suffix: '', start, end: start + exact.length }, tags };
  });
  const buffer = Buffer.from(JSON.stringify(toAnnotationCollection('', [keptFixture({ notes })])));
  const page = field.page();
  await tabTo(field);
  // A press that comes while the dialog before is still closing opens none: a reader presses again.
  await expect(async () => {
    const [asked] = await Promise.all([page.waitForEvent('filechooser', { timeout: 3_000 }), press(page, 'Space')]);
    await asked.setFiles({ name, mimeType: 'application/ld+json', buffer });
  }).toPass();
  await expect(page.getByText(name)).toBeVisible();
}
