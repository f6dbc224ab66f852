import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { bundleForPage } from '../predict/bundle';
import { launchHearsay } from '../start/hearsay-browser';
import type { Report } from './report';

const COUNT = Number(process.env['COUNT'] ?? 10_000);

/** Limits of the design for 10,000 clippings, in seconds. */
const OUT_S = 20;
const IN_S = 60;

const EXTENSION = resolve('.output/chrome-mv3-e2e');

/**
 * A whole library out into a backup file and back in, in the library page of the built extension in Chromium, on
 * generated clippings. The peer is JSON.stringify and JSON.parse of the same file in one go, which need it whole in memory.
 */
export async function bench(): Promise<Report | null> {
  if (!existsSync(EXTENSION)) {
    console.log('\n== backup: skipped, run wxt build --mode e2e first');
    return null;
  }
  const browser = await launchHearsay({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    extension: EXTENSION,
    headless: true,
    args: ['--enable-precise-memory-info'],
  });
  const page = await browser.context.newPage();
  const address = `chrome-extension://${browser.extensionId}/library.html`;
  await page.goto(address);
  await page.evaluate(await bundleForPage(resolve('scripts/bench/backup-in-page.ts')));
  await page.evaluate((count) => globalThis.backupBench.fill(count), COUNT);
  await page.goto(`${address}#import`);
  await page.reload();
  await page.getByRole('heading', { level: 2 }).waitFor();
  const heap = await watchHeap(page);

  await page.evaluate(catchFile);
  const outStart = performance.now();
  await page.getByRole('button', { name: 'Back up' }).click();
  await page.waitForFunction(() => Reflect.get(globalThis, 'caught') instanceof Blob, null, { timeout: 300_000 });
  const out = performance.now() - outStart;
  const size = await page.evaluate(() => (Reflect.get(globalThis, 'caught') as Blob).size);
  const outHeap = await heap();

  const inStart = performance.now();
  await page.evaluate(chooseCaught);
  await page.getByRole('radio', { name: /^Goes/ }).check({ timeout: 300_000 });
  const read = performance.now() - inStart;
  await page.getByRole('button', { name: 'Delete all and import' }).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor({ timeout: 300_000 });
  const taken = performance.now() - inStart;
  const inHeap = await heap();
  const peer = await page.evaluate(parseCaught);
  await browser.close();
  return {
    what: `${COUNT} clippings, a file of ${Math.round(size / 1e6)} MB, out and in again in Chromium`,
    rows: [
      { name: `out (limit ${OUT_S} s at 10,000)`, times: [out] },
      { name: 'in: read, checked, put aside and shown', times: [read] },
      { name: `in: until all is stored and indexed (limit ${IN_S} s)`, times: [taken] },
      { name: 'JSON.parse and JSON.stringify of the whole file', times: [peer] },
    ],
    notes: [`largest heap of the page: ${outHeap} MB on the way out, ${inHeap} MB on the way in`],
    peer: 'the limits, the worse of out and in',
    ratio: Math.min((OUT_S * 1000) / out, (IN_S * 1000) / taken),
  };
}

/** Looks at the heap every half second; gives the largest seen, in MB, and begins anew. */
async function watchHeap(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    setInterval(() => {
      const memory: unknown = Reflect.get(performance, 'memory');
      const used = typeof memory === 'object' && memory ? Number(Reflect.get(memory, 'usedJSHeapSize')) : 0;
      Reflect.set(globalThis, 'most', Math.max(Number(Reflect.get(globalThis, 'most') ?? 0), used));
    }, 500);
  });
  return () =>
    page.evaluate(() => {
      const most = Number(Reflect.get(globalThis, 'most') ?? 0);
      Reflect.set(globalThis, 'most', 0);
      return Math.round(most / 1e6);
    });
}

/** Keeps the file that the page hands to the browser. */
function catchFile(): void {
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (file) => {
    Reflect.set(globalThis, 'caught', file);
    return make(file);
  };
}

/** Chooses that file for import. */
function chooseCaught(): void {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('no file field');
  const list = new DataTransfer();
  list.items.add(new File([Reflect.get(globalThis, 'caught') as Blob], 'backup.json'));
  input.files = list.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

async function parseCaught(): Promise<number> {
  const text = await (Reflect.get(globalThis, 'caught') as Blob).text();
  const start = performance.now();
  JSON.stringify(JSON.parse(text));
  return performance.now() - start;
}
