/**
 * The main job from end to end, by itself, in a headless browser: reads an article, pins a note with tags, opens a
 * second article and finds the first related. Prints what it sees; pictures go to HEARSAY_SHOTS. Fails where one step
 * does not show what it should.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { type HearsayBrowser, launchHearsay } from './hearsay-browser';
import { PageOverlay, painted, selectWords } from './page-overlay';
import { FIRST_ARTICLE, SECOND_ARTICLE, serveSite, type Site } from './serve-site.mjs';

const SHOTS = resolve(process.env['HEARSAY_SHOTS'] ?? 'shots');
const PASSAGE = 'The authors of the study, led by Ibrahim el-Sayegh';
const NOTE = 'Compare with the readings of both gauges.';
const TAGS = ['dam', 'numbers'];
const WAIT_MS = 30_000;

let step = 0;

/** One line of the report, and a picture of page and panel. */
async function saw(sentence: string, page: Page, panel?: Page): Promise<void> {
  step += 1;
  console.log(`${step}. ${sentence}`);
  await page.screenshot({ path: join(SHOTS, `${step}-page.png`) });
  await panel?.screenshot({ path: join(SHOTS, `${step}-panel.png`) });
}

function check(holds: boolean, complaint: string): void {
  if (!holds) throw new Error(complaint);
}

async function countIn(panel: Page, tab: string): Promise<number> {
  const name = await panel.getByRole('tab', { name: new RegExp(`^${tab}`) }).innerText();
  return Number(/\d+/.exec(name)?.[0] ?? Number.NaN);
}

async function readFirst(browser: HearsayBrowser, site: Site, page: Page): Promise<Page> {
  await page.goto(site.origin + FIRST_ARTICLE);
  const panel = await browser.openPanel(page);
  await panel.getByRole('tab', { name: /^Claims/ }).waitFor({ timeout: WAIT_MS });
  const [claims, actors] = [await countIn(panel, 'Claims'), await countIn(panel, 'Actors')];
  check(claims >= 10, `only ${claims} claims were found`);
  check(actors >= 8, `only ${actors} actors were found`);
  const title = await panel.getByRole('heading', { level: 1 }).innerText();
  await saw(`The toolbar button opened the panel: "${title}", ${claims} claims, ${actors} actors.`, page, panel);

  const marks = await painted(page);
  const ranges = (kind: string) => sum(marks, `claim-${kind}`);
  const all = ranges('direct') + ranges('mixed') + ranges('indirect');
  check(all >= claims / 2, `only ${all} stretches are painted in the page`);
  await panel
    .getByRole('option', { name: /Mirchev/ })
    .first()
    .waitFor({ state: 'attached' });
  await panel.getByRole('button', { name: /We were promised/ }).click();
  await page.waitForTimeout(400);
  await saw(
    `Painted in the page: ${ranges('direct')} stretches quoted, ${ranges('mixed')} partly, ${ranges('indirect')} reported. Pressing a claim in the panel scrolls to it.`,
    page,
    panel,
  );
  return panel;
}

async function pinNote(page: Page, panel: Page): Promise<void> {
  const overlay = new PageOverlay(page);
  await selectWords(page, PASSAGE);
  await overlay.waitFor('button', 'Note', 'toolbar');
  await saw('Selecting words offers colours, note and tag.', page, panel);
  await overlay.press('button', 'Note', 'toolbar');
  await panel.getByRole('textbox', { name: 'Note' }).fill(NOTE);
  const tagField = panel.getByRole('combobox', { name: 'Tags' });
  for (const tag of TAGS) {
    await tagField.fill(tag);
    await tagField.press('Enter');
  }
  await panel.getByRole('button', { name: 'Save', exact: true }).last().click();
  await panel.getByRole('list', { name: 'Notes on this article' }).getByText(NOTE).waitFor({ timeout: WAIT_MS });
  await panel
    .getByText(/^Saved/)
    .first()
    .waitFor({ timeout: WAIT_MS });
  check(sum(await painted(page), 'note-') > 0, 'the note is not painted in the page');
  await saw(`A note with the tags ${TAGS.join(' and ')} is pinned; the article is kept.`, page, panel);
}

async function findRelated(browser: HearsayBrowser, site: Site, page: Page, panel: Page): Promise<void> {
  const firstTitle = await panel.getByRole('heading', { level: 1 }).innerText();
  await page.goto(site.origin + SECOND_ARTICLE);
  await browser.clickButton(page);
  const second = panel.getByRole('heading', { level: 1, name: /Lethany protests/ });
  await second.waitFor({ timeout: WAIT_MS });
  const claims = await countIn(panel, 'Claims');
  check(claims >= 5, `only ${claims} claims were found in the second article`);
  await saw(`Second article: "${await second.innerText()}", ${claims} claims.`, page, panel);

  await panel.getByRole('tab', { name: /^Related/ }).click();
  const related = panel.getByRole('list', { name: 'Related articles you kept' }).getByRole('listitem').first();
  await related.waitFor({ timeout: WAIT_MS });
  const lines = (await related.innerText()).split('\n').filter(Boolean);
  check(
    lines.join(' ').includes(firstTitle),
    `the related list does not name the first article, but: ${lines.join(' ')}`,
  );
  check(lines.length >= 3, 'the related list gives no reason');
  await saw(`Related: ${lines.slice(0, 2).join(' · ')}\n   why: ${lines.slice(2).join(' ')}`, page, panel);
}

function sum(marks: Readonly<Record<string, number>>, part: string): number {
  return Object.entries(marks)
    .filter(([name]) => name.includes(part))
    .reduce((all, [, count]) => all + count, 0);
}

async function main(): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  const site = await serveSite();
  console.log(`Sample news site: ${site.origin}`);
  const browser = await launchHearsay({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    extension: resolve('.output/chrome-mv3'),
    headless: true,
  });
  try {
    const page = await browser.context.newPage();
    const panel = await readFirst(browser, site, page);
    await pinNote(page, panel);
    await findRelated(browser, site, page, panel);
    console.log(`\nAll of it works. Pictures: ${SHOTS}`);
  } finally {
    await browser.close();
    await site.close();
  }
}

main().catch((error: unknown) => {
  console.error(`\nThe journey stopped after step ${step}: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
