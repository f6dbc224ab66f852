/**
 * Pages made to hold Hearsay up: each ends in a clear refusal, or in a result that says it is one of the first part. Times and
 * longest tasks are printed, not judged: machines are busy.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { type Answer, askPage } from '../ask-page';
import { expect, test } from '../fixtures';

const PROSE = 'The harbour office of Tarn said on Monday that the ferry would sail again. ';
const ARTICLE = `<h1>Ferry to sail again</h1><time datetime="2026-03-02">2 March</time>${`<p>${PROSE.repeat(6)}</p>`.repeat(4)}`;

/** What a page may become. `whole`: read to its end. */
type End = 'whole' | 'partial' | 'too-large' | 'not-an-article' | 'no-text' | 'frame';
const REFUSED: readonly End[] = ['too-large', 'not-an-article', 'no-text'];

interface Trap {
  readonly name: string;
  readonly html: () => string;
  readonly ends: readonly End[];
}

const inArticle = (text: string): string => `${ARTICLE}<p>${text}</p>`;

const TRAPS: readonly Trap[] = [
  { name: '10,000 short paragraphs', html: () => ARTICLE + '<p>word</p>'.repeat(10_000), ends: ['too-large'] },
  { name: '100,000 short paragraphs', html: () => ARTICLE + '<p>word</p>'.repeat(100_000), ends: ['too-large'] },
  ...[500, 5_000, 50_000].map((depth) => ({
    name: `${depth} levels deep`,
    html: () => '<div>'.repeat(depth) + ARTICLE,
    // Parsers close what is too deep by themselves.
    ends: ['whole', ...REFUSED] as const,
  })),
  { name: '1 MB in one text node', html: () => inArticle('x'.repeat(1_000_000)), ends: ['too-large'] },
];

for (const { name, html, ends } of TRAPS) {
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
  await page.evaluate(() => {
    globalThis.hearsayLongest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        globalThis.hearsayLongest = Math.max(globalThis.hearsayLongest, duration);
    }).observe({ type: 'longtask' });
  });
  const start = Date.now();
  await click(page);
  await expect
    .poll(async () => (await askPage(panel, address)).state, { timeout: 60_000 })
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
