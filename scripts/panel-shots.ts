/**
 * Pictures of the panel on invented data, in both themes and several widths, and axe on each:
 *   npx tsx scripts/panel-shots.ts [--only NAME,NAME] [--lang de] [--out DIR]
 * Ends with 1 when axe finds anything.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { chromium, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const ROOT = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    lang: { type: 'string', default: 'en' },
    out: { type: 'string', default: 'shots' },
  },
});

type Step = (page: Page) => Promise<unknown>;
interface Shot {
  readonly name: string;
  readonly scene: string;
  readonly widths?: readonly number[];
  readonly step?: Step;
  readonly zoom?: number;
  readonly forcedColors?: 'active';
  readonly rightToLeft?: boolean;
}

const openTab = (name: string) => (page: Page) => page.getByRole('tab', { name }).click();
const openClaim =
  (at: number): Step =>
  (page) =>
    page.locator('.claim-head').nth(at).click();

const bySpeaker: Step = (page) => page.locator('select').first().selectOption('speaker');

const SHOTS: readonly Shot[] = [
  { name: 'claims', scene: 'some', widths: [320, 400, 800] },
  { name: 'claims-by-speaker', scene: 'some', step: bySpeaker },
  {
    name: 'claim-open',
    scene: 'some',
    widths: [320, 400],
    step: async (page) => {
      await openClaim(0)(page);
      await page.getByRole('button', { name: 'in numbers' }).click();
      await page.getByRole('button', { name: 'Said before' }).click();
      await page.getByRole('button', { name: 'Someone else' }).click();
    },
  },
  {
    name: 'claim-marked',
    scene: 'some',
    step: (page) => page.evaluate(() => Reflect.get(window, 'port').pointIn('c4')),
  },
  { name: 'changed', scene: 'changed', widths: [320, 400] },
  {
    name: 'changed-open',
    scene: 'changed',
    widths: [320, 400, 800],
    step: (page) => page.locator('.changes-line').click(),
  },
  {
    name: 'changed-version',
    scene: 'changed',
    step: async (page) => {
      await page.locator('.changes-line').click();
      await page.locator('[data-version]').first().click();
    },
  },
  { name: 'verdicts', scene: 'verdicts' },
  {
    name: 'actors',
    scene: 'some',
    widths: [320, 400],
    step: async (page) => {
      await openTab('Actors')(page);
      await page.locator('.actor-head').first().click();
    },
  },
  { name: 'notes', scene: 'saved', widths: [320, 400, 800], step: openTab('Notes') },
  {
    name: 'note-edit',
    scene: 'saved',
    step: async (page) => {
      await openTab('Notes')(page);
      await page.getByRole('button', { name: 'Edit' }).first().click();
      await page.getByRole('combobox', { name: 'Tags' }).pressSequentially('mi');
    },
  },
  {
    name: 'note-conflict',
    scene: 'saved',
    step: async (page) => {
      await openTab('Notes')(page);
      await page.getByRole('button', { name: 'Edit' }).first().click();
      await page.getByLabel('Note', { exact: true }).fill('My own words');
      await page.evaluate(() =>
        Reflect.get(window, 'port').editNote('n1', 1, { body: 'Their words', tags: ['theirs'], colour: 'green' }),
      );
    },
  },
  {
    name: 'note-deleted',
    scene: 'saved',
    step: async (page) => {
      await openTab('Notes')(page);
      await page.getByRole('button', { name: 'Delete' }).first().click();
    },
  },
  { name: 'notes-empty', scene: 'some', step: openTab('Notes') },
  { name: 'related', scene: 'saved', widths: [320, 400, 800], step: openTab('Related') },
  { name: 'related-none', scene: 'one', step: openTab('Related') },
  { name: 'none', scene: 'none', widths: [300, 800] },
  { name: 'one', scene: 'one', widths: [300, 800] },
  { name: 'many', scene: 'many', widths: [300, 400, 800] },
  { name: 'many-by-speaker', scene: 'many', widths: [300, 800], step: bySpeaker },
  { name: 'many-actors', scene: 'many', widths: [300, 800], step: openTab('Actors') },
  { name: 'long', scene: 'long', widths: [300, 400, 800] },
  { name: 'long-actors', scene: 'long', widths: [300, 800], step: openTab('Actors') },
  { name: 'zoom-200', scene: 'saved', widths: [320], zoom: 2 },
  { name: 'forced-colors', scene: 'verdicts', step: openClaim(0), forcedColors: 'active' },
  { name: 'right-to-left', scene: 'saved', step: openClaim(1), rightToLeft: true },
  { name: 'german', scene: 'german' },
  { name: 'reading', scene: 'reading', step: (page) => page.waitForTimeout(1100) },
  { name: 'not-started', scene: 'not-started' },
  {
    name: 'no-access',
    scene: 'not-started',
    step: (page) => page.getByRole('button', { name: 'Read this page' }).click(),
  },
  { name: 'no-article', scene: 'no-article' },
];

const locale = generateChromeMessages(await parseMessagesFile(resolve(ROOT, `locales/${values.lang}.yml`)));
// As text: a function would carry helpers of the compiler that the page does not have.
const WORDS = `const messages = ${JSON.stringify(locale)};
const getMessage = (key, given = []) => (messages[key]?.message ?? '').replaceAll(/\\$(\\d)/g, (_, n) => given[n - 1] ?? '');
Object.assign(globalThis, { chrome: { i18n: { getMessage } } });`;
const server = await createServer({
  configFile: false,
  root: ROOT,
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { port: 0, host: '127.0.0.1', hmr: false },
});
await server.listen();
const base = `${server.resolvedUrls?.local[0] ?? ''}tests/panel/index.html`;
const browser = await chromium.launch({
  executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const out = resolve(ROOT, values.out);
mkdirSync(out, { recursive: true });

const only = values.only?.split(',');
const isWanted = (name: string) => !only || only.some((start) => name.startsWith(start));

let violations = 0;
for (const shot of SHOTS.filter(({ name }) => isWanted(name))) {
  for (const width of shot.widths ?? [360]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        viewport: { width, height: 720 },
        colorScheme,
        deviceScaleFactor: 1.5,
        reducedMotion: 'reduce',
        forcedColors: shot.forcedColors ?? 'none',
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => console.log(`${shot.name}: ${error.message}`));
      page.on('console', (line) => line.type() === 'error' && console.log(`${shot.name}: ${line.text()}`));
      await page.addInitScript({ content: WORDS });
      await page.goto(`${base}?scene=${shot.scene}`);
      if (shot.rightToLeft) await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      if (shot.zoom)
        await page.evaluate(
          (zoom) => document.documentElement.style.setProperty('font-size', `${16 * zoom}px`),
          shot.zoom,
        );
      await page.waitForTimeout(shot.scene === 'reading' ? 0 : 100);
      await shot.step?.(page);
      await page.waitForTimeout(150);
      const file = `${shot.name}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: resolve(out, file) });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) console.log(`${file}: ${overflow} px too wide`);
      const { violations: found } = await new AxeBuilder({ page }).analyze();
      violations += found.length;
      for (const { id, nodes } of found)
        console.log(
          `${file}: ${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`).join(' | ')}`,
        );
      await context.close();
    }
  }
}
await browser.close();
await server.close();
console.log(`axe: ${violations} violations`);
process.exitCode = violations > 0 ? 1 : 0;
