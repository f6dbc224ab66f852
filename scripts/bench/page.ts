import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForPage } from '../predict/bundle';
import { evaluateIsolated, launchChromium, openSavedPage, readSavedPage } from '../predict/saved-page';
import { type Report, median } from './report';

const PAGES = join(import.meta.dirname, '../../../shared/pages');
const EVERY = 5;

/** Reading saved news pages in Chromium (extraction, metadata, text map), against plain Readability with its clone, and Defuddle. */
export async function bench(): Promise<Report | null> {
  if (!existsSync(PAGES)) {
    console.log('\n== page: skipped, the saved pages are not here');
    return null;
  }
  const index = readFileSync(join(PAGES, 'index.jsonl'), 'utf8').split('\n').filter(Boolean);
  const core = index
    .map((line) => JSON.parse(line) as { set: string; file: string; url: string | null })
    .filter(({ set }) => set === 'core');
  const code = await bundleForPage(join(import.meta.dirname, 'page-in-page.ts'));
  const browser = await launchChromium();
  const ours: number[] = [];
  const readability: number[] = [];
  const defuddle: number[] = [];
  for (const [i, { file, url }] of core.entries()) {
    if (i % EVERY !== 0) continue;
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await openSavedPage(context, readSavedPage(join(PAGES, file)), url ?? `https://page${i}.example/`);
    const times = (await evaluateIsolated(page, `${code};timePage()`)) as ReturnType<typeof globalThis.timePage>;
    ours.push(times.ours);
    readability.push(times.readability);
    defuddle.push(times.defuddle);
    await context.close();
  }
  await browser.close();
  return {
    what: 'one saved news page read in Chromium, main thread',
    rows: [
      { name: 'Hearsay (article, metadata, map)', times: ours },
      { name: 'Readability with its clone', times: readability },
      { name: 'Defuddle', times: defuddle },
    ],
    peer: 'Defuddle',
    ratio: median(defuddle) / median(ours),
    notes: [`ratio to Readability: ${(median(readability) / median(ours)).toFixed(2)}`],
  };
}
