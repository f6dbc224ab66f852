/**
 * Pictures of the library page of the built extension (`wxt build --mode e2e` first) on invented clippings, in both
 * themes and several widths, and axe on each:
 *   npx tsx scripts/library-shots.ts [--only SCENE] [--out DIR] [--rtl]
 * `--rtl` lays the page out from right to left, as it would be in Arabic.
 * Ends with 1 when axe finds anything or a page is wider than its window.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inventedArchive } from '../tests/library/invented-archive';
import { toAnnotationCollection } from '../lib/exchange/web-annotation/to-annotations';
import { inventedCodes, inventedLibrary, putRows, rowsOf } from '../tests/library/invented';
import { launchHearsay } from './start/hearsay-browser';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    out: { type: 'string', default: 'shots' },
    rtl: { type: 'boolean', default: false },
  },
});

interface Shot {
  readonly name: string;
  readonly count: number;
  /** Codes of the codebook; none where absent. */
  readonly codes?: number;
  /** So many invented actors in the clippings, in place of the usual ones. */
  readonly actors?: number;
  /** The fragment of the address. */
  readonly hash?: string;
  readonly widths: readonly number[];
  readonly zoom?: number;
  readonly step?: (page: Page) => Promise<unknown>;
}

const row = (page: Page, at: number) => page.locator('[data-row]').nth(at);
const openRow = (at: number) => (page: Page) => row(page, at).click();
const openTab = (at: number, name: string) => async (page: Page) => {
  await row(page, at).click();
  await page.getByRole('tab', { name }).click();
};

const SHOTS: readonly Shot[] = [
  { name: 'empty', count: 0, widths: [320, 1280] },
  { name: 'one', count: 1, widths: [320, 1280] },
  { name: 'list', count: 300, widths: [320, 768, 1280, 1600] },
  { name: 'open', count: 300, widths: [320, 768, 1280, 1600], step: openRow(2) },
  { name: 'claims', count: 300, widths: [320, 1280], step: openTab(0, 'Claims') },
  { name: 'notes', count: 300, widths: [320, 1600], step: openTab(2, 'Notes') },
  {
    name: 'cite',
    count: 300,
    widths: [1280],
    step: async (page) => {
      await row(page, 2).click();
      await page.getByRole('button', { name: 'Cite' }).click();
    },
  },
  {
    name: 'facets',
    count: 300,
    widths: [320, 1280],
    step: async (page) => {
      const narrow = page.getByRole('button', { name: 'Narrow down' });
      if (await narrow.isVisible()) await narrow.click();
      await page.getByRole('checkbox').first().check();
      await page.getByRole('checkbox', { name: /bridge/ }).check();
    },
  },
  {
    name: 'nothing-found',
    count: 30,
    widths: [1280],
    step: (page) => page.getByLabel('Search your clippings').fill('xyzzy'),
  },
  {
    name: 'found',
    count: 300,
    widths: [320, 1280],
    step: async (page) => {
      await page.getByLabel('Search your clippings').fill('bridge safe');
      await page.locator('.shelf-snippet').first().waitFor();
    },
  },
  {
    name: 'completion',
    count: 300,
    widths: [320, 1280],
    step: async (page) => {
      await page.getByLabel('Search your clippings').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'completion-value',
    count: 300,
    widths: [1280],
    step: (page) => page.getByLabel('Search your clippings').pressSequentially('bridge outlet:'),
  },
  {
    name: 'selected',
    count: 300,
    widths: [320, 1280],
    step: async (page) => {
      await row(page, 0).click({ modifiers: ['Control'] });
      await row(page, 3).click({ modifiers: ['Shift'] });
    },
  },
  {
    name: 'export',
    count: 300,
    widths: [320, 1280],
    step: (page) => page.getByRole('button', { name: 'Export' }).first().click(),
  },
  {
    name: 'trash',
    count: 30,
    widths: [1280],
    step: async (page) => {
      await row(page, 0).click({ modifiers: ['Control'] });
      await page.getByRole('button', { name: 'Move to the trash' }).click();
      await page.getByRole('link', { name: /^Trash/ }).click();
      await page.getByRole('button', { name: 'Empty the trash' }).click();
    },
  },
  { name: 'codebook-empty', count: 0, widths: [320, 1280], hash: '#codebook' },
  { name: 'codebook-3', count: 30, codes: 3, widths: [320, 1280], hash: '#codebook' },
  { name: 'codebook-open', count: 30, codes: 3, widths: [320, 1280], hash: '#codebook/bridge' },
  { name: 'codebook-200', count: 300, codes: 200, widths: [1280], hash: '#codebook/promises' },
  {
    name: 'codebook-merge',
    count: 30,
    codes: 200,
    widths: [320, 1280],
    hash: '#codebook/money',
    step: (page) => page.getByRole('button', { name: 'Merge into another' }).click(),
  },
  { name: 'actors-0', count: 0, widths: [320, 1280], hash: '#actors' },
  { name: 'actors-1', count: 1, actors: 1, widths: [320, 1280], hash: '#actors' },
  { name: 'actors-1-page', count: 1, actors: 1, widths: [320, 1280], hash: '#actors/person:ana ruiz' },
  { name: 'actors-30', count: 40, actors: 30, widths: [320, 1280], hash: '#actors' },
  { name: 'actors-30-page', count: 40, actors: 30, widths: [320, 768, 1280], hash: '#actors/person:ana ruiz' },
  { name: 'actors-2000', count: 1500, actors: 2000, widths: [1280], hash: '#actors' },
  { name: 'actors-2000-page', count: 1500, actors: 2000, widths: [320, 1280], hash: '#actors/person:ana ruiz' },
  {
    name: 'actors-perhaps',
    count: 1500,
    actors: 2000,
    widths: [320, 1280],
    hash: '#actors',
    step: (page) => page.getByRole('button', { name: /Perhaps the same/ }).click(),
  },
  {
    name: 'actors-table',
    count: 40,
    actors: 30,
    widths: [320, 1280],
    hash: '#actors/person:ana ruiz',
    step: (page) => page.getByRole('button', { name: 'As a table' }).click(),
  },
  { name: 'actors-zoom-200', count: 40, actors: 30, widths: [640], zoom: 2, hash: '#actors/person:ana ruiz' },
  {
    name: 'coding',
    count: 30,
    codes: 9,
    widths: [320, 1280],
    hash: '#articles/k27',
    step: async (page) => {
      await page.getByRole('article').waitFor();
      await page.keyboard.press('c');
      await page.keyboard.press('1');
      await page.keyboard.press('j');
      await page.keyboard.press('3');
    },
  },
  {
    name: 'compare',
    count: 0,
    widths: [320, 1280],
    hash: '#compare',
    step: async (page) => {
      const [one, other] = [inventedLibrary(4), inventedLibrary(4)].map((library, coder) =>
        JSON.stringify(
          toAnnotationCollection(
            '',
            library.map((kept) => ({ ...kept, notes: kept.notes.filter((_, i) => coder === 0 || i !== 1) })),
          ),
        ),
      );
      const file = (text = '') => ({
        name: 'coder.jsonld',
        mimeType: 'application/ld+json',
        buffer: Buffer.from(text),
      });
      await page.getByLabel('File of the first coder').setInputFiles(file(one));
      await page.getByLabel('File of the second coder').setInputFiles(file(other));
      await page.getByRole('table').waitFor();
    },
  },
  { name: 'zoom-200', count: 30, widths: [640], zoom: 2, step: openRow(0) },
  { name: 'zoom-200-list', count: 30, widths: [640], zoom: 2 },
];

const out = resolve(values.out);
mkdirSync(out, { recursive: true });
let faults = 0;

for (const colorScheme of ['light', 'dark'] as const) {
  const browser = await launchHearsay({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    extension: resolve('.output/chrome-mv3-e2e'),
    headless: true,
    colorScheme,
  });
  const page = await browser.context.newPage();
  const address = `chrome-extension://${browser.extensionId}/library.html`;
  page.on('pageerror', (error) => console.log(error.message));
  page.on('console', (line) => line.type() === 'error' && console.log(line.text()));
  await page.goto(address);
  let stored = '';
  for (const shot of SHOTS.filter(({ name }) => !values.only || name.startsWith(values.only))) {
    for (const width of shot.widths) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      const rows = `${shot.count} ${shot.codes ?? 0} ${shot.actors ?? 0}`;
      if (stored !== rows || shot.name === 'trash') {
        await page.evaluate(emptyAll);
        await page.evaluate(putRows, {
          ...rowsOf(shot.actors ? inventedArchive(shot.count, shot.actors) : inventedLibrary(shot.count)),
          codes: inventedCodes(shot.codes ?? 0),
        });
        stored = shot.name === 'trash' ? '' : rows;
        await page.goto(address);
      }
      await page.goto(`${address}${shot.hash ?? ''}`);
      await page.reload();
      if (shot.zoom)
        await page.evaluate((zoom) => (document.documentElement.style.fontSize = `${16 * zoom}px`), shot.zoom);
      if (values.rtl) await page.evaluate(() => (document.documentElement.dir = 'rtl'));
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForTimeout(200);
      await shot.step?.(page);
      await page.waitForTimeout(250);
      const file = `${shot.name}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: resolve(out, file) });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) console.log(`${file}: ${overflow} px too wide`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      faults += violations.length + (overflow > 0 ? 1 : 0);
      for (const { id, nodes } of violations)
        console.log(
          `${file}: ${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`).join(' | ')}`,
        );
    }
  }
  await browser.close();
}
console.log(`${faults} faults`);
process.exitCode = faults > 0 ? 1 : 0;

async function emptyAll(): Promise<void> {
  const opened = indexedDB.open('hearsay');
  await new Promise((done) => opened.addEventListener('success', done));
  // By `about` one database is told from another: a new one would be told as a loss.
  const names = [...opened.result.objectStoreNames].filter((name) => name !== 'about');
  const transaction = opened.result.transaction(names, 'readwrite');
  for (const name of names) transaction.objectStore(name).clear();
  await new Promise((done) => transaction.addEventListener('complete', done));
  opened.result.close();
}
