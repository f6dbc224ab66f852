/**
 * Pictures for the stores, 1280 by 800, of whole windows on the sample site: an article being read in light and in dark, a
 * note being written, what is related, and the library.
 *   npm run store-shots [-- --out DIR]
 * Needs Xvfb and ImageMagick's `import` (Debian: xvfb, imagemagick), and `npm run build` before.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { findChromium } from './start/find-browser.mjs';
import { type HearsayBrowser, launchHearsay } from './start/hearsay-browser';
import { FIRST_ARTICLE, SECOND_ARTICLE, serveSite, type Site } from './start/serve-site.mjs';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'shots/store' } } });
const SIZE = { width: 1280, height: 800 };
const DISPLAY = ':97';
/** The window takes a while to paint what the page holds already, and nothing tells when it has. */
const PAINT_MS = 1_500;

const out = resolve(values.out);
mkdirSync(out, { recursive: true });
const screen = spawn('Xvfb', [DISPLAY, '-screen', '0', `${SIZE.width}x${SIZE.height}x24`], { stdio: 'ignore' });
const served = await serveSite();
try {
  for (const colorScheme of ['light', 'dark'] as const) await shoot(served, colorScheme);
} finally {
  await served.close();
  screen.kill();
}

async function shoot(site: Site, colorScheme: 'light' | 'dark'): Promise<void> {
  process.env['DISPLAY'] = DISPLAY;
  const browser = await launchHearsay({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    extension: resolve('.output/chrome-mv3'),
    headless: false,
    colorScheme,
    args: [
      `--window-size=${SIZE.width},${SIZE.height}`,
      '--window-position=0,0',
      '--test-type',
      ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
    ],
  });
  try {
    await readAndNote(browser, site, colorScheme);
  } finally {
    await browser.close();
  }
}

/** The story that the pictures tell. */
async function readAndNote(browser: HearsayBrowser, site: Site, colorScheme: 'light' | 'dark'): Promise<void> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(site.origin + FIRST_ARTICLE);
  const panel = await browser.openPanel(page);
  for (const shown of [page, panel]) {
    shown.setDefaultTimeout(120_000);
    await shown.emulateMedia({ colorScheme });
  }
  await panel.getByRole('tab', { name: /^Claims/ }).waitFor();
  await panel.getByRole('button', { name: /We were promised/ }).click();
  await picture(`article-${colorScheme}`);

  await panel.getByRole('tab', { name: /^Notes/ }).click();
  await panel.getByRole('button', { name: 'Write a note on this article' }).click();
  await panel.getByRole('textbox', { name: 'Note', exact: true }).fill('Compare with the readings of both gauges.');
  await panel.getByRole('combobox', { name: 'Tags' }).fill('dam');
  await picture(`note-${colorScheme}`);
  await panel.keyboard.press('Control+Enter');
  await panel
    .getByText(/^Saved /)
    .first()
    .waitFor();

  await page.goto(site.origin + SECOND_ARTICLE);
  await browser.clickButton(page);
  await panel.getByRole('heading', { level: 1, name: /Lethany protests/ }).waitFor();
  await panel.getByRole('tab', { name: /^Related/ }).click();
  await panel.getByRole('list', { name: 'Related articles you kept' }).waitFor();
  await picture(`related-${colorScheme}`);
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await panel.getByRole('button', { name: 'Remove', exact: true }).waitFor();
  for (const { path } of moreArticles(site)) await keep(browser, page, panel, site.origin + path);
  await library(browser, colorScheme);
}

/** Some articles to fill the library with: neither the two of the story, nor those of the site of a single page. */
function moreArticles(site: Site) {
  const used = [FIRST_ARTICLE, SECOND_ARTICLE];
  return site.articles.filter(({ path }) => !used.includes(path) && !path.startsWith('/reader')).slice(0, 6);
}

async function keep(browser: HearsayBrowser, page: Page, panel: Page, address: string): Promise<void> {
  const before = await panel.getByRole('heading', { level: 1 }).innerText();
  await page.goto(address);
  await browser.clickButton(page);
  await panel.getByRole('heading', { level: 1, name: before, exact: true }).waitFor({ state: 'detached' });
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await panel.getByRole('button', { name: 'Remove', exact: true }).waitFor();
}

async function library(browser: HearsayBrowser, colorScheme: 'light' | 'dark'): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/library.html`);
  // The client that reaches the panel sets every new page back to light.
  await page.emulateMedia({ colorScheme });
  await page.locator('[data-row]').first().click();
  await page.getByRole('article').waitFor();
  await picture(`library-${colorScheme}`);
  await page.goto(`chrome-extension://${browser.extensionId}/library.html#actors`);
  await page
    .getByRole('option', { name: /claims/ })
    .filter({ visible: true })
    .first()
    .click();
  await page.locator('.actor-claim').first().waitFor();
  await picture(`actor-${colorScheme}`);
}

async function picture(name: string): Promise<void> {
  await sleep(PAINT_MS);
  execFileSync('import', ['-display', DISPLAY, '-window', 'root', join(out, `${name}.png`)]);
  console.log(join(values.out, `${name}.png`));
}
