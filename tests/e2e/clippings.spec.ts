import { FIRST_ARTICLE, SECOND_ARTICLE } from '../../scripts/start/serve-site.mjs';
import { expect, type Reading, pathOf, readNext, test } from './fixtures';

const FIRST_TITLE = 'Karvonia begins filling Velibrod reservoir as Lethany warns of ‘act of hostility’';

async function save({ panel }: Reading) {
  await panel.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(panel.page.getByText(/^Saved /).first()).toBeVisible();
}

test('an article is saved, removed, and brought back by undo', async ({ read, hearsay }) => {
  const reading = await read(FIRST_ARTICLE);
  const { page, panel } = reading;
  await panel.shows('Karvonia begins');
  await save(reading);
  await panel.page.getByRole('button', { name: 'Remove' }).click();
  await expect(panel.page.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
  await panel.page.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.page.getByText(/^Saved /).first()).toBeVisible();
  await page.reload();
  await hearsay.clickButton(page);
  await panel.shows('Karvonia begins');
  await expect(panel.page.getByText(/^Saved /).first()).toBeVisible();
});

test('a second article of the same story names the first as related, and why', async ({ site, read, hearsay }) => {
  const reading = await read(FIRST_ARTICLE);
  const { panel } = reading;
  await panel.shows('Karvonia begins');
  await save(reading);
  await readNext(hearsay, reading, site.origin + pathOf(site, 'warehouse-fire-at-quay-nine'));
  await panel.shows('Shut your windows');
  await save(reading);

  await readNext(hearsay, reading, site.origin + SECOND_ARTICLE);
  await panel.shows('Lethany protests');
  await panel.select('Related');
  const first = panel.related.first();
  await expect(first).toContainText(FIRST_TITLE);
  await expect(first).toContainText('The Meridian Courier');
  await expect(first).toContainText('an act of hostility against every family that drinks from this river');
  await expect(first).toContainText('al-Rahmani');
  await expect(first.getByRole('link')).toHaveAttribute('href', site.origin + FIRST_ARTICLE);
});

test('nothing is called related to a story that has no kin among the clippings', async ({ site, read, hearsay }) => {
  const reading = await read(FIRST_ARTICLE);
  const { panel } = reading;
  await panel.shows('Karvonia begins');
  await save(reading);
  await readNext(hearsay, reading, `${site.origin}${pathOf(site, 'library-of-lost-nets')}`);
  await panel.shows('A library for lost nets');
  await panel.select('Related');
  await expect(panel.page.getByText('Nothing you kept is related to this article.')).toBeVisible();
});

test('a speaker has what he said before, with a link', async ({ site, read, hearsay }) => {
  const reading = await read(FIRST_ARTICLE);
  const { panel } = reading;
  await panel.shows('Karvonia begins');
  await save(reading);
  await readNext(hearsay, reading, site.origin + SECOND_ARTICLE);
  await panel.shows('Lethany protests');
  const claim = await panel.open('the flow had fallen by 12 percent');
  await claim.getByRole('button', { name: 'Said before' }).click();
  const before = claim.getByRole('list', { name: /Said before by/ });
  await expect(before.getByRole('listitem').filter({ hasText: 'arithmetic for television' })).toBeVisible();
  await expect(before.getByRole('link').first()).toHaveAttribute('href', site.origin + FIRST_ARTICLE);
});

test('a correction of the reader wins over the engine, also after a reload', async ({ read, hearsay }) => {
  const { page, panel } = await read(FIRST_ARTICLE);
  await panel.shows('Karvonia begins');
  const claim = await panel.open('They will open them again');
  await claim.getByRole('button', { name: 'Someone else' }).click();
  await claim.getByRole('combobox', { name: 'Who said it?' }).fill('Stipe Kolarov-Lund');
  await claim.getByRole('button', { name: 'Use this name' }).click();
  await expect(panel.claim('They will open them again')).toContainText('Stipe Kolarov-Lund');
  const wrong = await panel.open('had fallen by 31 percent');
  await wrong.getByRole('button', { name: 'Wrong' }).click();
  await expect(panel.claim('had fallen by 31 percent')).toContainText('You marked this wrong');

  await page.reload();
  await hearsay.clickButton(page);
  await panel.shows('Karvonia begins');
  await expect(panel.claim('They will open them again')).toContainText('Stipe Kolarov-Lund');
  await expect(panel.claim('They will open them again')).toContainText('You named the speaker');
});
