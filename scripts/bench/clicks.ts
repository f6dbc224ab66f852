import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSavedPage } from '../predict/saved-page';
import { findChromium } from '../start/find-browser.mjs';
import { launchHearsay } from '../start/hearsay-browser';
import { serveSite } from '../start/serve-site.mjs';
import { type Click, timeClick } from './click';
import { followingNotes } from './following';
import { type Report, median, percentile } from './report';

const PAGES = join(import.meta.dirname, '../../../shared/pages');
/** Every how manieth page is taken. */
const EVERY = Number(process.env['EVERY'] ?? 1);
/** Word counts between which a page counts as one of about 1,500 words. */
const ABOUT_1500 = [1100, 2000] as const;

interface SavedPage {
  readonly id: string;
  readonly file: string;
  readonly set: string;
}

/** A click on the button in saved news pages, in a real Chromium with the built extension: what the page feels. */
export async function bench(): Promise<Report | null> {
  if (!existsSync(PAGES)) {
    console.log('\n== page: skipped, the saved pages are not here');
    return null;
  }
  const extension = resolve('.output/chrome-mv3');
  if (!existsSync(extension)) {
    console.log('\n== page: skipped, build the extension first (npm run build)');
    return null;
  }
  const pages = readFileSync(join(PAGES, 'index.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SavedPage)
    .filter(({ set }, i) => set !== 'shape' && i % EVERY === 0);
  const clicks = await clickThrough(pages, extension);
  return { ...reportOf(clicks), notes: [...(reportOf(clicks).notes ?? []), ...(await followingNotes())] };
}

async function clickThrough(pages: readonly SavedPage[], extension: string): Promise<Click[]> {
  const site = await serveSite();
  const executablePath = findChromium() ?? '/usr/bin/chromium';
  const hearsay = await launchHearsay({ executablePath, extension, headless: true });
  const first = await hearsay.context.newPage();
  await first.goto(`${site.origin}/`);
  const panel = await hearsay.openPanel(first);
  const clicks: Click[] = [];
  for (const { id, file } of pages) {
    const address = `${site.origin}/saved/${encodeURIComponent(id)}`;
    const page = await hearsay.context.newPage();
    // Its own scripts, pictures and frames would work beside us: none is let in.
    const headers = {
      'content-type': 'text/html',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    };
    const body = Buffer.from(
      readSavedPage(join(PAGES, file))
        .toString('latin1')
        .replace(/<(?:link|base|meta\s[^>]*http-equiv)\b[^>]*>/gi, ''),
      'latin1',
    );
    await page.route('**/*', (route) =>
      route.request().url() === address ? route.fulfill({ body, headers }) : route.abort(),
    );
    await page.goto(address, { waitUntil: 'load' }).catch(() => {});
    try {
      clicks.push(await timeClick(hearsay, page, panel));
    } catch (error) {
      console.error(`${id}: ${String(error)}`);
    }
    await page.close();
  }
  await hearsay.close();
  await site.close();
  return clicks;
}

function reportOf(clicks: readonly Click[]): Report {
  const read = clicks.filter(({ outcome }) => outcome === 'read');
  const painted = read.flatMap(({ paintedMs }) => (paintedMs === null ? [] : [paintedMs]));
  const long = read.filter(({ words }) => words >= ABOUT_1500[0] && words <= ABOUT_1500[1]);
  const tasks = (of: readonly Click[]) => of.map(({ longestTaskMs }) => longestTaskMs);
  const refused = new Map<string, number>();
  for (const { outcome } of clicks) if (outcome !== 'read') refused.set(outcome, (refused.get(outcome) ?? 0) + 1);
  const heap = read.map(({ heapBytes }) => heapBytes / 1e6);
  return {
    what: `a click in ${clicks.length} saved pages, real Chromium, built extension; ${read.length} read (${Math.round(median(read.map(({ words }) => words)))} words in the median), ${[...refused].map(([why, n]) => `${n} ${why}`).join(', ') || 'none refused'}`,
    rows: [
      { name: 'main thread, added', times: clicks.map(({ addedMs }) => addedMs) },
      { name: 'longest task', times: tasks(clicks) },
      { name: `longest task, ${ABOUT_1500.join('-')} words`, times: tasks(long) },
      { name: 'click to painted highlights', times: painted },
    ],
    notes: [
      `longest task of all: ${Math.max(...tasks(clicks)).toFixed(0)} ms; of those with ${ABOUT_1500.join('-')} words: ${Math.max(0, ...tasks(long)).toFixed(0)} ms`,
      `layout shift, sum over all pages: ${clicks.reduce((sum, { shift }) => sum + shift, 0)}`,
      `script memory of the page grows by ${median(heap).toFixed(1)} MB (p95 ${percentile(heap, 0.95).toFixed(1)} MB)`,
    ],
  };
}
