/**
 * Pages made to hold Hearsay up: each ends in a clear refusal, or in a result that says it is one of the first part. Times and
 * longest tasks are printed, not judged: machines are busy. Traps that take the browser itself long, and sizes in between,
 * are set with `ALL=1` only.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { type Answer, askPage } from '../ask-page';
import { expect, test } from '../fixtures';

const PROSE = 'The harbour office of Tarn said on Monday that the ferry would sail again. ';
const ARTICLE = `<h1>Ferry to sail again</h1><time datetime="2026-03-02">2 March</time>${`<p>${PROSE.repeat(6)}</p>`.repeat(4)}`;

/** What a page may become. `whole`: read to its end. */
type End = 'whole' | 'partial' | 'too-large' | 'not-an-article' | 'no-text' | 'frame';

interface Trap {
  readonly name: string;
  readonly html: () => string;
  readonly ends: readonly End[];
}

const inArticle = (text: string): string => `${ARTICLE}<p>${text}</p>`;

const inProse = (chars: number): string =>
  ARTICLE + `<p>${PROSE.repeat(8)}</p>`.repeat(Math.ceil(chars / (PROSE.length * 8)));

const BAIT_CHARS = 50_000;
const BAITS: readonly (readonly [string, string])[] = [
  ['letters', `${'a'.repeat(BAIT_CHARS)}!`],
  ['quotation marks', '"'.repeat(BAIT_CHARS)],
  ['spaces', `${' '.repeat(BAIT_CHARS)}x`],
  ['dashes', '-'.repeat(BAIT_CHARS)],
  ['full stops', '. '.repeat(BAIT_CHARS)],
];

const TRAPS: readonly Trap[] = [
  { name: '10,000 short paragraphs', html: () => ARTICLE + '<p>word</p>'.repeat(10_000), ends: ['too-large'] },
  // Just as many as are read.
  { name: '7,900 short paragraphs', html: () => ARTICLE + '<p>word</p>'.repeat(7_900), ends: ['whole', 'partial'] },
  { name: '100,000 short paragraphs', html: () => ARTICLE + '<p>word</p>'.repeat(100_000), ends: ['too-large'] },
  ...[500, 5_000, 50_000].map((depth) => ({
    name: `${depth} levels deep`,
    html: () => '<div>'.repeat(depth) + ARTICLE,
    ends: ['too-large'] as const,
  })),
  { name: '1 MB in one text node', html: () => inArticle('x'.repeat(1_000_000)), ends: ['too-large'] },
  { name: 'an article of 500,000 characters', html: () => inProse(500_000), ends: ['too-large'] },
  { name: 'an article of 390,000 characters', html: () => inProse(390_000), ends: ['partial'] },
  { name: 'one word 99,000 times', html: () => inArticle('the '.repeat(99_000)), ends: ['whole', 'partial'] },
  ...BAITS.map(([what, bait]) => ({
    name: `bait for patterns, ${what}`,
    html: () => inArticle(bait),
    ends: ['whole', 'partial'] as const,
  })),
  {
    name: 'a page that never rests',
    html: () =>
      `${ARTICLE}<script>setInterval(() => { const p = document.createElement('p'); p.textContent = '${PROSE.repeat(4)}'; document.body.append(p); p.remove(); }, 0);</script>`,
    ends: ['whole'],
  },
];

const RARE_TRAPS: readonly Trap[] = [
  { name: '20 MB in one text node', html: () => inArticle('x'.repeat(20_000_000)), ends: ['too-large'] },
  { name: 'an article of 20 MB', html: () => inArticle('a '.repeat(10_000_000)), ends: ['too-large'] },
  { name: 'an article of 125,000 characters', html: () => inProse(125_000), ends: ['partial'] },
  { name: 'one word 25,000 times', html: () => inArticle('the '.repeat(25_000)), ends: ['whole', 'partial'] },
];

for (const { name, html, ends } of process.env['ALL'] ? [...TRAPS, ...RARE_TRAPS] : TRAPS) {
  test(`${name}: ends clearly`, async ({ site, hearsay, read }) => {
    const { panel } = await read('/');
    const { answer, ms, longest } = await readTrap(hearsay.context, panel.page, `${site.origin}/trap`, html(), (page) =>
      hearsay.clickButton(page),
    );
    console.log(`${name}: ${endOf(answer)} after ${ms} ms, longest task ${longest} ms`);
    expect(ends).toContain(endOf(answer));
  });
}

function endOf({ state, reason, notice }: Answer): string {
  if (state !== 'read') return reason || state;
  return notice === 'partial' ? 'partial' : 'whole';
}

/** Shows `html` at `address`, clicks, and waits until the page was read or refused. */
async function readTrap(
  context: BrowserContext,
  panel: Page,
  address: string,
  html: string,
  click: (page: Page) => Promise<void>,
) {
  const page = await context.newPage();
  await page.route(address, (route) =>
    route.fulfill({ body: `<!doctype html><title>Trap</title>${html}`, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto(address);
  await page.evaluate(async () => {
    // What the browser does to show so large a page is no work of ours.
    for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
    await new Promise<unknown>((done) => requestIdleCallback(done, { timeout: 10_000 }));
    globalThis.hearsayLongest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        globalThis.hearsayLongest = Math.max(globalThis.hearsayLongest, duration);
    }).observe({ type: 'longtask' });
  });
  const start = Date.now();
  await click(page);
  await expect
    .poll(async () => (await askPage(panel, address)).state, { timeout: 60_000, intervals: [100] })
    .toMatch(/^(?:read|not-read)$/);
  const ms = Date.now() - start;
  const answer = await askPage(panel, address);
  const longest = await page.evaluate(() => globalThis.hearsayLongest);
  return { page, answer, ms, longest };
}

declare global {
  /** Longest task that the page saw, in milliseconds; 0 for none of 50 or more. */
  var hearsayLongest: number;
}
